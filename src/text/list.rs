//! List: the words that the tokenizer knows, by the hash of their fold.

use super::fold;

/// A sorted table from folded words to small values. The lexicon has a faster one; this floor
/// stands below it, and asks only at a full stop or a hyphen.
#[derive(Debug)]
pub(super) struct List<T>(Vec<(u64, T)>);

impl<T: Copy> List<T> {
    /// Reads one word a line, a tab, and what `value` makes of the rest; `#` comments.
    pub(super) fn parse(list: &str, value: impl Fn(&str) -> Option<T>) -> Self {
        let rows = list.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
        let mut words: Vec<_> = rows
            .map(|row| {
                let (word, rest) = row.split_once('\t').unwrap_or((row, ""));
                (fold::hash(word), value(rest).expect("the lists of this module, read by its tests"))
            })
            .collect();
        words.sort_unstable_by_key(|&(hash, _)| hash);
        Self(words)
    }

    /// The value of a word, by the hash of its fold.
    pub(super) fn get(&self, hash: u64) -> Option<T> {
        self.0.binary_search_by_key(&hash, |&(known, _)| known).ok().map(|i| self.0[i].1)
    }
}

/// The hash of a word that may have capitals, or none where it is longer than any listed one.
pub(super) fn hash_of(word: &str) -> Option<u64> {
    const LONGEST: usize = 24;
    let mut folded = [0; LONGEST];
    let folded = folded.get_mut(..word.len())?;
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    std::str::from_utf8(folded).ok().map(fold::hash)
}
