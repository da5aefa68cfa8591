//! Pack: rows of places to the table that the crate embeds. Used by `examples/build_places.rs`.

use std::collections::HashMap;

use super::PlaceKind;
use super::table::{LATITUDE_STEPS, LONGITUDE_STEPS, MAGIC, NOWHERE, VERSION, code_of, size_of};
use crate::lexicon::name;

/// More places of one name than these are left out: the smallest of fifty San Antonios is never
/// the likeliest, and its country is that of another.
const MOST_OF_A_NAME: usize = 16;

/// A place with its names.
#[derive(Debug, Clone)]
pub struct PlaceRow {
    /// What it is.
    pub kind: PlaceKind,
    /// Its names.
    pub names: Vec<String>,
    /// ISO 3166-1 code of its country; empty where it has none.
    pub country: String,
    /// Code of its region, as "US-ME"; empty where it is not known.
    pub region: String,
    /// Degrees north and east.
    pub location: Option<(f32, f32)>,
    /// Inhabitants, for a country its reach in kilometres; 0 where it is not known.
    pub size: u64,
}

/// Makes the table of places. The same rows give the same bytes.
#[must_use]
pub fn pack(rows: &[PlaceRow]) -> Vec<u8> {
    let mut regions: HashMap<&str, u16> = HashMap::new();
    let mut records: Vec<u8> = Vec::new();
    let mut seen: HashMap<Vec<u8>, u32> = HashMap::new();
    // Key, size the other way round, record: sorts the greatest of a name first.
    let mut names: Vec<(u32, u8, u32)> = Vec::new();
    for row in rows {
        let number = regions.len() as u16 + 1;
        let region = if row.region.is_empty() { 0 } else { *regions.entry(&row.region).or_insert(number) };
        let mut record = Vec::new();
        let (latitude, longitude) = row.location.map_or((NOWHERE, 0), |(latitude, longitude)| {
            ((latitude * LATITUDE_STEPS).round() as i16, (longitude * LONGITUDE_STEPS).round() as i16)
        });
        record.extend(latitude.to_le_bytes());
        record.extend(longitude.to_le_bytes());
        record.extend(row.country.bytes().chain([0, 0]).take(2));
        record.extend(region.to_le_bytes());
        let size = (1..=127).find(|&code| size_of(code) >= row.size as f32 * 0.84).unwrap_or(127);
        let size = if row.size == 0 { 0 } else { size };
        record.extend([code_of(row.kind), size]);
        // Rivers without coordinates are all the same record.
        let index = *seen.entry(record.clone()).or_insert_with(|| {
            records.extend(&record);
            (records.len() / record.len() - 1) as u32
        });
        names.extend(row.names.iter().map(|name| ((name::key_of_text(name) >> 32) as u32, u8::MAX - size, index)));
    }
    names.sort_unstable();
    names.dedup();
    let mut count = 0;
    let mut last = None;
    names.retain(|&(key, _, _)| {
        count = if last == Some(key) { count + 1 } else { 0 };
        last = Some(key);
        count < MOST_OF_A_NAME
    });
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend([0, 0]);
    bytes.extend(((records.len() / super::table::RECORD) as u32).to_le_bytes());
    bytes.extend((names.len() as u32).to_le_bytes());
    bytes.extend(records);
    for (key, _, index) in names {
        bytes.extend(key.to_le_bytes());
        bytes.extend(index.to_le_bytes());
    }
    bytes
}
