//! Makes `data/places.bin`, the table of places inside the crate, from lists of places.
//!
//! ```text
//! cargo run --release --features train --example build_places -- FOLDER data/places.bin
//! ```
//!
//! FOLDER holds `cities.tsv`, `admin1.tsv`, `us_states.tsv`, `countries.tsv`, `places_physical.tsv`,
//! `places_curated.tsv` and `continents.tsv`; sources and licences are in `data/PROVENANCE.md`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use article_digest::place::{PlaceKind, PlaceRow, pack};

/// Cities of at least this many people are also found by their other names: the 3,000 largest.
const KNOWN_BY_ALIASES: u64 = 200_000;
/// How many of them each: the table stays under 0.9 MB.
const MOST_ALIASES: usize = 3;
/// Population given to a region none of whose cities are known by region.
const REGION: u64 = 300_000;
/// The same for rivers and mountains: they lose against a town of the name, not against a village.
const UNPEOPLED: u64 = 20_000;

/// Regions that are called by a bearing alone, as a part of any country may be.
const BEARINGS: [&str; 12] = [
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Centre", "Center",
    "Capital",
];

fn rows(folder: &Path, file: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

/// The ISO 3166-2 code of a city's region, where its list gives the region of its country so that
/// news uses it: "Portland, Oregon", "London, Ontario", "Newcastle, New South Wales".
fn region_of(country: &str, code: &str) -> String {
    const CANADA: [&str; 14] = ["AB", "BC", "MB", "NB", "NL", "", "NS", "ON", "PE", "QC", "SK", "YT", "NT", "NU"];
    const AUSTRALIA: [&str; 8] = ["ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"];
    let numbered = |list: &[&str]| {
        let number: usize = code.parse().unwrap_or(0);
        number.checked_sub(1).and_then(|index| list.get(index)).map_or(String::new(), |code| (*code).to_owned())
    };
    let code = match country {
        "US" | "GB" => code.to_owned(),
        "CA" => numbered(&CANADA),
        "AU" => numbered(&AUSTRALIA),
        _ => String::new(),
    };
    if code.is_empty() { code } else { format!("{country}-{code}") }
}

/// People, and the mean of the coordinates weighted by them.
#[derive(Default)]
struct Mass {
    people: u64,
    north: f64,
    east: f64,
}

impl Mass {
    fn add(&mut self, people: u64, latitude: f32, longitude: f32) {
        self.people += people;
        self.north += people as f64 * f64::from(latitude);
        self.east += people as f64 * f64::from(longitude);
    }

    fn location(&self) -> Option<(f32, f32)> {
        let people = self.people as f64;
        (self.people > 0).then(|| ((self.north / people) as f32, (self.east / people) as f32))
    }
}

fn build(folder: &Path) -> Result<Vec<PlaceRow>, Box<dyn Error>> {
    let mut places = Vec::new();
    let mut regions: BTreeMap<String, Mass> = BTreeMap::new();
    let mut countries: BTreeMap<String, Mass> = BTreeMap::new();
    for row in rows(folder, "cities.tsv")? {
        let [name, ascii, country, admin, people, north, east, _, _, _, aliases] = &row[..] else {
            return Err(format!("{row:?}: found {} fields, wanted 11", row.len()).into());
        };
        let population: u64 = people.parse().unwrap_or(0);
        let location = (north.parse()?, east.parse()?);
        let region = region_of(country, admin);
        countries.entry(country.clone()).or_default().add(population, location.0, location.1);
        if !region.is_empty() {
            regions.entry(region.clone()).or_default().add(population, location.0, location.1);
        }
        let mut names = vec![name.clone()];
        names.extend((!ascii.is_empty()).then(|| ascii.clone()));
        if population >= KNOWN_BY_ALIASES {
            // Not "White House" for Casablanca: of several words one has to be of the name itself.
            let is_its_own =
                |alias: &str| alias.split(' ').count() == 1 || alias.split(' ').any(|word| name.contains(word));
            let is_plain = |alias: &&str| alias.len() >= 4 && alias.is_ascii() && is_its_own(alias);
            names.extend(aliases.split('|').filter(is_plain).take(MOST_ALIASES).map(str::to_owned));
        }
        if name == "New York City" {
            names.push("New York".to_owned());
        }
        if name == "Washington" && admin == "DC" {
            names.extend(["Washington DC".to_owned(), "DC".to_owned()]);
        }
        places.push(PlaceRow {
            kind: PlaceKind::City,
            names,
            country: country.clone(),
            region,
            location: Some(location),
            size: population,
        });
    }
    let abbreviations: BTreeMap<String, String> = rows(folder, "us_states.tsv")?
        .into_iter()
        .filter(|row| row.len() > 2 && !row[2].is_empty())
        .map(|row| (format!("US-{}", row[1]), row[2].clone()))
        .collect();
    for row in rows(folder, "admin1.tsv")? {
        let [name, code, country, _, aliases] = &row[..] else { continue };
        if code == "US-DC" || BEARINGS.contains(&name.as_str()) {
            continue;
        }
        let mass = regions.remove(code).unwrap_or_default();
        let mut names = vec![name.clone()];
        names.extend(abbreviations.get(code).cloned());
        let is_plain = |alias: &&str| alias.len() >= 4 && alias.is_ascii() && !BEARINGS.contains(alias);
        names.extend(aliases.split('|').filter(is_plain).take(MOST_ALIASES).map(str::to_owned));
        let location = mass.location();
        let size = if mass.people > 0 { mass.people / 2 } else { REGION };
        let region = if location.is_some() { code.clone() } else { String::new() };
        places.push(PlaceRow { kind: PlaceKind::Region, names, country: country.clone(), region, location, size });
    }
    for row in rows(folder, "countries.tsv")? {
        let [code, _, _, _, name, _, _, area, ..] = &row[..] else { continue };
        let Some(location) = countries.get(code).and_then(Mass::location) else { continue };
        // The radius of a circle of its area, half as much again since no country is a circle.
        let reach = (area.parse::<f64>().unwrap_or(0.0) / std::f64::consts::PI).sqrt() * 1.5;
        places.push(PlaceRow {
            kind: PlaceKind::Country,
            names: vec![name.clone()],
            country: code.clone(),
            region: String::new(),
            location: Some(location),
            size: (reach as u64).max(1),
        });
    }
    let mut plain = |kind: PlaceKind, name: &str| {
        let (country, region) = (String::new(), String::new());
        places.push(PlaceRow { kind, names: vec![name.to_owned()], country, region, location: None, size: UNPEOPLED });
    };
    for row in rows(folder, "places_physical.tsv")? {
        let [name, layer, feature, ..] = &row[..] else { continue };
        let kind = match (layer.as_str(), feature.as_str()) {
            ("river" | "lake" | "marine", _) => PlaceKind::Water,
            ("peak" | "point", _) => PlaceKind::Land,
            ("park", _) => PlaceKind::Facility,
            ("region", "Continent") => PlaceKind::Continent,
            ("region", _) => PlaceKind::Land,
            _ => continue,
        };
        plain(kind, name);
    }
    for row in rows(folder, "places_curated.tsv")? {
        let kind = if row[1] == "landmark" { PlaceKind::Facility } else { PlaceKind::Region };
        plain(kind, &row[0]);
    }
    for row in rows(folder, "continents.tsv")? {
        plain(PlaceKind::Continent, &row[1]);
    }
    Ok(places)
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, out] = &words[..] else { return Err("usage: build_places FOLDER OUT".into()) };
    let places = build(Path::new(folder))?;
    let bytes = pack(&places);
    std::fs::write(out, &bytes)?;
    println!("{} places, {} bytes", places.len(), bytes.len());
    Ok(())
}
