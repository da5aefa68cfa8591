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

/// The phrases by their first two bytes: at most words of a text one probe finds that none begins
/// there. A search for all at once by Aho and Corasick took five times as long.
struct Cues {
    rows: Vec<Row>,
    /// Where the rows of each [`pair`] end; they begin where those of the pair before end.
    ends: Vec<u16>,
}

const PAIRS: usize = 1 << 14;

/// A number for the first two bytes of a text, or one byte: what lies beyond ASCII shares the numbers
/// of plain letters, which costs a comparison and no more.
fn pair(text: &[u8]) -> usize {
    let letter = |at: usize| usize::from(text.get(at).map_or(0, |byte| byte & 0x7f));
    letter(0) << 7 | letter(1)
}

impl Cues {
    fn new(mut rows: Vec<Row>) -> Self {
        rows.sort_by_key(|row| pair(row.phrase.as_bytes()));
        let mut ends = vec![0; PAIRS];
        for (index, row) in rows.iter().enumerate() {
            ends[pair(row.phrase.as_bytes())] = index as u16 + 1;
        }
        let mut last = 0;
        for end in &mut ends {
            last = last.max(*end);
            *end = last;
        }
        Self { rows, ends }
    }

    /// The phrases that a text begins with.
    fn at<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = &'a Row> {
        let pair = pair(text);
        let start = if pair == 0 { 0 } else { self.ends[pair - 1] };
        let rows = &self.rows[usize::from(start)..usize::from(self.ends[pair])];
        // One letter more tells most of the others apart: "the" is no "this".
        let third = text.get(2);
        let is_near = move |row: &&Row| row.phrase.as_bytes().get(2).is_none_or(|letter| Some(letter) == third);
        rows.iter().filter(is_near).filter(|row| text.starts_with(row.phrase.as_bytes()))
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
        next += bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count().max(1);
        if bytes[start] == b' ' {
            continue;
        }
        for row in cues.at(&bytes[start..]) {
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
