//! Stated: names that the article itself says are one: acronyms in brackets, births and stage names.

use super::form::{Forms, Sets};
use crate::entity::{EntityKind, Mention};
use crate::lexicon::name::{UK, US, Word};
use crate::lexicon::{WordClass, class_of, noun};
use crate::text::{Document, TokenKind, fold};

/// Joins acronyms that stand in brackets after their name, or names in brackets after their
/// acronym: "Kurdistan Workers' Party (PKK)".
///
/// In brackets an acronym of any language is taken: the initials need not be those of the English
/// name. Where the kinds differ they have to fit, since "London (AP)" states no acronym.
pub(super) fn join(document: &Document<'_>, mentions: &[Mention<'_>], of: &[u32], forms: &Forms, sets: &mut Sets) {
    for (index, pair) in mentions.windows(2).enumerate() {
        let (outer, inner) = (&pair[0], &pair[1]);
        let tokens = document.tokens();
        let after = outer.tokens.end as usize;
        // "The Movement for Socialism's (MAS) candidate"
        let open = after + usize::from(tokens.get(after).is_some_and(|token| token.kind() == TokenKind::Clitic));
        let close = inner.tokens.end as usize;
        let in_brackets = inner.tokens.start as usize == open + 1
            && tokens[open].kind() == TokenKind::Open
            && tokens.get(close).is_some_and(|token| token.kind() == TokenKind::Close);
        if !in_brackets {
            continue;
        }
        let (outer, inner) = (of[index] as usize, of[index + 1] as usize);
        if is_acronym_of(document, forms, inner, outer) || is_acronym_of(document, forms, outer, inner) {
            sets.join(outer, inner);
        }
    }
}

/// An acronym is shorter than this: longer upper-case words are headlines.
const LONGEST_ACRONYM: usize = 10;

fn is_acronym_of(document: &Document<'_>, forms: &Forms, short: usize, full: usize) -> bool {
    let (acronym, words) = (forms.words(short), forms.words(full));
    let (kind, full_kind) = (forms.list[short].kind(), forms.list[full].kind());
    let [only] = acronym else { return false };
    let text = document.fold(only.token as usize);
    if words.len() < 2 || text.len() > LONGEST_ACRONYM || !only.is_capitalised || full_kind == EntityKind::Person {
        return false;
    }
    only.is_upper && kind == full_kind && kind != EntityKind::Place || is_drawn_from(document, text, words)
}

/// Whether the letters of an acronym stand in this order in the words, the first one first.
fn is_drawn_from(document: &Document<'_>, acronym: &str, words: &[Word]) -> bool {
    let mut letters = acronym.chars().filter(|c| c.is_alphanumeric()).peekable();
    if letters.peek() != Some(&words[0].letter) {
        return false;
    }
    for word in words {
        for letter in document.fold(word.token as usize).chars() {
            letters.next_if_eq(&letter);
        }
        if word.hash == US || word.hash == UK {
            letters.next_if(|&letter| letter == 's' || letter == 'k');
        }
    }
    letters.peek().is_none()
}

/// Words that say that what follows is another name of what stood before: "known as", "née".
const CALLED: [u64; 11] = [
    fold::hash("known"),
    fold::hash("aka"),
    fold::hash("a.k.a."),
    fold::hash("nicknamed"),
    fold::hash("dubbed"),
    fold::hash("alias"),
    fold::hash("né"),
    fold::hash("née"),
    fold::hash("nee"),
    fold::hash("born"),
    fold::hash("formerly"),
];
/// What may stand beside them.
const BESIDE: [u64; 31] = {
    use fold::hash;
    [
        hash(","),
        hash("("),
        hash("\""),
        hash("“"),
        hash("‘"),
        hash("'"),
        hash("as"),
        hash("to"),
        hash("by"),
        hash("the"),
        hash("or"),
        hash("is"),
        hash("was"),
        hash("who"),
        hash("also"),
        hash("better"),
        hash("best"),
        hash("commonly"),
        hash("popularly"),
        hash("professionally"),
        hash("widely"),
        hash("previously"),
        hash("simply"),
        hash("fans"),
        hash("friends"),
        hash("many"),
        hash("his"),
        hash("her"),
        hash("their"),
        hash("stage"),
        hash("name"),
    ]
};
/// The longest of them in our annotated news: "Don Imus, known to fans as the I-Man".
const MOST_BETWEEN: usize = 8;

/// Joins a name with the one that the article says it goes by: "Doris Kappelhoff, known as Doris Day",
/// "Marie Curie (born Maria Skłodowska)", "Alphabet, formerly Google".
///
/// Both are of one kind, and neither a place: a city "known as" another is a comparison, and people are
/// "born" in places.
pub(super) fn join_called(
    document: &Document<'_>,
    mentions: &[Mention<'_>],
    of: &[u32],
    forms: &Forms,
    sets: &mut Sets,
) {
    for (index, pair) in mentions.windows(2).enumerate() {
        let between = pair[0].tokens.range().end..pair[1].tokens.range().start;
        if !(1..=MOST_BETWEEN).contains(&between.len()) {
            continue;
        }
        let (one, other) = (of[index] as usize, of[index + 1] as usize);
        let kind = forms.list[one].kind();
        let is_called = between.clone().any(|token| CALLED.contains(&document.hash(token)));
        let is_plain = |token: usize| CALLED.contains(&document.hash(token)) || BESIDE.contains(&document.hash(token));
        if is_called
            && kind != EntityKind::Place
            && kind == forms.list[other].kind()
            && between.clone().all(is_plain)
            // "Ann Roe, born Mary Lee" of two full names, not "the brothers, Ann and Bob".
            && (kind == EntityKind::Person || !is_birth(document, between))
        {
            sets.join(one, other);
        }
    }
}

/// Which forms some mention introduces as a relative of another: "her father, Hassan al-Sayed", "the
/// minister's son Omar Bakri".
pub(super) fn kin(document: &Document<'_>, mentions: &[Mention<'_>], of: &[u32], forms: usize) -> Vec<bool> {
    let mut is_kin = vec![false; forms];
    for (mention, &form) in mentions.iter().zip(of).filter(|(mention, _)| mention.kind == EntityKind::Person) {
        let start = mention.tokens.start as usize;
        let comma = usize::from(start > 0 && document.fold(start - 1) == ",");
        let Some(noun) = start.checked_sub(1 + comma).filter(|&noun| noun::is_kin(document.hash(noun))) else {
            continue;
        };
        // "her late father", "Roe's elder son"
        is_kin[form as usize] |= (noun.saturating_sub(2)..noun).any(|token| {
            document.fold(token) == "'s"
                || class_of(document.hash(token)) == Some(WordClass::Possessive)
                || document.fold(token) == "her"
        });
    }
    is_kin
}

fn is_birth(document: &Document<'_>, mut between: std::ops::Range<usize>) -> bool {
    between.any(|token| matches!(document.fold(token), "born" | "né" | "née" | "nee"))
}
