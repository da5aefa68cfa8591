//! Bodies, places and other names: short forms and acronyms of a longer name.
use once_cell::sync::Lazy;

use super::form::{Forms, Sets};
use super::{Claim, Tie};
use crate::entity::EntityKind;
use crate::lexicon::name::{self, Part, UK, US, Word};
use crate::lexicon::{ByKey, atlas, country, plain};
use crate::text::{Document, fold};

/// The short forms and acronyms that each longer name has in the article.
pub(super) fn claim(forms: &Forms, claims: &mut Vec<Claim>) {
    let mut initials = String::new();
    for full in 0..forms.list.len() {
        let (form, words) = (&forms.list[full], forms.words(full));
        let kind = form.kind();
        if form.count == 0 || kind == EntityKind::Person || words.len() < 2 {
            continue;
        }
        let mut claim = |key: u64, tie: Tie| {
            if let Some(short) = forms.get(key).filter(|&short| short != full && forms.list[short].count > 0) {
                let fits = match tie {
                    Tie::Acronym => forms.words(short).len() == 1 && forms.words(short)[0].is_upper,
                    _ => forms.list[short].kind() == kind || loses_trade(forms, short, full),
                };
                if fits {
                    claims.push(Claim { short: short as u32, full: full as u32, tie });
                }
            }
        };
        // "US House of Representatives": "House" is it too.
        let without_country = &words[usize::from(is_country(words[0]))..];
        for words in [words, without_country] {
            let mut key = name::EMPTY;
            for end in 1..words.len() {
                key = name::join(key, words[end - 1].hash);
                if may_drop_after(kind, words, end) {
                    claim(key, Tie::Short);
                }
            }
        }
        for start in 1..words.len() {
            if may_drop_before(kind, words, start) {
                claim(name::key_of(&words[start..]), Tie::Short);
            }
        }
        // "Bradley Airport" for "Bradley International Airport"
        if let [first, .., last] = words
            && words.len() > 2
            && words[1..words.len() - 1].iter().all(|word| LEVELS.contains(&word.hash))
        {
            claim(name::key_of(&[*first, *last]), Tie::Short);
        }
        // "the Department" is the California Department of Corrections.
        for word in words.iter().filter(|word| matches!(word.part, Some(Part::Generic | Part::Section))) {
            if kind == EntityKind::Organisation {
                claim(name::join(name::EMPTY, word.hash), Tie::Short);
            }
        }
        // "PG&E" is the "Pacific Gas and Electric Company".
        let is_legal = words[words.len() - 1].part == Some(Part::Company);
        let without_legal = &words[..words.len() - usize::from(is_legal)];
        for words in [words, without_country, without_legal] {
            for keep in [Keep::Content, Keep::All, Keep::Capitals] {
                initials.clear();
                if push_initials(&mut initials, words, keep) >= 2 {
                    claim(name::join(name::EMPTY, fold::hash(&initials)), Tie::Acronym);
                }
            }
        }
    }
}

/// Words of rank between the own part of a name and its noun.
const LEVELS: [u64; 5] = [
    fold::hash("international"),
    fold::hash("national"),
    fold::hash("regional"),
    fold::hash("municipal"),
    fold::hash("memorial"),
];

/// Whether a form is the name of a company without its trade, and was taken for a person:
/// "Mahan" for "Mahan Air". A surname that a full name claims goes to that person first. Not so for other
/// kinds: a "Democratic" senator is not the Democratic Party.
fn loses_trade(forms: &Forms, short: usize, full: usize) -> bool {
    let (kept, words) = (forms.words(short), forms.words(full));
    let is_trade = |word: &Word| matches!(word.part, Some(Part::Company | Part::Generic));
    forms.list[full].kind() == EntityKind::Organisation
        && forms.list[short].kind() == EntityKind::Person
        && words.len() > kept.len()
        && words[kept.len()..].iter().all(is_trade)
        && words[..kept.len()].iter().zip(kept).all(|(word, kept)| word.hash == kept.hash)
}

/// Whether the words from `end` on may fall off: "Burisma" for "Burisma Holdings".
fn may_drop_after(kind: EntityKind, words: &[Word], end: usize) -> bool {
    let (kept, dropped) = words.split_at(end);
    if kept[end - 1].part == Some(Part::Small) {
        return false;
    }
    let is_tail = |word: &Word| matches!(word.part, Some(Part::Company | Part::Generic)) || word.is_number;
    match kind {
        // Not "the Senate" for "the Senate Judiciary Committee", which is a part of it.
        EntityKind::Organisation => {
            let is_whole = kept.len() > 1 && kept[end - 1].part == Some(Part::Generic);
            // Nor "Boston University" for "Boston University School of Public Health", nor "Tesco"
            // for "Tesco Polska".
            !dropped.iter().any(|word| word.part == Some(Part::Section) || is_whole && word.part == Some(Part::Generic))
                && !is_country(dropped[0])
        }
        // "Calicut International Airport", but "Mexico City" is not Mexico.
        EntityKind::Place => {
            let key = name::key_of(kept);
            let is_other = country::of_name(key).is_some() || atlas::is_settled(key) && !is_capital_district(dropped);
            dropped.iter().all(is_tail) && !is_settled(dropped) && !is_other || is_sea(dropped)
        }
        EntityKind::Other => dropped.iter().all(is_tail),
        EntityKind::Person => false,
    }
}

/// Whether the words before `start` may fall off: "Judiciary Committee" for "House Judiciary
/// Committee".
fn may_drop_before(kind: EntityKind, words: &[Word], start: usize) -> bool {
    let (dropped, kept) = words.split_at(start);
    // The "Health" of "Ministry of Health" is no name of it.
    if dropped[start - 1].part == Some(Part::Small) || kept[0].part == Some(Part::Small) {
        return false;
    }
    match kind {
        // Not "ISIS" for the "Global Coalition to Defeat ISIS".
        EntityKind::Organisation => kept.len() > 1 || dropped.iter().all(|word| word.part != Some(Part::Small)),
        // "the Hall" for "Fishmongers' Hall"; "York" is not "New York".
        EntityKind::Place => kept.len() == 1 && kept[0].part == Some(Part::Generic),
        // "Dorian" for "Hurricane Dorian"; an American is not a Native American.
        EntityKind::Other => country::of_people(name::key_of(kept)).is_none(),
        EntityKind::Person => false,
    }
}

/// "Washington" is "Washington, D.C."
fn is_capital_district(dropped: &[Word]) -> bool {
    matches!(dropped, [only] if only.hash == DC)
}

/// "the Atlantic" is the ocean whatever town has the name, "Amazon" beside "Amazon rainforest" the forest.
fn is_sea(dropped: &[Word]) -> bool {
    matches!(dropped, [only] if [OCEAN, SEA, RAINFOREST, DESERT].contains(&only.hash))
}

const OCEAN: u64 = fold::hash("ocean");
const SEA: u64 = fold::hash("sea");
const RAINFOREST: u64 = fold::hash("rainforest");
const DESERT: u64 = fold::hash("desert");
const DC: u64 = fold::hash("dc");
const CITY: u64 = fold::hash("city");
const STATE: u64 = fold::hash("state");
const PROVINCE: u64 = fold::hash("province");
const RIVER: u64 = fold::hash("river");
const ISLAND: u64 = fold::hash("island");
const BAY: u64 = fold::hash("bay");
const GULF: u64 = fold::hash("gulf");
const LAKE: u64 = fold::hash("lake");

/// Words that make another place of a place: Kansas City, Hudson Bay.
fn is_settled(dropped: &[Word]) -> bool {
    let words = [CITY, STATE, PROVINCE, RIVER, ISLAND, BAY, GULF, LAKE];
    dropped.iter().any(|word| words.contains(&word.hash))
}

/// Which words of a name give a letter to its acronym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// "OAS": neither "of" nor "the".
    Content,
    /// "ODESC": every word.
    All,
    /// "USGS": the words that are written with a capital.
    Capitals,
}

/// Appends the initials; how many words gave one.
fn push_initials(initials: &mut String, words: &[Word], keep: Keep) -> usize {
    let mut count = 0;
    for word in words {
        let kept = match keep {
            Keep::Content => word.part != Some(Part::Small),
            Keep::All => true,
            Keep::Capitals => word.is_capitalised,
        };
        if !kept || word.is_number {
            continue;
        }
        count += 1;
        match () {
            () if word.hash == US => initials.push_str("us"),
            () if word.hash == UK => initials.push_str("uk"),
            () => initials.push(word.letter),
        }
    }
    count
}

/// Whether a word is the name of a country or of its people: what a body of the country is called
/// by abroad, and called without at home.
fn is_country(word: Word) -> bool {
    let key = name::join(name::EMPTY, word.hash);
    country::of_name(key).is_some() || country::of_people(key).is_some()
}

/// Joins what differs by a closing "s" alone: "Republican" and "Republicans".
pub(super) fn join_plurals(document: &Document<'_>, forms: &Forms, sets: &mut Sets) {
    for plural in 0..forms.list.len() {
        let kind = forms.list[plural].kind();
        if !matches!(kind, EntityKind::Organisation | EntityKind::Other) || forms.list[plural].count == 0 {
            continue;
        }
        let Some((last, before)) = forms.words(plural).split_last() else { continue };
        let text = document.fold(last.token as usize);
        let Some(singular) = text.strip_suffix('s').filter(|singular| singular.len() >= 4) else { continue };
        let key = name::join(name::key_of(before), plain::hash_of(singular));
        if let Some(singular) = forms.get(key).filter(|&form| forms.list[form].kind() == kind) {
            sets.join(singular, plural);
        }
    }
}

/// Joins the names of one country: "US", "United States", "America".
pub(super) fn join_countries(forms: &Forms, sets: &mut Sets) {
    let mut first_of = ByKey::<usize>::default();
    for form in 0..forms.list.len() {
        if forms.list[form].kind() == EntityKind::Place
            && let Some(found) = country::of_name(forms.list[form].key)
        {
            let first = *first_of.entry(found.key()).or_insert(form);
            sets.join(first, form);
        }
    }
}

/// Bodies known under names that no rule leads to one another.
static NAMES: Lazy<ByKey<u64>> = Lazy::new(|| {
    let rows = include_str!("../../data/lists/body_names.tsv").lines();
    let rows = rows.filter(|row| !row.is_empty() && !row.starts_with('#'));
    rows.map(|row| {
        let (name, main) = row.split_once('\t').expect("the list is checked by the tests of this module");
        (name::key_of_text(name), name::key_of_text(main))
    })
    .collect()
});

/// Joins the names of one body: "MSF", "Médecins Sans Frontières", "Doctors Without Borders".
pub(super) fn join_renamed(forms: &Forms, sets: &mut Sets) {
    let mut first_of = ByKey::<usize>::default();
    for form in 0..forms.list.len() {
        let key = forms.list[form].key;
        if forms.list[form].count > 0 && forms.list[form].kind() != EntityKind::Person {
            let main = NAMES.get(&key).copied().unwrap_or(key);
            let first = *first_of.entry(main).or_insert(form);
            sets.join(first, form);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_list_is_two_names() {
        assert_eq!(NAMES.get(&name::key_of_text("MSF")), Some(&name::key_of_text("Doctors Without Borders")));
        assert!(NAMES.iter().all(|(name, main)| name != main && !NAMES.contains_key(main)));
    }
}
