//! Spelling: variants of one name that differ by a vowel or a slip: "Usama bin Ladin", "Chriac".
use super::form::{Forms, Sets};
use crate::entity::EntityKind;
use crate::lexicon::name::{self, Person, Word};
use crate::lexicon::{atlas, country, plain};
use crate::text::{Document, fold};

/// Shorter words are too close to each other: "Mali" and "Mala" are two names.
const SHORTEST: usize = 5;
/// How many names of one skeleton are compared with another.
const MOST_COMPARED: usize = 8;

/// Joins names of several words that are one name in two spellings, and single words that no full
/// name claims with the name that they misspell.
pub(super) fn join(document: &Document<'_>, forms: &Forms, sets: &mut Sets, is_claimed: &[bool]) {
    let speller = Speller { document, forms };
    // By key, then in the order of the article; and for each form the key of all its words.
    let mut by_skeleton: Vec<(u64, u32)> = Vec::new();
    let mut whole = vec![None; forms.list.len()];
    for (form, whole) in whole.iter_mut().enumerate().filter(|&(form, _)| forms.list[form].count > 0) {
        let first = by_skeleton.len();
        by_skeleton.extend(speller.skeletons(form).map(|key| (key, form as u32)));
        *whole = by_skeleton.get(first).map(|entry| entry.0);
    }
    by_skeleton.sort_unstable();
    for (variant, &is_claimed) in is_claimed.iter().enumerate() {
        let is_single = speller.words(variant).len() == 1;
        if forms.list[variant].count == 0 || is_single && is_claimed || speller.is_known(variant) {
            continue;
        }
        let Some(key) = whole[variant] else { continue };
        let first = by_skeleton.partition_point(|entry| entry.0 < key);
        let alike = by_skeleton[first..].iter().take_while(|entry| entry.0 == key).take(MOST_COMPARED);
        let target = alike.map(|entry| entry.1 as usize).find(|&form| speller.is_variant(variant, form));
        if let Some(target) = target {
            sets.join(variant, target);
        }
    }
}

struct Speller<'s, 't> {
    document: &'s Document<'t>,
    forms: &'s Forms,
}

impl Speller<'_, '_> {
    fn words(&self, form: usize) -> &[Word] {
        let words = self.forms.words(form);
        let person = Person::new(words);
        &words[person.start..person.end]
    }

    /// The keys under which a form is found: that of all its words, and of a person's full name
    /// also those of its first and last word.
    fn skeletons(&self, form: usize) -> impl Iterator<Item = u64> {
        let words = self.words(form);
        let all = words.iter().fold(name::EMPTY, |key, word| name::join(key, self.skeleton(word)));
        let is_person = self.forms.list[form].kind() == EntityKind::Person && words.len() > 1;
        let ends = if is_person { [words.first(), words.last()] } else { [None, None] };
        let ends = ends.map(|word| word.map(|word| name::join(name::EMPTY, self.skeleton(word))));
        let is_long = words.iter().any(|word| self.text(word).len() >= SHORTEST);
        std::iter::once(all).chain(ends.into_iter().flatten()).filter(move |_| is_long)
    }

    fn text(&self, word: &Word) -> &str {
        self.document.fold(word.token as usize)
    }

    /// What is left of a word without its vowels: "ldn" of "Laden" and "Ladin".
    fn skeleton(&self, word: &Word) -> u64 {
        let text = self.text(word);
        if text.is_ascii() {
            return bones(text.bytes());
        }
        let mut spelt = String::new();
        plain::push(&mut spelt, text);
        bones(spelt.bytes())
    }

    /// A country, a city: it is spelt as it should be.
    fn is_known(&self, form: usize) -> bool {
        let key = self.forms.list[form].key;
        country::of_name(key).is_some() || country::of_people(key).is_some() || atlas::is_settled(key)
    }

    /// Whether one form is a rarer spelling of the other, or of the first or last word of it.
    fn is_variant(&self, variant: usize, form: usize) -> bool {
        let (one, other) = (&self.forms.list[variant], &self.forms.list[form]);
        if variant == form || one.kind() != other.kind() || one.known.is_some() || other.known.is_some() {
            return false;
        }
        let (words, others) = (self.words(variant), self.words(form));
        if words.len() == 1 && others.len() > 1 {
            return [&others[0], &others[others.len() - 1]].iter().any(|other| self.is_slip(&words[0], other, SLIP));
        }
        let is_rarer = (one.count, variant) < (other.count, form) || words.len() > 1;
        let total: usize = words.iter().zip(others).map(|(word, other)| self.distance(word, other)).sum();
        words.len() == others.len()
            && is_rarer
            && (1..=2).contains(&total)
            && words.iter().zip(others).enumerate().all(|(index, (word, other))| {
                // "Maria" and "Mario" are two people.
                let is_given = words.len() > 1 && index == 0 && one.kind() == EntityKind::Person;
                word.hash == other.hash
                    || self.is_slip(word, other, SLIP) && !(is_given && self.differs_at_end(word, other))
            })
    }

    fn is_slip(&self, word: &Word, other: &Word, most: usize) -> bool {
        let distance = self.distance(word, other);
        (1..=most).contains(&distance) && self.text(word).len().min(self.text(other).len()) >= SHORTEST
    }

    fn differs_at_end(&self, word: &Word, other: &Word) -> bool {
        self.text(word).chars().next_back() != self.text(other).chars().next_back()
    }

    fn distance(&self, word: &Word, other: &Word) -> usize {
        if word.hash == other.hash {
            return 0;
        }
        distance(self.text(word).as_bytes(), self.text(other).as_bytes())
    }
}

/// Hash of a plain word without its vowels but a first one, "q" and "c" as "k", doubles single.
fn bones(spelt: impl Iterator<Item = u8>) -> u64 {
    let (mut key, mut last) = (name::EMPTY, 0);
    for byte in spelt {
        let bone = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'\'' if last == 0 => b'a',
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'\'' => continue,
            b'c' | b'q' => b'k',
            _ => byte,
        };
        if bone != last {
            key = key.wrapping_mul(0x0000_0100_0000_01b3) ^ u64::from(bone);
            last = bone;
        }
    }
    fold::mix(key)
}

/// How many letters may differ.
const SLIP: usize = 1;
/// Words are compared up to this many bytes; longer ones count as far apart.
const LONGEST: usize = 24;

/// Letters changed, added, left out or swapped with their neighbour between two words.
fn distance(one: &[u8], other: &[u8]) -> usize {
    if one.len() > LONGEST || other.len() > LONGEST {
        return usize::MAX / 4;
    }
    let mut rows = [[0usize; LONGEST + 1]; 3];
    for (index, cell) in rows[0].iter_mut().enumerate() {
        *cell = index;
    }
    for i in 1..=one.len() {
        let (now, above, second) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i;
        for j in 1..=other.len() {
            let change = rows[above][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut fewest = change.min(rows[above][j] + 1).min(rows[now][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                fewest = fewest.min(rows[second][j - 2] + 1);
            }
            rows[now][j] = fewest;
        }
    }
    rows[one.len() % 3][other.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_swap_of_neighbours_is_one_slip() {
        assert_eq!(distance(b"chriac", b"chirac"), 1);
        assert_eq!(distance(b"laden", b"ladin"), 1);
        assert_eq!(distance(b"austria", b"australia"), 2);
        assert_eq!(distance(b"", b"abc"), 3);
    }
}
