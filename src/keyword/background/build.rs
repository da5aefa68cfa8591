//! Makes the background from its lists of counts.

use std::collections::BTreeMap;

use super::super::part::{Form, Part};
use super::{CASES, HEADER, MAGIC, PAIRS, Parts, ROW, VERSION, ending_key, half};
use crate::error::{Error, ErrorKind};
use crate::text::fold;

/// Words in this many documents or fewer are as rare as can be.
const RAREST: f64 = 3.0;
/// What the share of an ending counts beside the occurrences of a word.
const ENDING: f64 = 0.3;
/// Costs are kept to a sixteenth of a natural logarithm.
const SIXTEENTHS: f64 = 16.0;
/// A part that a word plays less often than this, one time in 200, is never looked at, which
/// spares the tagger two in three of its comparisons.
const LEAST_SHARE: f64 = 0.0045;

#[rustfmt::skip]
const PARTS: [&str; Part::COUNT] = [
    "noun", "name", "adjective", "verb", "participle", "gerund", "adverb", "number", "determiner", "pronoun",
    "possessive", "preposition", "conjunction", "auxiliary", "modal", "negation", "plain-adverb", "to", "owner",
    "hyphen", "comma", "quote", "stop", "edge",
];
const FORMS: [&str; Form::COUNT] = ["lower", "initial", "capital", "upper"];

type Counts = [f64; Part::OPEN];

/// The bytes of `words.bin`, from the text of `words.tsv` and `tags.tsv`.
///
/// # Errors
/// When a row is not of the shape that `count_words.py` writes.
pub fn build(words: &str, tags: &str) -> Result<Vec<u8>, Error> {
    let tags = Tags::read(tags)?;
    let rows = rows(words)?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((rows.len() as u32).to_le_bytes());
    tags.write(&mut bytes);
    for (half, (rarity, parts)) in &rows {
        bytes.extend(half.to_le_bytes());
        bytes.push(*rarity);
        bytes.extend(parts.0.to_le_bytes());
    }
    debug_assert_eq!(bytes.len(), HEADER + PAIRS + CASES + rows.len() * ROW);
    Ok(bytes)
}

fn refuse(file: &str, index: usize, reason: String) -> Error {
    ErrorKind::Row { file: file.to_owned(), line: index + 1, reason }.into()
}

/// How parts follow each other, and how words of each are cased.
struct Tags {
    pairs: [[f64; Part::COUNT]; Part::COUNT],
    cases: [Counts; Form::COUNT],
}

impl Tags {
    fn read(list: &str) -> Result<Self, Error> {
        let mut tags = Self { pairs: [[0.0; Part::COUNT]; Part::COUNT], cases: [[0.0; Part::OPEN]; Form::COUNT] };
        for (index, row) in list.lines().enumerate().filter(|(_, row)| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let mut cell = || cells.next().unwrap_or("");
            let (what, one, other, count) = (cell(), cell(), cell(), cell().parse::<u32>());
            let part = PARTS.iter().position(|&part| part == other);
            let before = PARTS.iter().position(|&part| part == one);
            let form = FORMS.iter().position(|&form| form == one);
            match (what, before, form, part, count) {
                ("pair", Some(before), _, Some(part), Ok(count)) => tags.pairs[before][part] = f64::from(count),
                ("case", _, Some(form), Some(part), Ok(count)) if part < Part::OPEN => {
                    tags.cases[form][part] = f64::from(count);
                }
                _ => return Err(refuse("tags.tsv", index, format!("{row:?} is no pair and no case"))),
            }
        }
        Ok(tags)
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        for row in &self.pairs {
            let all: f64 = row.iter().sum::<f64>() + 0.5 * Part::COUNT as f64;
            bytes.extend(row.iter().map(|count| cost((count + 0.5) / all, SIXTEENTHS, 255.0)));
        }
        // What a form says beyond the word: its share among the words of a part, less the share
        // of the part, which the word has said already. Moved up so that no cost is negative.
        let of_part = |part: usize| self.cases.iter().map(|row| row[part]).sum::<f64>();
        let all: f64 = (0..Part::OPEN).map(of_part).sum();
        let log = |form: usize, part: usize| {
            let share = (self.cases[form][part] + 1.0) / (of_part(part) + Form::COUNT as f64);
            (share / (of_part(part) / all)).ln()
        };
        for form in 0..Form::COUNT {
            let best = (0..Part::OPEN).map(|part| log(form, part)).fold(f64::MIN, f64::max);
            bytes.extend((0..Part::OPEN).map(|part| cost((log(form, part) - best).exp(), SIXTEENTHS, 255.0)));
        }
    }
}

/// A share as a cost of whole steps, `steps` to a natural logarithm.
fn cost(share: f64, steps: f64, most: f64) -> u8 {
    (-share.ln() * steps).round().clamp(0.0, most) as u8
}

/// Words and endings by half their hash: rarity and parts.
fn rows(list: &str) -> Result<BTreeMap<u32, (u8, Parts)>, Error> {
    let mut documents = 1.0;
    let mut endings: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut words: Vec<(&str, f64, Counts)> = Vec::new();
    for (index, row) in list.lines().enumerate() {
        let mut cells = row.split('\t');
        let word = cells.next().unwrap_or("");
        let numbers: Vec<f64> = cells.map_while(|cell| cell.parse::<u32>().ok()).map(f64::from).collect();
        match (word, numbers.as_slice()) {
            ("#documents", &[count]) => documents = count,
            (comment, _) if comment.starts_with('#') => {}
            (word, &[count, ref counts @ ..]) if counts.len() == Part::OPEN => {
                let counts = std::array::from_fn(|part| counts[part]);
                match word.strip_prefix('-') {
                    Some(ending) => drop(endings.insert(ending, counts)),
                    None => words.push((word, count, counts)),
                }
            }
            _ => return Err(refuse("words.tsv", index, format!("{row:?} has no count of each part"))),
        }
    }
    let of_ending = |word: &str| {
        let ending = |length: usize| word.len().checked_sub(length).and_then(|from| word.get(from..));
        let known = [3, 2].into_iter().filter_map(ending).find_map(|ending| endings.get(ending));
        shares(known.or_else(|| endings.get("")).unwrap_or(&[1.0; Part::OPEN]), &[1.0; Part::OPEN], 0.02)
    };
    let rarest = (documents / RAREST).ln();
    let mut rows: BTreeMap<u32, (u8, Parts)> =
        endings.keys().map(|ending| (half(ending_key(ending)), (u8::MAX, pack(&of_ending(ending))))).collect();
    for (word, count, counts) in &words {
        let rarity = (documents / count.max(RAREST)).ln() / rarest;
        let parts = pack(&shares(counts, &of_ending(word), ENDING));
        rows.insert(half(fold::hash(word)), ((rarity.clamp(0.0, 1.0) * 255.0) as u8, parts));
    }
    Ok(rows)
}

/// The share of each part, with `weight` occurrences shared out as `prior` has it.
fn shares(counts: &Counts, prior: &Counts, weight: f64) -> Counts {
    let all: f64 = counts.iter().sum::<f64>() + weight * prior.iter().sum::<f64>();
    std::array::from_fn(|part| (counts[part] + weight * prior[part]) / all)
}

fn pack(shares: &Counts) -> Parts {
    let steps = SIXTEENTHS / f64::from(Parts::STEP);
    let most = f64::from(Parts::NEVER - 1);
    let parts = shares.iter().enumerate().map(|(part, &share)| {
        let cost = if share < LEAST_SHARE { Parts::NEVER } else { u32::from(cost(share, steps, most)) };
        cost << (4 * part)
    });
    Parts(parts.fold(0, |all, part| all | part))
}
