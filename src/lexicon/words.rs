//! `WordMap`: folded words to values, asked by the hash that a document already has.

use super::table::Table;
use crate::error::{Error, ErrorKind};
use crate::text::fold;

/// A fixed table from folded words to small values.
///
/// A document hashes each token once ([`Document::hash`](crate::Document::hash)); asking a word
/// map costs one probe and no comparison of characters. Two different words of one 64-bit hash
/// are taken for the same: with lists of a hundred thousand words that is a chance of one in 10^9
/// for an unlisted word to be taken for a listed one.
#[derive(Debug, Clone, Default)]
pub struct WordMap<T> {
    table: Table<T>,
}

impl<T: Copy> WordMap<T> {
    /// Makes the table; of two entries for one word the later one stays.
    pub fn new<'w>(entries: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let entries: Vec<(u64, T)> = entries.into_iter().map(|(word, value)| (hash_of(word), value)).collect();
        let mut table = Table::with_capacity(entries.len());
        for (hash, value) in entries {
            table.update(hash, |_| value);
        }
        Self { table }
    }

    /// Reads a list: one word a line, a tab, and what `value` makes of the rest; `#` comments.
    ///
    /// # Errors
    /// When `value` refuses a row; the error names file and line.
    pub fn parse(file: &str, list: &str, mut value: impl FnMut(&str) -> Option<T>) -> Result<Self, Error> {
        let mut entries = Vec::new();
        for (index, row) in list.lines().enumerate() {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let (word, rest) = row.split_once('\t').unwrap_or((row, ""));
            let value = value(rest).ok_or_else(|| ErrorKind::Row {
                file: file.to_owned(),
                line: index + 1,
                reason: format!("{rest:?} is no value for {word:?}"),
            })?;
            entries.push((word, value));
        }
        Ok(Self::new(entries))
    }

    /// The value of a word, by the hash of its fold.
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<T> {
        self.table.get(hash)
    }

    /// Whether a word is listed, by the hash of its fold.
    #[must_use]
    pub fn contains(&self, hash: u64) -> bool {
        self.get(hash).is_some()
    }

    /// How many words are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }
}

fn hash_of(word: &str) -> u64 {
    let mut folded = String::with_capacity(word.len());
    fold::push(&mut folded, word);
    fold::hash(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_word_is_found_by_the_hash_of_any_spelling() {
        let map = WordMap::new([("said", 1), ("O'Brien", 2)]);
        assert_eq!(map.get(hash_of("Said")), Some(1));
        assert_eq!(map.get(hash_of("O’BRIEN")), Some(2));
        assert_eq!(map.get(hash_of("told")), None);
        assert_eq!(map.len(), 2);
    }

    #[test]
    fn a_row_without_a_value_is_an_error_that_names_its_line() {
        let error = WordMap::<u8>::parse("verbs.tsv", "# verbs\nsaid\t1\ntold\tx\n", |v| v.parse().ok()).unwrap_err();
        assert_eq!(error.to_string(), "verbs.tsv, line 3: \"x\" is no value for \"told\"");
    }
}
