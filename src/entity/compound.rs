//! A person's name does not end inside a hyphenated word; other names end before a small part of one.

use super::{EntityKind, Mention};
use crate::text::{Case, Document, TokenKind, TokenRange};

/// Carries each person's name on to the end of the hyphenated word that it stops in: "Anna
/// Smith-Jones", "Yoon Hae-rim".
///
/// Not where another name begins there ("the Trump-Putin talks"), and not for the other kinds,
/// whose compounds are two names or none ("US-China trade", "UK-based"). A part in lower case
/// belongs to a name only if the tagger took the hyphen in ("Hae-", not "Obama-era").
pub(super) fn complete<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let tokens = document.tokens();
    for index in 0..mentions.len() {
        if mentions[index].kind != EntityKind::Person {
            continue;
        }
        let TokenRange { start, end } = mentions[index].tokens;
        let end = end as usize;
        let took_hyphen = is_hyphen(document, end - 1);
        let part = if took_hyphen { end } else { end + 1 };
        if !took_hyphen && !is_hyphen(document, end) {
            continue;
        }
        let continues = tokens.get(part).is_some_and(|t| {
            t.kind() == TokenKind::Word && !t.shape().has_space_before() && (took_hyphen || t.shape().is_capitalised())
        });
        let is_free = mentions.get(index + 1).is_none_or(|next| next.tokens.start as usize > part);
        if continues && is_free {
            mentions[index].set_tokens(document, TokenRange::new(start as usize, part + 1));
        }
    }
}

/// Whether a token is a hyphen with no space before it.
fn is_hyphen(document: &Document<'_>, at: usize) -> bool {
    let token = document.tokens().get(at);
    token.is_some_and(|t| t.kind() == TokenKind::Dash && !t.shape().has_space_before() && t.span().len() == 1)
}

/// Cuts names down to the part of a hyphenated word that is a name: "Luxembourg-based", "anti-Brexit".
pub(super) fn cut<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let tokens = document.tokens();
    let is_small = |at: usize| tokens[at].kind() == TokenKind::Word && tokens[at].shape().case() == Case::Lower;
    for mention in mentions {
        let TokenRange { start, end } = mention.tokens;
        let (mut start, mut end) = (start as usize, end as usize);
        if end - start < 3 {
            continue;
        }
        if is_hyphen(document, start + 1) && PREFIXES.contains(&document.fold(start)) && is_small(start) {
            start += 2;
        }
        let is_cut = mention.kind != EntityKind::Person
            && end - start >= 3
            && is_hyphen(document, end - 2)
            && is_small(end - 1)
            && document.fold(end - 1).len() >= SUFFIX;
        if is_cut && !is_small(end - 3) {
            end -= 2;
        }
        if TokenRange::new(start, end) != mention.tokens {
            mention.set_tokens(document, TokenRange::new(start, end));
        }
    }
}

/// Takes in the Arabic article that a hyphen binds to a name: "al-Muhandis". Of 80 in annotated news all
/// are part of it.
pub(super) fn take_article<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let tokens = document.tokens();
    for index in 0..mentions.len() {
        let TokenRange { start, end } = mentions[index].tokens;
        let start = start as usize;
        let is_free = index == 0 || mentions[index - 1].tokens.end as usize + 2 <= start;
        if start < 2 || !is_free || tokens[start].shape().has_space_before() {
            continue;
        }
        // "Stay-at-Home" has no article.
        let is_article = ARTICLES.contains(&document.fold(start - 2)) && (start < 3 || !is_hyphen(document, start - 3));
        if is_article && is_hyphen(document, start - 1) {
            mentions[index].set_tokens(document, TokenRange::new(start - 2, end as usize));
        }
    }
}

/// The article as it is written before the letters of the sun and of the moon.
const ARTICLES: [&str; 9] = ["al", "ad", "an", "ar", "as", "ash", "at", "az", "el"];

/// What stands before the hyphen of a name and is none.
const PREFIXES: [&str; 11] = ["anti", "cross", "ex", "inter", "mid", "non", "post", "pre", "pro", "trans", "ultra"];

/// Letters of a word after a hyphen that ends no name: "-based", "-backed". Shorter ones do: "Seongbuk-gu",
/// "K-pop".
const SUFFIX: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn completed(text: &str, names: &[(usize, usize, EntityKind)]) -> Vec<String> {
        changed(text, names, complete)
    }

    fn changed(
        text: &str,
        names: &[(usize, usize, EntityKind)],
        change: for<'t> fn(&Document<'t>, &mut [Mention<'t>]),
    ) -> Vec<String> {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mention = |&(start, end, kind): &(usize, usize, EntityKind)| {
            Mention::new(&document, TokenRange::new(start, end), kind, 0.9)
        };
        let mut mentions: Vec<_> = names.iter().map(mention).collect();
        change(&document, &mut mentions);
        mentions.iter().map(|mention| mention.words.text().to_owned()).collect()
    }

    #[test]
    fn a_double_name_is_taken_whole_and_a_pair_of_names_is_not() {
        use EntityKind::{Person, Place};
        assert_eq!(completed("Anna Smith-Jones left", &[(0, 2, Person)]), ["Anna Smith-Jones"]);
        assert_eq!(completed("Yoon Hae-rim left", &[(0, 3, Person)]), ["Yoon Hae-rim"]);
        assert_eq!(completed("the Obama-era rules", &[(1, 2, Person)]), ["Obama"]);
        assert_eq!(completed("the Trump-Putin talks", &[(1, 2, Person), (3, 4, Person)]), ["Trump", "Putin"]);
        assert_eq!(completed("the US-China talks", &[(1, 2, Place)]), ["US"]);
    }

    #[test]
    fn a_name_in_a_compound_is_the_name_alone() {
        use EntityKind::{Other, Person, Place};
        assert_eq!(changed("the Oslo-based court", &[(1, 4, Place)], cut), ["Oslo"]);
        assert_eq!(changed("an anti-Brexit march", &[(1, 4, Other)], cut), ["Brexit"]);
        assert_eq!(changed("a pro-Trump crowd", &[(1, 4, Person)], cut), ["Trump"]);
        assert_eq!(changed("in Seongbuk-gu again", &[(1, 4, Place)], cut), ["Seongbuk-gu"]);
        assert_eq!(changed("Yoon Hae-rimmin left", &[(0, 4, Person)], cut), ["Yoon Hae-rimmin"]);
        assert_eq!(changed("Stoke-on-Trent won", &[(0, 5, Place)], cut), ["Stoke-on-Trent"]);
    }

    #[test]
    fn the_arabic_article_belongs_to_the_name() {
        use EntityKind::{Organisation, Person};
        assert_eq!(changed("and al-Muhandis fled", &[(3, 4, Person)], take_article), ["al-Muhandis"]);
        assert_eq!(changed("the Al-Watan daily", &[(3, 4, Organisation)], take_article), ["Al-Watan"]);
        assert_eq!(changed("a Stay-at-Home order", &[(5, 6, Organisation)], take_article), ["Home"]);
        assert_eq!(changed("a Hong Kong-Macau bridge", &[(1, 3, Person), (4, 5, Person)], take_article).len(), 2);
    }
}
