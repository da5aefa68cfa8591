//! Countries by name and by people: "US", "United States", "American".

use std::fmt;

use once_cell::sync::Lazy;

use super::ByKey;
use super::name;

/// A country, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    pub(crate) const fn new(code: [u8; 2]) -> Self {
        Self(code)
    }

    /// The ISO 3166-1 alpha-2 code, as "BO".
    #[must_use]
    pub fn code(&self) -> &str {
        // Codes come from lists and a table that are checked to hold capital letters alone.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code as a key.
    pub(crate) fn key(self) -> u64 {
        u64::from(u16::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

static NAMES: Lazy<ByKey<Country>> = Lazy::new(|| parse(include_str!("../../data/lists/countries.tsv")));
static PEOPLES: Lazy<ByKey<Country>> = Lazy::new(|| parse(include_str!("../../data/lists/demonyms.tsv")));

fn parse(list: &str) -> ByKey<Country> {
    let rows = list.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    rows.map(|row| {
        let (name, code) = row.split_once('\t').expect("the lists are checked by the tests of this module");
        (name::key_of_text(name), country_of(code))
    })
    .collect()
}

/// The country of a row's code, which a mark may follow.
fn country_of(code: &str) -> Country {
    Country(code.as_bytes()[..2].try_into().expect("codes have two letters"))
}

/// The country of a name, by the key of its words.
pub(crate) fn of_name(key: u64) -> Option<Country> {
    NAMES.get(&key).copied()
}

/// The country of the adjective or noun for its people, by the key of its words.
pub(crate) fn of_people(key: u64) -> Option<Country> {
    PEOPLES.get(&key).copied()
}

/// The countries' main names as keys, by code.
static KEYS: Lazy<ByKey<u64>> = Lazy::new(|| {
    let mut keys = ByKey::default();
    for row in include_str!("../../data/lists/countries.tsv").lines().filter(|row| row.ends_with('*')) {
        let (name, code) = row.split_once('\t').expect("the lists are checked by the tests of this module");
        keys.insert(country_of(code).key(), name::key_of_text(name));
    }
    keys
});

/// Key of the main name of a country.
pub(crate) fn name_of(country: Country) -> Option<u64> {
    KEYS.get(&country.key()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_name_and_a_code() {
        for map in [&NAMES, &PEOPLES] {
            assert!(map.len() > 500);
            assert!(map.values().all(|country| country.0.iter().all(u8::is_ascii_uppercase)));
        }
    }

    #[test]
    fn names_and_peoples_are_found_in_any_spelling() {
        assert_eq!(of_name(name::key_of_text("the United States")), Some(Country(*b"US")));
        assert_eq!(of_name(name::key_of_text("U.S.A.")), Some(Country(*b"US")));
        assert_eq!(of_name(name::key_of_text("Cote d’Ivoire")), of_name(name::key_of_text("Ivory Coast")));
        assert_eq!(of_people(name::key_of_text("Bolivians")), Some(Country(*b"BO")));
        assert_eq!(of_people(name::key_of_text("Congolese")), None);
    }
}
