//! A name that spells the letters of the brackets after it: "the Ethics and Anti-Corruption
//! Commission (EACC)".

use super::{EntityKind, Mention};
use crate::text::{Case, Document, TokenKind, TokenRange};

/// An acronym has at least so many letters; two are spelt by any two capitals ("Ana Ruiz (AR)").
const FEWEST: usize = 3;
/// And at most so many, which bounds the walk to the left.
const MOST: usize = 10;
/// How many words in lower case may stand in a row between two letters: "of the".
const LOWER: usize = 2;

/// Carries each name to the left as far as the acronym in brackets after it spells more words than
/// the tagger took, and takes in the names that stand there: "Kenya" and "National Union of
/// Teachers (KNUT)" are one name.
///
/// Only where every letter is the first of a capitalised word, in order, none left over: the
/// writer says so himself that the words are one name. People stay as they are.
pub(super) fn complete<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>) {
    let mut index = 0;
    while index < mentions.len() {
        let TokenRange { start, end } = mentions[index].tokens;
        let spelt = (mentions[index].kind != EntityKind::Person)
            .then(|| acronym(document, end as usize))
            .flatten()
            .and_then(|acronym| spelt_by(document, end as usize, acronym));
        if let Some(first) = spelt.filter(|&first| first < start as usize) {
            let within = mentions[..index].iter().rev().take_while(|other| other.tokens.start as usize >= first);
            let (taken, is_whole) = within
                .fold((0, true), |(taken, is_whole), other| (taken + 1, is_whole && other.kind != EntityKind::Person));
            let is_cut = mentions[..index - taken].last().is_some_and(|other| other.tokens.end as usize > first);
            if is_whole && !is_cut {
                mentions[index].set_tokens(document, TokenRange::new(first, end as usize));
                mentions.drain(index - taken..index);
                index -= taken;
            }
        }
        index += 1;
    }
}

/// The acronym in the brackets that open at `open`, alone there or before a comma.
fn acronym<'d>(document: &'d Document<'_>, open: usize) -> Option<&'d str> {
    let tokens = document.tokens();
    let close = tokens.get(open + 2)?.kind();
    let is_bracketed = document.token_text(open) == "(" && matches!(close, TokenKind::Close | TokenKind::Punctuation);
    let word = is_bracketed.then(|| document.fold(open + 1))?;
    let is_acronym = tokens[open + 1].shape().case() == Case::Upper
        && (FEWEST..=MOST).contains(&word.len())
        && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_acronym.then_some(word)
}

/// The token of the first letter, where the words before `end` begin with the letters in order.
fn spelt_by(document: &Document<'_>, end: usize, acronym: &str) -> Option<usize> {
    let tokens = document.tokens();
    let sentence = document.sentence_at(end);
    let mut letters = acronym.bytes().rev().peekable();
    let mut lower = 0;
    for at in (0..end).rev() {
        let word = document.fold(at);
        match tokens[at].kind() {
            TokenKind::Word if tokens[at].shape().is_capitalised() => {
                lower = 0;
                if letters.next() != word.bytes().next() {
                    return None;
                }
            }
            TokenKind::Word if lower < LOWER && letters.len() < acronym.len() => lower += 1,
            TokenKind::Dash if word == "-" => {}
            TokenKind::Symbol if word == "&" => {}
            _ => return None,
        }
        if letters.peek().is_none() {
            return (document.sentence_at(at) == sentence).then_some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn completed(text: &str, names: &[(usize, usize, EntityKind)]) -> Vec<String> {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mut mentions: Vec<_> = names
            .iter()
            .map(|&(start, end, kind)| Mention::new(&document, TokenRange::new(start, end), kind, 0.9))
            .collect();
        complete(&document, &mut mentions);
        mentions.iter().map(|mention| mention.words.text().to_owned()).collect()
    }

    #[test]
    fn a_name_reaches_as_far_as_its_acronym_spells() {
        use EntityKind::{Organisation, Person, Place};
        let text = "the Ethics and Anti-Corruption Commission (EACC) said";
        assert_eq!(completed(text, &[(3, 7, Organisation)]), ["Ethics and Anti-Corruption Commission"]);
        let text = "the Kenya National Union of Teachers (KNUT, for short) said";
        assert_eq!(completed(text, &[(1, 2, Place), (2, 6, Organisation)]), ["Kenya National Union of Teachers"]);
        let text = "In Kenya National Union of Teachers (NUT) members met";
        assert_eq!(completed(text, &[(1, 2, Place), (2, 6, Organisation)]), ["Kenya", "National Union of Teachers"]);
        let text = "Ana Ruiz Water Board (ARWB) said";
        assert_eq!(completed(text, &[(0, 2, Person), (2, 4, Organisation)]), ["Ana Ruiz", "Water Board"]);
        let text = "We met the Water Board (USA) again";
        assert_eq!(completed(text, &[(3, 5, Organisation)]), ["Water Board"]);
    }
}
