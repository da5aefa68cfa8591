//! Cues: phrases by which furniture is known.

use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;

use super::BlockKind;

/// Where in a block a cue must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Whole,
    End,
    Any,
}

/// How much a cue proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Only outside the body, or beside furniture of its kind.
    Weak,
    /// Anywhere on the page.
    Strong,
}

/// What a cue in a block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) kind: BlockKind,
    pub(super) weight: Weight,
    /// Whether the cue is the whole block, as a heading over links is.
    pub(super) is_heading: bool,
}

struct Cues {
    search: AhoCorasick,
    rows: Vec<(BlockKind, Place, Weight)>,
}

static CUES: Lazy<Cues> = Lazy::new(|| {
    let list = include_str!("../../data/lists/furniture_cues.tsv");
    let mut phrases = Vec::new();
    let mut rows = Vec::new();
    for row in list.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [phrase, kind, place, weight] = fields[..] else { panic!("{row:?} has not four fields") };
        let kind = match kind {
            "caption" => BlockKind::Caption,
            "credit" => BlockKind::Credit,
            "related" => BlockKind::Related,
            "appeal" => BlockKind::Appeal,
            "author_note" => BlockKind::AuthorNote,
            "correction" => BlockKind::Correction,
            "legal" => BlockKind::Legal,
            _ => panic!("{kind:?} is no kind of furniture"),
        };
        let place = match place {
            "start" => Place::Start,
            "whole" => Place::Whole,
            "end" => Place::End,
            "any" => Place::Any,
            _ => panic!("{place:?} is no place"),
        };
        phrases.push(phrase);
        rows.push((kind, place, if weight == "strong" { Weight::Strong } else { Weight::Weak }));
    }
    let search = AhoCorasick::builder().match_kind(MatchKind::Standard).build(phrases);
    Cues { search: search.expect("a few hundred short phrases"), rows }
});

/// The cues of a folded block, strongest first; the longer of two that stand alike.
pub(super) fn find(folded: &str) -> Option<Cue> {
    let bytes = folded.as_bytes();
    let mut best: Option<(Weight, usize, Cue)> = None;
    for found in CUES.search.find_overlapping_iter(folded) {
        let (kind, place, weight) = CUES.rows[found.pattern().as_usize()];
        let (start, end) = (found.start(), found.end());
        let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let cut_before = start > 0 && word(start - 1) && word(start);
        let cut_after = word(end)
            && word(end - 1)
            && !bytes[start..end].starts_with(b"(c) 20")
            && !bytes[start..end].ends_with(b"20");
        let rest = folded[end..].trim_matches([' ', ':', '.', '!', '…', '>', '»']);
        let stands = match place {
            Place::Start => start == 0,
            Place::Whole => start == 0 && rest.is_empty(),
            Place::End => folded[end..].trim_matches([' ', ')', '.']).is_empty(),
            Place::Any => true,
        };
        if cut_before || cut_after || !stands {
            continue;
        }
        let cue = Cue { kind, weight, is_heading: start == 0 && rest.is_empty() };
        if best.is_none_or(|(best_weight, length, _)| (weight, end - start) > (best_weight, length)) {
            best = Some((weight, end - start, cue));
        }
    }
    best.map(|(_, _, cue)| cue)
}
