//! In which order the faces show things: names by weight, quotations by speaker, times by date.

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::entity::{Entity, EntityId, EntityKind};
use crate::quote::Quote;

/// The entities of a kind with their ids, the weightiest first; of two alike the earlier named.
pub(super) fn of_kind<'d, 't>(digest: &'d Digest<'t>, kind: EntityKind) -> Vec<(usize, &'d Entity<'t>)> {
    let mut list: Vec<_> = digest.entities().iter().enumerate().filter(|(_, e)| e.kind() == kind).collect();
    list.sort_by(|(_, a), (_, b)| b.salience().total_cmp(&a.salience()));
    list
}

/// Who is heard in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Speaker<'d> {
    Named(EntityId),
    /// "A spokesman", "the judges": said by someone whom the article does not name.
    Described(&'d str),
    Unknown,
}

/// The quotations of one speaker in the order of the text, as indexes.
pub(super) struct Voice<'d> {
    pub(super) speaker: Speaker<'d>,
    pub(super) quotes: Vec<usize>,
}

/// The speakers in the order in which they are first heard; the unknown one last.
pub(super) fn voices<'d>(digest: &'d Digest<'_>) -> Vec<Voice<'d>> {
    let mut index: BTreeMap<Speaker<'d>, usize> = BTreeMap::new();
    let mut voices: Vec<Voice<'d>> = Vec::new();
    for (number, quote) in digest.quotes().iter().enumerate() {
        let speaker = speaker(quote);
        let at = *index.entry(speaker).or_insert_with(|| {
            voices.push(Voice { speaker, quotes: Vec::new() });
            voices.len() - 1
        });
        voices[at].quotes.push(number);
    }
    voices.sort_by_key(|voice| voice.speaker == Speaker::Unknown);
    voices
}

pub(super) fn speaker<'d>(quote: &'d Quote<'_>) -> Speaker<'d> {
    // A pronoun that could not be resolved tells the reader nothing: "he".
    const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "we", "i", "who", "which"];
    match (quote.speaker(), quote.speaker_words()) {
        (Some(id), _) => Speaker::Named(id),
        (None, Some(words)) if !PRONOUNS.iter().any(|p| words.text().eq_ignore_ascii_case(p)) => {
            Speaker::Described(words.text())
        }
        _ => Speaker::Unknown,
    }
}
