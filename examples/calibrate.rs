//! How often what is said with a confidence is right: names, figures and times by confidence, and
//! figures by reading, the counts behind the confidences in `src/figure/reading.rs`.
//!
//! ```text
//! cargo run --release --example calibrate -- gold-dev.jsonl
//! ```
//!
//! Reads articles annotated as `{"text", "spans": [[start, end, kind, value]]}`, offsets in code
//! points, the day of publication on the second line. Prints for every reading how many of its
//! figures are right in span, kind and value, how many there are, and the confidence they were
//! given; then for names (right in span and kind), figures and times (right in span and value), by
//! tenths of confidence, how many there are, their mean confidence and the share that is right.
//! Calibration error is how far the two lie apart, a mean over all.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;

use article_digest::figure::{Figure, FigureKind, Value};
use article_digest::{Detail, Digester, Entity, EntityKind, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    text: String,
    spans: Vec<(usize, usize, String, String)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which annotated file?")?;
    let mut seen: BTreeMap<String, (u32, u32, f32)> = BTreeMap::new();
    let mut tables = ["names", "figures", "times"].map(Reliability::new);
    for line in fs::read_to_string(path)?.lines() {
        let row: Row = serde_json::from_str(line)?;
        let bytes: Vec<usize> = row.text.char_indices().map(|(byte, _)| byte).chain([row.text.len()]).collect();
        let annotated: HashMap<(usize, usize), (&str, &str)> = row
            .spans
            .iter()
            .map(|(start, end, kind, value)| ((bytes[*start], bytes[*end]), (&**kind, &**value)))
            .collect();
        let title = row.text.find('\n').unwrap_or(0);
        let day = row.text[title..].trim_start().lines().next().unwrap_or("").trim();
        let mut builder = Digester::builder().detail(Detail::Full);
        if let Ok(day) = day.parse() {
            builder = builder.published(day);
        }
        let digest = builder.build().digest(&row.text);
        let is_of_day = |span: Span| span.start() > title && span.end() <= title + 1 + day.len();
        let gold = |span: Span| annotated.get(&(span.start(), span.end()));
        let [names, figures, times] = &mut tables;
        for mention in digest.entities().iter().flat_map(Entity::mentions) {
            let wanted = match mention.kind() {
                EntityKind::Person => "P",
                EntityKind::Organisation => "O",
                EntityKind::Place => "L",
                _ => "M",
            };
            names.add(mention.confidence(), gold(mention.words().span()).is_some_and(|(kind, _)| *kind == wanted));
        }
        for time in digest.times().iter().filter(|time| !is_of_day(time.words().span())) {
            let value = time.value().map_or("?".to_owned(), |value| value.to_string());
            let right = gold(time.words().span()).is_some_and(|(kind, wanted)| *kind == "D" && *wanted == value);
            times.add(time.confidence(), right);
        }
        for figure in digest.figures() {
            let span = figure.words().span();
            if is_of_day(span) {
                continue;
            }
            let right = gold(span).is_some_and(|(kind, value)| is_right(figure, kind, value));
            figures.add(figure.confidence(), right);
            let reading = figure.why().first().map_or("", |reason| &**reason);
            let count = seen.entry(reading.to_string()).or_default();
            *count = (count.0 + u32::from(right), count.1 + 1, figure.confidence());
        }
    }
    let mut apart = 0.0;
    let mut all = 0.0;
    for (reading, (right, of, confidence)) in &seen {
        println!("{reading:36} {right:4} of {of:4}  {:.3}  confidence {confidence:.3}", share(*right, *of));
        apart += (share(*right, *of) - confidence).abs() * *of as f32;
        all += *of as f32;
    }
    println!("calibration error by reading {:.1} %", 100.0 * apart / all);
    tables.iter().for_each(Reliability::print);
    Ok(())
}

/// How often what was said is right, by tenths of confidence.
struct Reliability {
    of: &'static str,
    /// How many, the sum of their confidences, and how many are right.
    tenths: [(u32, f32, u32); 10],
}

impl Reliability {
    const fn new(of: &'static str) -> Self {
        Self { of, tenths: [(0, 0.0, 0); 10] }
    }

    fn add(&mut self, confidence: f32, right: bool) {
        let tenth = &mut self.tenths[((confidence * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + 1, tenth.1 + confidence, tenth.2 + u32::from(right));
    }

    fn print(&self) {
        println!("\n{:8} confidence    count  mean  right", self.of);
        let (mut apart, mut all) = (0.0, 0);
        for (tenth, &(count, sum, right)) in self.tenths.iter().enumerate().filter(|(_, tenth)| tenth.0 > 0) {
            let (low, mean, right) = (tenth as f32 / 10.0, sum / count as f32, share(right, count));
            println!("{:8} {low:.1} to {:.1} {count:8}  {mean:.3}  {right:.3}", "", low + 0.1);
            apart += (mean - right).abs() * count as f32;
            all += count;
        }
        println!("calibration error of {} {:.1} %", self.of, 100.0 * apart / all.max(1) as f32);
    }
}

fn share(right: u32, of: u32) -> f32 {
    right as f32 / of as f32
}

/// Whether a figure has the kind and the value that were annotated, as "~1000000 people", "USD 5e6".
fn is_right(figure: &Figure<'_>, kind: &str, value: &str) -> bool {
    let kinds: &[FigureKind] = match kind {
        "N" => &[FigureKind::Count, FigureKind::Ratio, FigureKind::Score],
        "%" => &[FigureKind::Percent],
        "$" => &[FigureKind::Money],
        "Q" => &[FigureKind::Measure, FigureKind::Age, FigureKind::Duration],
        "R" => &[FigureKind::Rank],
        _ => &[],
    };
    let mut value = value.trim_start_matches(['~', '<', '>', '=']).trim();
    if kind == "$" {
        let (currency, amount) = value.split_once(' ').unwrap_or((value, ""));
        if figure.currency().is_some_and(|read| read.code() != currency) {
            return false;
        }
        value = amount.trim_start_matches(['~', '<', '>', '=']);
    }
    kinds.contains(&figure.kind()) && has_value(figure, value)
}

fn has_value(figure: &Figure<'_>, text: &str) -> bool {
    let (number, unit) = text.split_once(' ').unwrap_or((text, ""));
    let number = number.trim_end_matches("pp");
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    let pair = |separator: &str| {
        let (a, b) = number.split_once(separator)?;
        Some((a.parse::<f64>().ok()?, b.parse::<f64>().ok()?))
    };
    match figure.quantity().value {
        Value::Exact(read) => match compound(number, unit) {
            Some(sum) => same(read.to_f64(), sum),
            None => !number.starts_with(|c: char| c.is_ascii_digit() || c == '-'),
        },
        Value::Range(Some(low), Some(high)) => {
            pair("..").is_some_and(|(a, b)| same(low.to_f64(), a) && same(high.to_f64(), b))
        }
        // Dozens, hundreds: any number will do, for the annotation gives none.
        Value::Range(..) => !number.starts_with(|c: char| c.is_ascii_digit()),
        Value::Ratio(part, whole) => pair("/").is_some_and(|(a, b)| same(part.to_f64(), a) && same(whole.to_f64(), b)),
        Value::Points(ours, theirs) => {
            pair("-").is_some_and(|(a, b)| same(ours.to_f64(), a) && same(theirs.to_f64(), b))
        }
        _ => false,
    }
}

/// "2 hour 5 minute 45 second" in the smallest of its units; a number with one unit as it is.
fn compound(number: &str, unit: &str) -> Option<f64> {
    let mut total: f64 = number.parse().ok()?;
    let words: Vec<&str> = unit.split(' ').collect();
    for pair in words[1..].chunks_exact(2) {
        let Ok(more) = pair[0].parse::<f64>() else { break };
        let times = match pair[1] {
            "month" => 12.0,
            "minute" | "second" => 60.0,
            "inch" => 12.0,
            _ => break,
        };
        total = total * times + more;
    }
    Some(total)
}
