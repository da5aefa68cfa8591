//! Cues: the verbs and phrases that say that someone spoke.

use once_cell::sync::Lazy;

use crate::lexicon::{WordClass, WordMap, class_of};
use crate::text::{Document, TokenKind, fold};

/// What a cue does to the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Cue {
    /// "said": may stand before its speaker, takes whole sentences.
    Say,
    /// "told": takes a hearer first.
    Tell,
    /// "called": brings in quoted words, no sentence.
    Judge,
    /// "quoted": its object is the speaker.
    Quote,
    /// "according to"
    According,
}

impl Cue {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "say" => Self::Say,
            "tell" => Self::Tell,
            "judge" => Self::Judge,
            "quote" => Self::Quote,
            "according" => Self::According,
            _ => return None,
        })
    }
}

static VERBS: Lazy<WordMap<Cue>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/speech_verbs.tsv");
    WordMap::parse("speech_verbs.tsv", list, Cue::parse).expect("the list is checked by the tests of this module")
});

/// Adverbs without -ly that stand between a speaker and the verb.
const BETWEEN: [u64; 14] = [
    fold::hash("also"),
    fold::hash("then"),
    fold::hash("later"),
    fold::hash("once"),
    fold::hash("further"),
    fold::hash("again"),
    fold::hash("still"),
    fold::hash("even"),
    fold::hash("first"),
    fold::hash("just"),
    fold::hash("always"),
    fold::hash("often"),
    fold::hash("never"),
    fold::hash("since"),
];

/// Which token of a document is which cue: one look-up a word, made once for all stages.
pub(super) fn cues(document: &Document<'_>) -> Vec<Option<Cue>> {
    (0..document.tokens().len()).map(|token| cue_at(document, token)).collect()
}

fn cue_at(document: &Document<'_>, token: usize) -> Option<Cue> {
    if document.tokens()[token].kind() != TokenKind::Word {
        return None;
    }
    let cue = VERBS.get(document.hash(token))?;
    if document.token_text(token) == "Said" && is_given_name(document, token) {
        return None;
    }
    if cue == Cue::According && (token + 1 >= document.tokens().len() || document.hash(token + 1) != TO) {
        return None;
    }
    // After an article or a possessive the word is a noun: "his calls", "the claimed damage".
    let is_noun = token.checked_sub(1).is_some_and(|before| match class_of(document.hash(before)) {
        Some(WordClass::Possessive) => true,
        Some(WordClass::Determiner) => {
            matches!(document.fold(before), "a" | "an" | "the" | "this" | "no" | "any" | "every")
        }
        _ => false,
    });
    (!is_noun || matches!(document.fold(token), "said" | "says" | "told")).then_some(cue)
}

const TO: u64 = fold::hash("to");

/// Whether "Said" is a name: it has a capital that its place does not give it, and a word with a
/// capital after it ("the striker Said Mtanda"); or it begins a sentence and quotes nobody.
fn is_given_name(document: &Document<'_>, token: usize) -> bool {
    /// Where the words after "Said Ann Roe of Acme:" have begun at the latest.
    const NEAR: usize = 12;
    let tokens = document.tokens();
    let is_name = |at: usize| tokens.get(at).is_some_and(|next| next.is_word() && next.shape().is_capitalised());
    if !is_name(token + 1) {
        return false;
    }
    let sentence = document.sentences()[document.sentence_at(token)].tokens();
    if token > sentence.start as usize && !matches!(tokens[token - 1].kind(), TokenKind::Quote | TokenKind::Dash) {
        return true;
    }
    let is_mark = |at: usize| tokens[at].kind() == TokenKind::Quote || document.fold(at) == ":";
    let around = token.saturating_sub(1)..tokens.len().min(token + NEAR);
    !around.into_iter().any(is_mark)
}

/// Whether a token is an adverb that may stand between a speaker and the verb.
pub(super) fn is_adverb(document: &Document<'_>, token: usize) -> bool {
    let hash = document.hash(token);
    BETWEEN.contains(&hash)
        || class_of(hash) == Some(WordClass::Negation)
        || class_of(hash) == Some(WordClass::Adverb)
        || document.fold(token).len() > 4
            && document.fold(token).ends_with("ly")
            && !document.tokens()[token].shape().is_capitalised()
}

/// Whether a token is a form of be, have or do, or a modal.
pub(super) fn is_auxiliary(document: &Document<'_>, token: usize) -> bool {
    matches!(class_of(document.hash(token)), Some(WordClass::Auxiliary | WordClass::Modal))
        && document.fold(token) != "'s"
}

/// "saying", "adding": the subject is that of the clause it hangs on.
pub(super) fn is_participle(document: &Document<'_>, token: usize) -> bool {
    document.fold(token).ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn verbs_are_cues_and_their_nouns_are_none() {
        let text = "She said his calls were declared. According to Acme, he tweeted.";
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let found: Vec<_> = cues(&document)
            .iter()
            .enumerate()
            .filter_map(|(token, cue)| cue.map(|_| document.token_text(token)))
            .collect();
        assert_eq!(found, ["said", "declared", "According", "tweeted"]);
    }
}
