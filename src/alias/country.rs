//! Countries by name and by people: "US", "United States", "American".

use once_cell::sync::Lazy;

use super::form::ByKey;
use super::name;

/// An ISO 3166-1 alpha-2 code.
pub(crate) type Code = [u8; 2];

static NAMES: Lazy<ByKey<Code>> = Lazy::new(|| parse(include_str!("../../data/lists/countries.tsv")));
static PEOPLES: Lazy<ByKey<Code>> = Lazy::new(|| parse(include_str!("../../data/lists/demonyms.tsv")));

fn parse(list: &str) -> ByKey<Code> {
    let rows = list.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    rows.map(|row| {
        let (name, code) = row.split_once('\t').expect("the lists are checked by the tests of this module");
        (name::key_of_text(name), code.as_bytes()[..2].try_into().expect("codes have two letters"))
    })
    .collect()
}

/// The country of a name, by the key of its words.
pub(crate) fn of_name(key: u64) -> Option<Code> {
    NAMES.get(&key).copied()
}

/// The country of the adjective or noun for its people, by the key of its words.
pub(crate) fn of_people(key: u64) -> Option<Code> {
    PEOPLES.get(&key).copied()
}

/// The countries' main names as keys, by code.
static KEYS: Lazy<ByKey<u64>> = Lazy::new(|| {
    let mut keys = ByKey::default();
    for row in include_str!("../../data/lists/countries.tsv").lines().filter(|row| row.ends_with('*')) {
        let (name, code) = row.split_once('\t').expect("the lists are checked by the tests of this module");
        keys.insert(number(code.as_bytes()[..2].try_into().expect("codes have two letters")), name::key_of_text(name));
    }
    keys
});

fn number(code: Code) -> u64 {
    u64::from(u16::from_be_bytes(code))
}

/// Key of the main name of a country.
pub(crate) fn name_of(code: Code) -> Option<u64> {
    KEYS.get(&number(code)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_name_and_a_code() {
        for map in [&NAMES, &PEOPLES] {
            assert!(map.len() > 500);
            assert!(map.values().all(|code| code.iter().all(u8::is_ascii_uppercase)));
        }
    }

    #[test]
    fn names_and_peoples_are_found_in_any_spelling() {
        assert_eq!(of_name(name::key_of_text("the United States")), Some(*b"US"));
        assert_eq!(of_name(name::key_of_text("U.S.A.")), Some(*b"US"));
        assert_eq!(of_name(name::key_of_text("Cote d’Ivoire")), of_name(name::key_of_text("Ivory Coast")));
        assert_eq!(of_people(name::key_of_text("Bolivians")), Some(*b"BO"));
        assert_eq!(of_people(name::key_of_text("Congolese")), None);
    }
}
