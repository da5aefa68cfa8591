//! Cues: phrases by which furniture is known.

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

/// A phrase, and what it says where it stands at its place.
#[derive(Debug, Clone, Copy)]
struct Row {
    phrase: &'static str,
    kind: BlockKind,
    place: Place,
    weight: Weight,
}

/// The phrases by their first word: at nearly every word of a text one probe finds that none begins
/// there. A search for all at once by Aho and Corasick took five times as long as one by two letters, which
/// this took the place of.
struct Cues {
    rows: Vec<Row>,
    /// Where the rows of each [`bucket`] end; they begin where those of the bucket before end.
    ends: [u16; BUCKETS],
}

/// Three times as many as phrases, so that a word shares its bucket with few of them.
const BUCKETS: usize = 1 << 10;

/// The letters and digits that a text begins with, else its first byte.
fn first_word(text: &[u8]) -> &[u8] {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    &text[..length.max(1).min(text.len())]
}

/// A number for a word, by its length, its first two bytes and its last.
fn bucket(word: &[u8]) -> usize {
    let [first, .., last] = word else { return word.first().map_or(0, |&byte| usize::from(byte)) };
    (usize::from(*first) * 33 + usize::from(word[1]) * 9 + usize::from(*last) * 129 + word.len()) % BUCKETS
}

impl Cues {
    fn new(mut rows: Vec<Row>) -> Self {
        let bucket = |row: &Row| bucket(first_word(row.phrase.as_bytes()));
        rows.sort_by_key(bucket);
        let ends = std::array::from_fn(|end| rows.partition_point(|row| bucket(row) <= end) as u16);
        Self { rows, ends }
    }

    /// The phrases that may begin with a word.
    fn of(&self, word: &[u8]) -> &[Row] {
        let bucket = bucket(word);
        let start = if bucket == 0 { 0 } else { self.ends[bucket - 1] };
        &self.rows[usize::from(start)..usize::from(self.ends[bucket])]
    }
}

static CUES: Lazy<Cues> = Lazy::new(|| {
    let list = include_str!("../../data/lists/furniture_cues.tsv");
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
        let weight = if weight == "strong" { Weight::Strong } else { Weight::Weak };
        rows.push(Row { phrase, kind, place, weight });
    }
    Cues::new(rows)
});

/// The cues of a folded block, strongest first; the longer of two that stand alike.
pub(super) fn find(folded: &str) -> Option<Cue> {
    let bytes = folded.as_bytes();
    let cues = &*CUES;
    let mut best: Option<(Weight, usize, Cue)> = None;
    let mut next = 0;
    while next < bytes.len() {
        let start = next;
        // No phrase begins inside a word, and none with a blank.
        let word = first_word(&bytes[start..]);
        next += word.len();
        if word == b" " {
            continue;
        }
        for row in cues.of(word).iter().filter(|row| bytes[start..].starts_with(row.phrase.as_bytes())) {
            let end = start + row.phrase.len();
            let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
            let cut_after =
                word(end) && word(end - 1) && !row.phrase.starts_with("(c) 20") && !row.phrase.ends_with("20");
            let rest = folded[end..].trim_matches([' ', ':', '.', '!', '…', '>', '»']);
            let stands = match row.place {
                Place::Start => start == 0,
                Place::Whole => start == 0 && rest.is_empty(),
                Place::End => folded[end..].trim_matches([' ', ')', '.']).is_empty(),
                Place::Any => true,
            };
            if cut_after || !stands {
                continue;
            }
            let cue = Cue { kind: row.kind, weight: row.weight, is_heading: start == 0 && rest.is_empty() };
            let length = row.phrase.len();
            if best.is_none_or(|(best_weight, best_length, _)| (row.weight, length) > (best_weight, best_length)) {
                best = Some((row.weight, length, cue));
            }
        }
    }
    best.map(|(_, _, cue)| cue)
}
