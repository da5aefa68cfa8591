//! Lists to `data/lexicon.bin`: which rows of the open lists earn their bytes.

use std::collections::BTreeMap;
use std::path::Path;

use super::cluster::Vectors;
use super::gazetteer::{Facts, MAX_PHRASE, extend};
use super::pack::{self, Pack};
use crate::error::{Error, ErrorKind};
use crate::text::{Document, Span};

/// Classes of the two wider kinds.
const MIDDLE: usize = 511;
const WIDE: usize = 64;

/// Names that news everywhere writes, written for this crate.
const KNOWN: &str = include_str!("../../data/lists/known_names.tsv");

/// What is gathered on one word before it is packed.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    cluster: u16,
    given: u8,
    surname: u8,
    case: u8,
    title: u8,
    longest: u8,
}

#[derive(Debug, Default)]
struct Builder {
    classes: Vec<(u16, u8)>,
    words: BTreeMap<u32, Word>,
    phrases: BTreeMap<u32, u16>,
}

/// A list of the folder: a header line, columns between tabs.
struct List {
    rows: Vec<Vec<String>>,
}

impl List {
    fn read(folder: &Path, name: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| ErrorKind::File { file: path.display().to_string(), reason: error.to_string() })?;
        let columns = text.lines().next().map_or(0, |line| line.split('\t').count());
        let mut rows = Vec::new();
        for (index, line) in text.lines().enumerate().skip(1) {
            let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
            if row.len() != columns {
                let reason = format!("{} columns where the header has {columns}", row.len());
                return Err(ErrorKind::Row { file: path.display().to_string(), line: index + 1, reason }.into());
            }
            rows.push(row);
        }
        Ok(Self { rows })
    }
}

/// Makes the bytes of `data/lexicon.bin` from the folder of open lists and that of word vectors
/// (`words.txt`, a word a line, the most frequent first, and `vectors.npy`, 50 numbers for each).
///
/// # Errors
/// When a list is missing or one of its rows has not the columns of its header; when the vectors
/// are not such.
pub fn build(folder: &Path, vectors: &Path) -> Result<Vec<u8>, Error> {
    let mut builder = Builder::default();
    builder.clusters(vectors)?;
    builder.people(folder)?;
    builder.case(folder)?;
    builder.titles(folder)?;
    builder.places(folder)?;
    builder.organisations(folder)?;
    builder.groups(folder)?;
    builder.known()?;
    Ok(builder.pack())
}

impl Builder {
    fn clusters(&mut self, folder: &Path) -> Result<(), Error> {
        let vectors = Vectors::read(folder)?;
        let (own, wider) = vectors.cluster(&[Facts::CLUSTERS, MIDDLE, WIDE]);
        let (middle, wide) = (&wider[0], &wider[1]);
        // Classes are numbered from 0; 0 in the file is "without one".
        self.classes = vec![(0, 0)];
        self.classes.extend(middle.iter().map(|&class| (class as u16 + 1, wide[class] as u8 + 1)));
        for (word, &class) in vectors.words.iter().zip(&own) {
            // Numbers are known by their form.
            if !word.chars().any(char::is_alphabetic) && word.chars().any(char::is_alphanumeric) {
                continue;
            }
            let Some(key) = word_key(word) else { continue };
            // Of two spellings of one fold the more frequent gives the class.
            let word = self.words.entry(key).or_default();
            if word.cluster == 0 {
                word.cluster = class as u16 + 1;
            }
        }
        Ok(())
    }

    fn people(&mut self, folder: &Path) -> Result<(), Error> {
        for row in List::read(folder, "given_names.tsv")?.rows {
            let (count, locales) = (number(&row[1]), number(&row[3]));
            let class = match (count, locales) {
                (100_000.., _) => 6,
                (20_000.., _) => 5,
                (3_000.., _) => 4,
                (500.., _) | (_, 3..) => 3,
                (1.., _) if count < 200 => continue,
                (_, 2..) => 2,
                _ => 1,
            };
            if let Some(key) = word_key(&row[0]) {
                let word = self.words.entry(key).or_default();
                word.given = word.given.max(class);
            }
        }
        for row in List::read(folder, "surnames.tsv")?.rows {
            let (count, locales) = (number(&row[1]), number(&row[3]));
            let class = match (count, locales) {
                (100_000.., _) => 6,
                (20_000.., _) => 5,
                (5_000.., _) => 4,
                (1_500.., _) => 3,
                (_, 2..) => 2,
                (0, _) => 1,
                _ => continue,
            };
            if let Some(key) = word_key(&row[0]) {
                let word = self.words.entry(key).or_default();
                word.surname = word.surname.max(class);
            }
        }
        Ok(())
    }

    fn case(&mut self, folder: &Path) -> Result<(), Error> {
        for row in List::read(folder, "word_freq.tsv")?.rows {
            let (lower, capital) = (number(&row[1]), number(&row[2]) + number(&row[4]));
            if lower + capital < 3 {
                continue;
            }
            let class = if lower >= 10 * capital {
                1
            } else if capital >= 10 * lower {
                3
            } else {
                2
            };
            if let Some(key) = word_key(&row[0]) {
                // A word of no other list earns its bytes only by being common.
                if lower + capital >= 20 || self.words.contains_key(&key) {
                    self.words.entry(key).or_default().case = class;
                }
            }
        }
        Ok(())
    }

    fn titles(&mut self, folder: &Path) -> Result<(), Error> {
        for row in List::read(folder, "titles.tsv")?.rows {
            let class = match row[1].as_str() {
                "honorific" => 1,
                "rank" => 2,
                "office" => 3,
                "occupation" => 4,
                "agent_GOV" | "agent_JUD" | "agent_LEG" => 5,
                _ => 6,
            };
            let mut tokens = hashes(&row[0]);
            if tokens.len() == 1 {
                let word = self.words.entry(pack::word_key(tokens[0])).or_default();
                if word.title == 0 || class < word.title {
                    word.title = class;
                }
            } else if !tokens.is_empty() {
                self.phrase(&mut tokens, 13);
            }
        }
        for row in List::read(folder, "name_particles.tsv")?.rows {
            if let Some(key) = word_key(&row[0]) {
                self.words.entry(key).or_default().title = 7;
            }
        }
        Ok(())
    }

    fn places(&mut self, folder: &Path) -> Result<(), Error> {
        for row in List::read(folder, "countries.tsv")?.rows {
            for name in [&row[4]].into_iter().map(String::as_str).chain(row[11].split('|')).chain(row[12].split('|')) {
                self.name(name, 0);
            }
        }
        for row in List::read(folder, "us_states.tsv")?.rows {
            self.name(&row[0], 1);
            self.name(&row[2], 1);
        }
        for row in List::read(folder, "admin1.tsv")?.rows {
            self.name(&row[0], 1);
        }
        for row in List::read(folder, "admin1_factbook.tsv")?.rows {
            self.name(&row[0], 1);
        }
        for row in List::read(folder, "cities.tsv")?.rows {
            let population = number(&row[4]);
            let list = if row[7] == "1" || population >= 1_000_000 {
                2
            } else if population >= 100_000 {
                3
            } else if row[9].is_empty() {
                continue; // small, and in no running text that the vectors were made from
            } else {
                4
            };
            self.name(&row[0], list);
            self.name(&row[1], list);
        }
        for row in List::read(folder, "places_physical.tsv")?.rows {
            self.name(&row[0], 5);
        }
        for row in List::read(folder, "places_curated.tsv")?.rows {
            self.name(&row[0], 6);
        }
        for row in List::read(folder, "continents.tsv")?.rows {
            self.name(&row[1], 6);
        }
        Ok(())
    }

    fn organisations(&mut self, folder: &Path) -> Result<(), Error> {
        for (file, list) in [
            ("orgs_companies.tsv", 7),
            ("orgs_government.tsv", 8),
            ("orgs_military.tsv", 8),
            ("orgs_igo.tsv", 8),
            ("orgs_media.tsv", 9),
            ("orgs_parties.tsv", 10),
            ("orgs_armed.tsv", 10),
        ] {
            for row in List::read(folder, file)?.rows {
                self.name(&row[0], list);
                for alias in row[4].split('|') {
                    self.name(alias, list);
                }
            }
        }
        Ok(())
    }

    fn groups(&mut self, folder: &Path) -> Result<(), Error> {
        for row in List::read(folder, "demonyms.tsv")?.rows {
            self.name(&row[0], 11);
        }
        for row in List::read(folder, "norp_groups.tsv")?.rows {
            self.name(&row[0], 12);
        }
        Ok(())
    }

    /// The crate's own list, which holds less than the open ones and is cleaner.
    fn known(&mut self) -> Result<(), Error> {
        for (index, line) in KNOWN.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let refuse = || ErrorKind::Row {
                file: "known_names.tsv".to_owned(),
                line: index + 1,
                reason: format!("found {line:?}, wanted a name, a tab, and organisation, media or other"),
            };
            let (name, kinds) = line.split_once('\t').ok_or_else(refuse)?;
            for kind in kinds.split('|') {
                let list = match kind {
                    "media" => 9,
                    "other" => 14,
                    "organisation" => 15,
                    _ => return Err(refuse().into()),
                };
                // "Time", "Next": with a capital they are mostly the first word of a sentence.
                let is_common =
                    word_key(name).is_some_and(|key| self.words.get(&key).is_some_and(|word| word.case == 1));
                if !is_common {
                    self.name(name, list);
                }
            }
        }
        Ok(())
    }

    fn name(&mut self, name: &str, list: u32) {
        let mut tokens = hashes(name);
        // "the Gambia", "The Guardian": our names do without the article.
        if tokens.len() > 1 && tokens[0] == hashes("the")[0] {
            tokens.remove(0);
        }
        // One letter names nothing.
        if !tokens.is_empty() && name.chars().count() > 1 {
            self.phrase(&mut tokens, list);
        }
    }

    fn phrase(&mut self, tokens: &mut [u64], list: u32) {
        if tokens.len() > MAX_PHRASE {
            return;
        }
        let key = pack::phrase_key(tokens.iter().fold(0, |state, &hash| extend(state, hash)));
        *self.phrases.entry(key).or_default() |= 1 << list;
        let first = self.words.entry(pack::word_key(tokens[0])).or_default();
        first.longest = first.longest.max(tokens.len() as u8);
    }

    fn pack(&self) -> Vec<u8> {
        let facts = |w: &Word| Facts::new(w.cluster, w.given, w.surname, w.case, w.title, w.longest).bits();
        let words = self.words.iter().map(|(&key, word)| (key, facts(word))).filter(|entry| entry.1 != 0).collect();
        let phrases = self.phrases.iter().map(|(&key, &lists)| (key, u32::from(lists))).collect();
        pack::write(&Pack { classes: self.classes.clone(), words, phrases })
    }
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or(0)
}

/// The hashes of the tokens of a list entry, split as an article is.
fn hashes(text: &str) -> Vec<u64> {
    let document = Document::new(text, &[Span::new(0, text.len())]);
    (0..document.tokens().len()).map(|index| document.hash(index)).collect()
}

/// The key of an entry of one token.
fn word_key(text: &str) -> Option<u32> {
    match hashes(text)[..] {
        [hash] => Some(pack::word_key(hash)),
        _ => None,
    }
}
