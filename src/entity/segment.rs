//! Segment: the tokens that may be part of a name; the others are outside whatever the weights say.
//!
//! Of 15,432 names in annotated news 33 begin with a word in small letters, 9 of them with a
//! particle ("de Blasio") and 14 of them single words; 77 end in one, but only 3 in a function word.

use super::lattice::End;
use super::letters::Letters;
use super::reading::{Form, Reading};
use crate::lexicon::{Facts, WordClass, class_of};
use crate::text::{Document, TokenKind, TokenRange};

/// Tokens that may be part of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) tokens: TokenRange,
    /// What stands behind it: where tokens were cut off, the first of them.
    pub(super) end: End,
}

impl Segment {
    fn new(start: usize, end: usize) -> Self {
        Self { tokens: TokenRange::new(start, end), end: End::Free }
    }
}

/// Segments longer than this are cut: it bounds what one sentence of a million capitals may cost.
const MAX_SEGMENT: usize = 256;

/// Finds the segments of a document: tokens with a capital, those beside one or bound to one
/// by a hyphen ("Jae-in"), short stretches between two ("Ministry of the Interior"), and the second
/// of two small words where it ends what has a name ("2020 US presidential election": of the names
/// in annotated news that end so, 20 of 33 are elections).
pub(super) fn find(document: &Document<'_>, reading: &mut Reading) {
    let Reading { segments, forms, listed, sentences, letters, .. } = reading;
    segments.clear();
    for &range in &*sentences {
        let (start, end) = (range.start as usize, range.end as usize);
        let mut first = None;
        // Distance to the last name-like token before, and the place of the next one after.
        let mut before = usize::MAX;
        let mut next = start;
        for i in start..end {
            if next <= i {
                next = i + 1;
                while next < end && !forms[next].is_name_like() {
                    next += 1;
                }
            }
            let after = if next < end { next - i } else { usize::MAX };
            let like = forms[i].is_name_like();
            let open = like
                || before == 1
                || after == 1
                || (before <= 3 && after <= 3)
                || document.tokens()[i].kind() == TokenKind::Mixed
                || is_joined(document, i)
                || (before == 2 && matches!(document.fold(i), "election" | "elections"))
                || (*letters == Letters::Caseless && listed[i].lists.0 != 0);
            before = if like { 1 } else { before.saturating_add(1) };
            let full = first.is_some_and(|first| i - first >= MAX_SEGMENT);
            if !open || full {
                segments.extend(first.take().map(|first| Segment::new(first, i)));
            }
            if open && first.is_none() {
                first = Some(i);
            }
        }
        segments.extend(first.map(|first| Segment::new(first, end)));
    }
}

/// Cuts each segment to what stands from the first token that may begin a name to the last that may
/// end one, and drops those that owe their capital to the head of a sentence: a third of the open tokens.
///
/// Training does without, so that it learns from all of them.
pub(super) fn trim(document: &Document<'_>, reading: &mut Reading) {
    let Reading { segments, words, word, forms, sentences, sentence, .. } = reading;
    segments.retain_mut(|segment| {
        let range = segment.tokens.range();
        let begins = |&i: &usize| may_begin(document, i, forms[i], words[word[i] as usize].facts);
        let ends = |&i: &usize| may_end(document, i, forms[i]);
        let Some(first) = range.clone().find(begins) else { return false };
        let Some(last) = (first..range.end).rev().find(ends) else { return false };
        let end = if last + 1 < range.end { End::Outside } else { End::Free };
        *segment = Segment { tokens: TokenRange::new(first, last + 1), end };
        let is_small = |i: usize| is_small_word(document, i, forms[i]);
        let is_opening = || is_opening(document, first, forms[first], sentences[sentence[first] as usize]);
        !((first + 1..=last).all(is_small) && is_opening())
    });
}

/// Whether a token can be the first of a name: of words in small letters a particle and what a
/// hyphen binds.
fn may_begin(document: &Document<'_>, token: usize, form: Form, facts: Facts) -> bool {
    !is_mark(document.tokens()[token].kind())
        && (!is_small_word(document, token, form) || facts.is_particle() || is_joined(document, token))
}

/// Whether a token can be the last of a name: of words in small letters those of open classes and
/// what a hyphen binds.
fn may_end(document: &Document<'_>, token: usize, form: Form) -> bool {
    !is_mark(document.tokens()[token].kind())
        && (!is_small_word(document, token, form)
            || class_of(document.hash(token)).is_none()
            || is_joined(document, token))
}

/// Whether a token has its capital for opening a sentence or quoted words alone, and is no name unless others
/// follow: a function word ("The", "But"). No name of annotated news is one, but for "May", which is a modal.
fn is_opening(document: &Document<'_>, token: usize, form: Form, sentence: TokenRange) -> bool {
    let before = (sentence.start as usize..token).next_back();
    (form == Form::CAPITALISED || form == Form::INITIAL)
        && before.is_none_or(|before| document.tokens()[before].kind() == TokenKind::Quote)
        && class_of(document.hash(token)).is_some_and(|class| class != WordClass::Modal)
}

/// Letters alone: "14th" and "8chan" are another matter.
fn is_small_word(document: &Document<'_>, token: usize, form: Form) -> bool {
    form == Form::LOWER && document.tokens()[token].kind() == TokenKind::Word
}

/// Whether a token is a mark that no name begins or ends with, whatever stands around it: of
/// "Hindu-nationalist" the name is "Hindu". A stop can end one: "Yahoo!".
pub(super) const fn is_mark(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Dash | TokenKind::Quote | TokenKind::Open | TokenKind::Punctuation | TokenKind::Clitic)
}

/// Whether a hyphen binds a token to the one before, or the token is such a hyphen: "Jae-in".
fn is_joined(document: &Document<'_>, token: usize) -> bool {
    let tokens = document.tokens();
    let glued = |at: usize| tokens.get(at).is_some_and(|t| !t.shape().has_space_before());
    let hyphen = |at: usize| tokens[at].kind() == TokenKind::Dash && tokens[at].span().len() == 1;
    (token > 0 && hyphen(token - 1) && glued(token - 1) && glued(token))
        || (hyphen(token) && glued(token) && glued(token + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Gazetteer;
    use crate::text::Span;

    fn trimmed(text: &str) -> Vec<(String, End)> {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mut reading = Reading::default();
        reading.read(&document, Gazetteer::embedded(), Letters::Cased);
        trim(&document, &mut reading);
        let text = |segment: &Segment| document.range_text(segment.tokens).to_owned();
        reading.segments.iter().map(|segment| (text(segment), segment.end)).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        trimmed(text).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn marks_and_function_words_are_cut_from_both_ends() {
        let found =
            trimmed("Last night the river rose; in Brackwater, they say, only “Ann Roe” and her neighbours left");
        assert_eq!(found[1..], [("Brackwater".into(), End::Outside), ("Ann Roe".into(), End::Outside)]);
        assert_eq!(texts("it was signed by the Bank of Kantara and the others"), ["Bank of Kantara"]);
    }

    #[test]
    fn what_may_begin_or_end_a_name_stays() {
        assert_eq!(texts("we met the minister de Wit on a train"), ["de Wit"]);
        assert_eq!(texts("she met Park Jae-in in a park"), ["Park Jae-in"]);
        assert_eq!(texts("they vote in the Kantara presidential election and wait"), ["Kantara presidential election"]);
        assert_eq!(texts("of the 14th Brigade, two"), ["14th Brigade"]);
    }

    #[test]
    fn a_function_word_alone_at_the_head_of_a_sentence_is_no_name() {
        assert_eq!(texts("But it rained. The rain stopped at last."), Vec::<String>::new());
        assert_eq!(texts("“He rose,” she said, “and May did.”"), ["May"]);
        assert_eq!(texts("The Herald printed it. May resigned."), ["The Herald printed", "May resigned"]);
    }

    #[test]
    fn a_segment_at_the_end_of_the_text_ends_freely() {
        assert_eq!(trimmed("they all went to Kantara"), [("Kantara".into(), End::Free)]);
    }
}
