//! Writes many articles, no two alike, made from the sample articles: the same for the same seed.
//!
//! ```text
//! make-articles COUNT FOLDER [SEED]
//! ```
//!
//! Rows are `id`, `published` and `text`, in FOLDER/parquet and FOLDER/jsonl, a part for each 5,000.

use std::collections::HashSet;
use std::error::Error;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use datafusion::arrow::array::{Date32Array, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;

/// Parts, and row groups in them, are what an engine spreads over its cores.
const PART_ROWS: usize = 5_000;
const GROUP_ROWS: usize = 1_000;
/// The first day of publication, 2020-01-01, in days since 1970; a year of days follows.
const FIRST_DAY: i32 = 18_262;

/// Random numbers that are the same everywhere (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }
}

/// The article with some paragraphs left out, some names spelt otherwise throughout, and other last
/// digits in its long numbers.
fn mutate(article: &str, random: &mut Random) -> String {
    let mut paragraphs: Vec<&str> = article.split("\n\n").collect();
    let mut place = 0;
    paragraphs.retain(|_| {
        place += 1;
        // Headline, standfirst and byline stay.
        place <= 3 || !random.one_in(8)
    });
    let mut text = paragraphs.join("\n\n");
    for name in names(article) {
        if random.one_in(3) {
            text = text.replace(name, &respell(name, random));
        }
    }
    renumber(&text, random)
}

/// Words that begin with a capital after a small letter or a comma, in the order of their letters.
fn names(article: &str) -> Vec<&str> {
    let words: Vec<&str> = article.split(' ').collect();
    let is_name = |word: &str| {
        word.len() > 4
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word[1..].bytes().all(|b| b.is_ascii_lowercase())
    };
    let goes_on = |word: &str| word.ends_with(|c: char| c.is_ascii_lowercase() || c == ',');
    let mut names: Vec<&str> = words
        .windows(2)
        .filter(|pair| goes_on(pair[0]))
        .map(|pair| pair[1].trim_end_matches([',', '.']))
        .filter(|word| is_name(word))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The name with another first vowel after its first letter.
fn respell(name: &str, random: &mut Random) -> String {
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    let Some(at) = name[1..].find(['a', 'e', 'i', 'o', 'u']).map(|at| at + 1) else { return name.to_owned() };
    let vowel = VOWELS[(random.next() % 5) as usize];
    format!("{}{vowel}{}", &name[..at], &name[at + 1..])
}

/// Other last digits in numbers of three and more: days and hours stay possible.
fn renumber(text: &str, random: &mut Random) -> String {
    let mut digits = 0;
    let mut renumbered = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        let is_last = digits > 2 && !rest.peek().is_some_and(char::is_ascii_digit);
        renumbered.push(if is_last { char::from(b'0' + (random.next() % 10) as u8) } else { c });
    }
    renumbered
}

fn samples() -> std::io::Result<Vec<String>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../articles");
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    paths.sort();
    paths.iter().map(fs::read_to_string).collect()
}

fn write_part(part: usize, rows: &RecordBatch, folder: &Path) -> Result<(), Box<dyn Error>> {
    let file = |kind: &str| File::create(folder.join(format!("{kind}/part-{part:04}.{kind}")));
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(GROUP_ROWS)).build();
    let mut parquet = ArrowWriter::try_new(file("parquet")?, rows.schema(), Some(properties))?;
    parquet.write(rows)?;
    parquet.close()?;
    let mut lines = LineDelimitedWriter::new(BufWriter::new(file("jsonl")?));
    lines.write(rows)?;
    Ok(lines.finish()?)
}

fn main() -> ExitCode {
    article_digest_cluster::status(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (count, folder, seed) = match words.as_slice() {
        [count, folder] => (count.parse::<usize>()?, Path::new(folder), 1),
        [count, folder, seed] => (count.parse()?, Path::new(folder), seed.parse()?),
        _ => return Err("usage: make-articles COUNT FOLDER [SEED]".into()),
    };
    let samples = samples()?;
    let mut random = Random(seed);
    let mut known = HashSet::new();
    let mut article = |id: usize| {
        loop {
            let text = mutate(&samples[id % samples.len()], &mut random);
            let mut hash = DefaultHasher::new();
            text.hash(&mut hash);
            if known.insert(hash.finish()) {
                return text;
            }
        }
    };
    for kind in ["parquet", "jsonl"] {
        fs::create_dir_all(folder.join(kind))?;
    }
    for (part, first) in (0..count).step_by(PART_ROWS).enumerate() {
        let ids = first..count.min(first + PART_ROWS);
        let days = ids.clone().map(|id| FIRST_DAY + (id % 366) as i32);
        let rows = RecordBatch::try_from_iter([
            ("id", Arc::new(Int64Array::from_iter_values(ids.clone().map(|id| id as i64))) as _),
            ("published", Arc::new(Date32Array::from_iter_values(days)) as _),
            ("text", Arc::new(StringArray::from_iter_values(ids.map(&mut article))) as _),
        ])?;
        write_part(part, &rows, folder)?;
    }
    Ok(())
}
