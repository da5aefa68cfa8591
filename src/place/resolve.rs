//! Resolve: names of places to countries and coordinates, by the evidence of the article.

use super::{Candidate, Country, PlaceKind};
use crate::alias::Entities;
use crate::detail::Detail;
use crate::entity::EntityKind;
use crate::lexicon::atlas::{self, Record};
use crate::lexicon::country;
use crate::lexicon::name::{self, Word};
use crate::text::{Document, TokenRange, fold};

/// From this probability on a country or a location is stated. Below it the article leaves it open.
const CERTAIN: f32 = 0.75;
/// Candidates less likely than this are not worth a reader's look.
const UNLIKELY: f32 = 0.02;
/// How many candidates are shown.
const MOST_SHOWN: usize = 5;

/// How much more likely a place is by each kind of evidence. Set by hand on the places of the
/// annotated news of the training set, and not sensitive: half and double change nothing there.
///
/// The state or country is named right after it: "Bangor, Maine".
const NAMED_AFTER: f32 = 1000.0;
/// Its country is named in the same sentence.
const NAMED_NEAR: f32 = 4.0;
/// Its country is the only one that the article names.
const NAMED_MOST: f32 = 12.0;
/// A state that has a city of its name is meant less often than the city, unless it is named as the
/// place of another: "New York", "Washington".
const STATE_OF_CITY: f32 = 0.03;
/// Weight of a place whose people are not counted, as that of a village.
const UNCOUNTED: f32 = 5000.0;

/// What a mention says of where other places are.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Within {
    country: Option<Country>,
    region: u16,
}

/// What the article says of one place.
#[derive(Debug, Default)]
struct Evidence {
    /// What is named right after it.
    within: Vec<Within>,
    /// Countries in the sentences that name it.
    near: Vec<Country>,
    /// Whether it is named right after another place: "Seattle, Washington".
    holds: Vec<u16>,
}

/// No place needs more hints of a sort than these; a name of a hundred thousand mentions repeats them.
const MOST_HINTS: usize = 16;

fn note<T: PartialEq>(hints: &mut Vec<T>, hint: T) {
    if hints.len() < MOST_HINTS && !hints.contains(&hint) {
        hints.push(hint);
    }
}

/// A mention of a place or nationality, in the order of the text.
#[derive(Debug, Clone, Copy)]
struct Named {
    tokens: TokenRange,
    entity: usize,
    country: Option<Country>,
}

pub(super) fn resolve(document: &Document<'_>, entities: &mut Entities<'_>, detail: Detail) {
    let mut words: Vec<Word> = Vec::new();
    // What each entity may be: its country by name, or the records of the table.
    let mut named: Vec<Named> = Vec::new();
    let mut records: Vec<Vec<Record>> = Vec::new();
    let mut counts = Counts::default();
    for (index, entity) in entities.list().iter().enumerate() {
        let mut found: Vec<Record> = Vec::new();
        let mut own = None;
        if matches!(entity.kind, EntityKind::Place | EntityKind::Other) {
            let is_place = entity.kind == EntityKind::Place;
            let mut last_key = None;
            for mention in &entity.mentions {
                words.clear();
                name::read(document, mention.tokens, &mut words);
                let key = name::key_of(&words);
                if last_key != Some(key) {
                    last_key = Some(key);
                    own = own.or(country_of(key, is_place));
                    if is_place && own.is_none() && found.is_empty() {
                        find(document, mention.tokens, &words, key, &mut found);
                    }
                }
            }
            let all = entity.mentions.iter();
            named.extend(all.map(|mention| Named { tokens: mention.tokens, entity: index, country: own }));
            if let Some(country) = own {
                counts.add(country, entity.mentions.len() as f32);
            }
        }
        records.push(found);
    }
    named.sort_unstable_by_key(|named| named.tokens.start);
    let evidence = gather(document, &named, &records, entities.list().len());

    // Places that are certain already tell of the others: La Paz of El Alto.
    for (index, records) in records.iter().enumerate().filter(|(_, records)| !records.is_empty()) {
        let weighed = weigh(records, &evidence[index], &counts);
        if let Some((country, _)) = most_likely_country(&weighed) {
            counts.add_later(country, 0.5 * entities.list()[index].mentions.len() as f32);
        }
    }
    counts.settle();

    let mut country_at = vec![None; entities.list().len()];
    for named in &named {
        country_at[named.entity] = named.country;
    }
    for (index, entity) in entities.list_mut().iter_mut().enumerate() {
        if let Some(country) = country_at[index] {
            entity.country = Some(country);
            if entity.kind == EntityKind::Place {
                entity.place_kind = Some(PlaceKind::Country);
                entity.location = record_of_country(country).and_then(|record| record.location());
            }
            continue;
        }
        if entity.kind != EntityKind::Place {
            continue;
        }
        if records[index].is_empty() {
            entity.place_kind = entity.mentions.first().and_then(|mention| kind_by_words(document, mention.tokens));
            continue;
        }
        let weighed = weigh(&records[index], &evidence[index], &counts);
        let (best, likelihood) = weighed[0];
        entity.country = most_likely_country(&weighed).map(|(country, _)| country);
        let of_kind: f32 = weighed.iter().filter(|(record, _)| record.kind == best.kind).map(|(_, p)| p).sum();
        // Of a river and a plain without coordinates either will do.
        let enough = if best.has_location { CERTAIN } else { 0.5 };
        entity.place_kind = (of_kind >= enough).then_some(best.kind);
        entity.location = best.location().filter(|_| likelihood >= CERTAIN);
        let shown = weighed.iter().filter(|&&(_, p)| p >= UNLIKELY).take(MOST_SHOWN);
        if weighed.len() > 1 && weighed.iter().any(|(record, _)| record.has_location) {
            entity.candidates.extend(shown.map(|&(record, confidence)| Candidate {
                kind: record.kind,
                country: record.country,
                location: record.location(),
                confidence,
            }));
        }
        if detail == Detail::Full {
            entity.why.push(reason(&evidence[index], weighed.len(), likelihood).into());
        }
    }
}

/// The places of a name: as the table has it, without "Province" or "City", or for a building by
/// the city that its name begins with.
fn find(document: &Document<'_>, tokens: TokenRange, words: &[Word], key: u64, found: &mut Vec<Record>) {
    found.extend(atlas::find(key));
    let Some((last, rest)) = words.split_last().filter(|(_, rest)| !rest.is_empty()) else { return };
    let noun = kind_of_noun(document.fold(last.token as usize));
    if !found.is_empty() || last.token + 1 != tokens.end {
        return;
    }
    match noun {
        Some(kind @ (PlaceKind::Region | PlaceKind::City)) if !COUNTY.contains(&last.hash) => {
            found.extend(atlas::find(name::key_of(rest)).filter(|record| record.kind == kind));
        }
        // "Baghdad International Airport" lies in the country of Baghdad.
        Some(PlaceKind::Facility) => {
            for end in (1..words.len()).rev() {
                let cities = atlas::find(name::key_of(&words[..end]))
                    .filter(|record| record.kind == PlaceKind::City && record.size >= GREAT_CITY);
                found.extend(cities.map(|city| Record { kind: PlaceKind::Facility, has_location: false, ..city }));
                if !found.is_empty() {
                    return;
                }
            }
        }
        _ => {}
    }
}

/// A smaller city does not lend its name to squares and bridges elsewhere: "Trafalgar Square".
const GREAT_CITY: f32 = 100_000.0;

/// Counties and districts are not the city or state that they are called like.
const COUNTY: [u64; 2] = [fold::hash("county"), fold::hash("district")];

fn reason(evidence: &Evidence, candidates: usize, likelihood: f32) -> String {
    let by = match evidence {
        _ if candidates == 1 => "the only place known of the name",
        Evidence { within, .. } if !within.is_empty() => "by what is named right after it",
        Evidence { near, .. } if !near.is_empty() => "by the countries of its sentences and its people",
        Evidence { .. } => "by the countries of the article and its people",
    };
    format!("place of {candidates} chosen at {:.0} %: {by}", 100.0 * likelihood)
}

/// "Georgia" is a country and a state: the table holds both, and the evidence chooses.
const GEORGIA: u64 = name::join(name::EMPTY, fold::hash("georgia"));

fn country_of(key: u64, is_place: bool) -> Option<Country> {
    if key == GEORGIA {
        return None;
    }
    if is_place { country::of_name(key) } else { country::of_people(key) }
}

fn record_of_country(country: Country) -> Option<Record> {
    let name = country::name_of(country)?;
    atlas::find(name).find(|record| record.kind == PlaceKind::Country && record.country == Some(country))
}

/// Reads what stands around each mention.
fn gather(document: &Document<'_>, named: &[Named], records: &[Vec<Record>], entities: usize) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = std::iter::repeat_with(Evidence::default).take(entities).collect();
    for pair in named.windows(2) {
        let (inner, outer) = (pair[0], pair[1]);
        let gap = inner.tokens.end as usize..outer.tokens.start as usize;
        let is_joined = matches!(gap.len(), 1 | 2)
            && gap.clone().all(|token| matches!(document.fold(token), "," | "in" | "("))
            && document.sentence_at(gap.start) == document.sentence_at(outer.tokens.start as usize);
        if !is_joined || inner.entity == outer.entity || records[inner.entity].is_empty() {
            continue;
        }
        if let Some(country) = outer.country {
            note(&mut evidence[inner.entity].within, Within { country: Some(country), region: 0 });
        }
        for record in records[outer.entity].iter().filter(|record| holds_places(record)) {
            // "Seattle, Washington": a Seattle has to lie there.
            let fits = |inner: &&Record| {
                inner.country == record.country && (record.region == 0 || inner.region == record.region)
            };
            if records[inner.entity].iter().any(|inner| fits(&inner)) {
                note(&mut evidence[inner.entity].within, Within { country: record.country, region: record.region });
                note(&mut evidence[outer.entity].holds, record.region);
            }
        }
    }
    // Countries named in the sentence.
    let mut start = 0;
    let mut countries: Vec<Country> = Vec::new();
    while start < named.len() {
        let sentence = document.sentences()[document.sentence_at(named[start].tokens.start as usize)].tokens();
        let count = named[start..].iter().take_while(|named| named.tokens.start < sentence.end).count().max(1);
        let group = &named[start..start + count];
        countries.clear();
        for country in group.iter().filter_map(|named| named.country) {
            note(&mut countries, country);
        }
        for named in group.iter().filter(|named| named.country.is_none()) {
            for &country in &countries {
                note(&mut evidence[named.entity].near, country);
            }
        }
        start += count;
    }
    evidence
}

fn holds_places(record: &Record) -> bool {
    matches!(record.kind, PlaceKind::Region | PlaceKind::Country) && record.country.is_some()
}

/// How often the article names each country.
#[derive(Debug, Default)]
struct Counts {
    list: Vec<(Country, f32)>,
    later: Vec<(Country, f32)>,
    total: f32,
}

impl Counts {
    fn add(&mut self, country: Country, count: f32) {
        self.total += count;
        match self.list.binary_search_by_key(&country, |&(country, _)| country) {
            Ok(at) => self.list[at].1 += count,
            Err(at) => self.list.insert(at, (country, count)),
        }
    }

    /// Counts a country only once all have been asked, so that the order of places does not matter.
    fn add_later(&mut self, country: Country, count: f32) {
        self.later.push((country, count));
    }

    fn settle(&mut self) {
        for (country, count) in std::mem::take(&mut self.later) {
            self.add(country, count);
        }
    }

    /// The part of all mentions of countries that are of this one, 0 to 1.
    fn share(&self, country: Country) -> f32 {
        let found = self.list.binary_search_by_key(&country, |&(country, _)| country);
        found.map_or(0.0, |at| self.list[at].1 / self.total)
    }
}

/// The records of a name with the probability of each, the likeliest first.
fn weigh(records: &[Record], evidence: &Evidence, counts: &Counts) -> Vec<(Record, f32)> {
    let mut weighed: Vec<(Record, f32)> = records
        .iter()
        .map(|record| {
            let mut weight = people(record);
            if let Some(country) = record.country {
                weight *= 1.0 + NAMED_MOST * counts.share(country);
                if evidence.near.contains(&country) {
                    weight *= NAMED_NEAR;
                }
            }
            let is_within = |within: &Within| {
                within.country == record.country && (within.region == 0 || within.region == record.region)
            };
            if record.kind != PlaceKind::Country && evidence.within.iter().any(is_within) {
                weight *= NAMED_AFTER;
            }
            if record.kind == PlaceKind::Region {
                if evidence.holds.contains(&record.region) {
                    weight *= NAMED_AFTER;
                } else if records.iter().any(|city| is_city_of(city, record)) {
                    weight *= STATE_OF_CITY;
                }
            }
            (*record, weight)
        })
        .collect();
    let total: f32 = weighed.iter().map(|(_, weight)| weight).sum();
    for (_, weight) in &mut weighed {
        *weight /= total;
    }
    // Equals stay in the order of the table.
    weighed.sort_by(|one, other| other.1.total_cmp(&one.1));
    weighed
}

/// How likely a place is to be in the news by how many live there: people to the power of 3/4.
fn people(record: &Record) -> f32 {
    let people = match record.kind {
        // Its size is a length; as many people as an average country of the name has.
        PlaceKind::Country => 4_000_000.0,
        _ if record.size > 0.0 => record.size,
        _ => UNCOUNTED,
    };
    people.sqrt() * people.sqrt().sqrt()
}

/// Whether a city of a country is so large that its name means it rather than the state.
fn is_city_of(city: &Record, state: &Record) -> bool {
    city.kind == PlaceKind::City && city.country == state.country && city.size * 10.0 > state.size
}

fn most_likely_country(weighed: &[(Record, f32)]) -> Option<(Country, f32)> {
    let country = weighed[0].0.country?;
    let likelihood: f32 = weighed.iter().filter(|(record, _)| record.country == Some(country)).map(|(_, p)| p).sum();
    (likelihood >= CERTAIN).then_some((country, likelihood))
}

/// What a place is by the noun in its name: "Cahors Cathedral", "Lake Poopó".
fn kind_by_words(document: &Document<'_>, tokens: TokenRange) -> Option<PlaceKind> {
    let (first, last) = (document.fold(tokens.range().start), document.fold(tokens.range().end.checked_sub(1)?));
    kind_of_noun(last).or_else(|| kind_of_noun(first).filter(|kind| *kind != PlaceKind::Facility))
}

fn kind_of_noun(noun: &str) -> Option<PlaceKind> {
    Some(match noun {
        "river" | "lake" | "sea" | "ocean" | "gulf" | "bay" | "strait" | "channel" | "canal" | "creek" | "falls" => {
            PlaceKind::Water
        }
        "mount" | "mt" | "mt." | "mountain" | "mountains" | "island" | "islands" | "desert" | "peninsula"
        | "valley" | "hills" | "forest" | "rainforest" | "cape" | "volcano" | "glacier" => PlaceKind::Land,
        "county" | "province" | "state" | "district" | "region" | "prefecture" | "oblast" => PlaceKind::Region,
        "city" | "town" | "village" => PlaceKind::City,
        "airport" | "stadium" | "bridge" | "street" | "avenue" | "road" | "square" | "park" | "tower" | "towers"
        | "building" | "hall" | "palace" | "castle" | "cathedral" | "church" | "mosque" | "temple" | "museum"
        | "station" | "hospital" | "prison" | "base" | "arena" | "center" | "centre" | "highway" | "dam" | "port"
        | "plant" | "house" | "theatre" | "theater" | "hotel" => PlaceKind::Facility,
        _ => return None,
    })
}

#[cfg(all(test, feature = "embedded-model"))]
mod tests {
    use super::*;

    fn first(name: &str) -> Record {
        atlas::find(name::key_of_text(name)).next().unwrap_or_else(|| panic!("{name} is in the table"))
    }

    #[test]
    fn the_embedded_table_is_sound_and_knows_cities_in_any_spelling() {
        assert_eq!(first("La Paz").country, Some(Country::new(*b"BO")));
        assert_eq!(first("São Paulo"), first("Sao Paulo"));
        assert_eq!(first("Maine").kind, PlaceKind::Region);
        let location = first("Kyiv").location().expect("cities have coordinates");
        assert!((location.latitude - 50.45).abs() < 0.01 && (location.longitude - 30.52).abs() < 0.01);
    }

    #[test]
    fn every_country_of_the_list_that_has_cities_lies_somewhere() {
        assert!(record_of_country(Country::new(*b"BO")).is_some_and(|record| record.has_location));
        assert!(record_of_country(Country::new(*b"US")).is_some_and(|record| record.size > 1000.0));
    }
}
