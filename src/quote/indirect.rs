//! Reported speech without quotation marks: "X said that …", "… , X said.", "according to X".

use super::attribute::Attributor;
use super::cue::{Cue, is_participle};
use super::owner::is_voice;
use super::speaker::{Speaker, Who};
use crate::lexicon::WordClass;
use crate::text::{TokenKind, TokenRange};

/// What someone is reported to have said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reported {
    pub(super) words: TokenRange,
    pub(super) cue: TokenRange,
    pub(super) speaker: Speaker,
}

/// A report shorter than this is the object of the verb ("said so", "told the truth").
const SHORTEST: usize = 4;
/// How long the subject before a verb may be.
const BEFORE: usize = 40;

impl Attributor<'_, '_> {
    /// The reports of a document, one a sentence at most, where no quoted words stand; what is between
    /// marks of italics is not quoted.
    pub(super) fn reports(&self, is_italic: &[bool], mut found: impl FnMut(Reported)) {
        let document = self.reader.document;
        let mut pair = 0;
        for sentence in document.sentences() {
            let tokens = sentence.tokens();
            while is_italic.get(pair) == Some(&true)
                || self.pairs.get(pair).is_some_and(|pair| pair.close < tokens.start as usize)
            {
                pair += 1;
            }
            let quoted = self.pairs.get(pair).is_some_and(|pair| pair.open < tokens.end as usize);
            if !quoted && let Some(reported) = self.report(tokens) {
                found(reported);
            }
        }
    }

    fn report(&self, sentence: TokenRange) -> Option<Reported> {
        let (reader, document) = (&self.reader, self.reader.document);
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        let last = (start..end).rev().take(3).find(|&token| reader.kind(token) == Some(TokenKind::Stop)).unwrap_or(end);
        let mut tried = 0;
        for token in start..end {
            let Some(class) = reader.cues[token] else { continue };
            if reader.entities.at(token).is_some() || !matches!(class, Cue::Say | Cue::Tell | Cue::According) {
                continue;
            }
            // A sentence of many cues is a list; the first few decide.
            tried += 1;
            if tried > 4 {
                return None;
            }
            let said = self.said_at(token, class, start.max(token.saturating_sub(BEFORE)), last);
            let Some(speaker) = said.speaker else { continue };
            // "It is no lie to say that prices fell": nobody said it.
            let is_nobody = speaker.who == Who::Pronoun && reader.is(speaker.words.start as usize, "it");
            if is_nobody && token > start && reader.is(token - 1, "to") {
                continue;
            }
            // "The results confirm that …" reports nobody's words.
            if class != Cue::According && speaker.who == Who::Described && !is_voice(reader, speaker.words) {
                continue;
            }
            if class == Cue::According {
                let speaker_end = speaker.words.end as usize;
                // "According to Acme, sales rose." and "Sales rose, according to Acme."
                let words = if speaker.start <= start + 3 && token <= start + 1 {
                    let after = (speaker_end..last.min(speaker_end + BEFORE)).find(|&at| reader.is(at, ","))?;
                    TokenRange::new(after + 1, last)
                } else {
                    TokenRange::new(start, token - usize::from(token > start && reader.is(token - 1, ",")))
                };
                if words.len() >= SHORTEST {
                    return Some(Reported { words, cue: said.cue, speaker });
                }
                continue;
            }
            if is_participle(reader.document, token) || speaker.who == Who::Described && speaker.words.is_empty() {
                continue;
            }
            // "Sales rose, Smith said."
            let closes = speaker.start > start && reader.is(speaker.start - 1, ",") && token + 6 >= last;
            // "Speaking to reporters, Smith said no": an adverbial, not a report.
            let adverbial =
                document.fold(start).ends_with("ing") || reader.class(start) == Some(WordClass::Preposition);
            let shortest = if adverbial { 2 * SHORTEST } else { SHORTEST };
            if closes && (speaker.start - 1 - start) >= shortest {
                return Some(Reported { words: TokenRange::new(start, speaker.start - 1), cue: said.cue, speaker });
            }
            // "It appealed for money and said it had none": the next verb may report.
            let Some(after) = self.start_of_report(token, class, last) else { continue };
            let words = TokenRange::new(after.min(last), last);
            if words.len() >= SHORTEST {
                return Some(Reported { words, cue: said.cue, speaker });
            }
        }
        None
    }

    /// Where the report begins after its verb: after "that", or after the hearer.
    fn start_of_report(&self, verb: usize, class: Cue, last: usize) -> Option<usize> {
        let (reader, document) = (&self.reader, self.reader.document);
        let that = (verb + 1..last.min(verb + 10)).find(|&token| reader.is(token, "that"));
        if let Some(that) = that {
            return Some(that + 1);
        }
        if class == Cue::Tell {
            let hearer = reader.phrase_after(verb + 1, last)?;
            return Some(hearer.words.end as usize);
        }
        if verb + 1 >= last {
            return None;
        }
        // "said in a statement": no report follows unless "that" does.
        let first = verb + 1;
        if !is_plain(document.fold(verb)) && !self.is_clause(TokenRange::new(first, last)) {
            return None;
        }
        let opens = reader.class(first) != Some(WordClass::Preposition) || reader.entities.at(first).is_some();
        let inverted = reader.is(first, ",") || reader.is(first, "and") || reader.is(first, "to");
        (opens && !inverted).then_some(first)
    }

    /// Whether words that follow a verb without "that" are a clause and not its object: "announced
    /// it would close", "insisted prices had fallen"; not "announced a plan", "denied any role".
    /// A full verb alone is not told from a noun here, and counts for nothing.
    fn is_clause(&self, words: TokenRange) -> bool {
        const NEAR: usize = 12;
        let reader = &self.reader;
        let (start, end) = (words.start as usize, words.end as usize);
        if reader.is_subject_pronoun(start) || reader.is(start, "there") {
            return true;
        }
        for token in start..end.min(start + NEAR) {
            match reader.class(token) {
                Some(WordClass::Auxiliary | WordClass::Modal) if !is_participle(reader.document, token) => return true,
                // "the plan to sell", "a law that had", "the man who was": no verb of this clause.
                Some(WordClass::Pronoun | WordClass::Conjunction) => return false,
                _ if reader.is(token, "to") || reader.is(token, ",") => return false,
                _ => {}
            }
        }
        false
    }
}

/// Verbs that take a clause without "that" as a rule, so that what follows needs no proof.
fn is_plain(verb: &str) -> bool {
    matches!(verb, "say" | "says" | "said" | "saying")
}
