//! When: the values of times as a reader says them, and their order.

use std::fmt;

use crate::digest::Digest;
use crate::time::TimeKind;

/// A value of ISO 8601 and TIMEX3, "2019-06-25", written as "25 June 2019". What is no date of
/// that kind is written as it is.
#[derive(Clone, Copy)]
pub(super) struct When<'a>(pub(super) &'a str);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The parts of a value between its hyphens.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Month(usize),
    Week(u32),
    Quarter(u32),
    Season(&'static str, usize),
    Weekend,
    Day(u32),
    Other(&'a str),
}

fn part(text: &str, first: bool) -> Part<'_> {
    let number = |text: &str| text.parse::<u32>().ok();
    match (text, text.get(..1), text.get(1..)) {
        // Winter counts with the December that opens it.
        ("SP", ..) => Part::Season("spring", 3),
        ("SU", ..) => Part::Season("summer", 6),
        ("FA", ..) => Part::Season("autumn", 9),
        ("WI", ..) => Part::Season("winter", 12),
        ("WE", ..) => Part::Weekend,
        (_, Some("W"), Some(week)) if number(week).is_some() => Part::Week(number(week).unwrap_or(0)),
        (_, Some("Q"), Some(quarter)) if number(quarter).is_some() => Part::Quarter(number(quarter).unwrap_or(0)),
        _ => match number(text) {
            Some(month @ 1..=12) if first => Part::Month(month as usize),
            Some(day @ 1..=31) if !first => Part::Day(day),
            _ => Part::Other(text),
        },
    }
}

/// A value taken apart: "2019-06-21TNI" is the year 2019, June, the 21st and the night.
struct Pieces<'a> {
    year: &'a str,
    parts: [Option<Part<'a>>; 2],
    time: Option<&'a str>,
}

/// Takes a value apart; none where it does not begin with a year.
fn split(value: &str) -> Option<Pieces<'_>> {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let mut pieces = date.split('-');
    let year =
        pieces.next().filter(|year| (2..=4).contains(&year.len()) && year.bytes().all(|b| b.is_ascii_digit()))?;
    let first = pieces.next().map(|text| part(text, true));
    let second = pieces.next().map(|text| part(text, false));
    Some(Pieces { year, parts: [first, second], time })
}

impl fmt::Display for When<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.0;
        if let Some((from, to)) = value.split_once('/') {
            return write!(f, "{} to {}", When(from), When(to));
        }
        match value {
            "PRESENT_REF" => return f.write_str("now"),
            "PAST_REF" => return f.write_str("in the past"),
            "FUTURE_REF" => return f.write_str("in the future"),
            _ => {}
        }
        let Some(Pieces { year, parts, time }) = split(value) else { return write_duration(f, value) };
        match (year.len(), &parts) {
            (3, [None, None]) => write!(f, "{year}0s")?,
            (2, [None, None]) => write!(f, "{year}00 to {year}99")?,
            (4, [None, None]) => f.write_str(year)?,
            (4, [Some(Part::Month(month)), None]) => write!(f, "{} {year}", MONTHS[month - 1])?,
            (4, [Some(Part::Month(month)), Some(Part::Day(day))]) => write!(f, "{day} {} {year}", MONTHS[month - 1])?,
            (4, [Some(Part::Week(week)), None]) => write!(f, "week {week} of {year}")?,
            (4, [Some(Part::Week(week)), Some(Part::Weekend)]) => write!(f, "weekend of week {week}, {year}")?,
            (4, [Some(Part::Quarter(quarter)), None]) => write!(f, "Q{quarter} {year}")?,
            (4, [Some(Part::Season(name, _)), None]) => write!(f, "{name} {year}")?,
            _ => return f.write_str(value),
        }
        match time {
            None => Ok(()),
            Some("MO") => f.write_str(", morning"),
            Some("MI") => f.write_str(", midday"),
            Some("AF") => f.write_str(", afternoon"),
            Some("EV") => f.write_str(", evening"),
            Some("NI") => f.write_str(", night"),
            Some(clock) => write!(f, ", {clock}"),
        }
    }
}

/// "P3W" as "3 weeks". What has more than one part is written as it is.
fn write_duration(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let (number, is_clock) = match value.strip_prefix("PT") {
        Some(clock) => (clock, true),
        None => (value.strip_prefix('P').unwrap_or(""), false),
    };
    let (number, unit) = number.split_at(number.len() - usize::from(number.is_ascii() && !number.is_empty()));
    let word = match (unit, is_clock) {
        ("H", true) => "hour",
        ("M", true) => "minute",
        ("S", true) => "second",
        ("D", false) => "day",
        ("W", false) => "week",
        ("M", false) => "month",
        ("Y", false) => "year",
        _ => return f.write_str(value),
    };
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return f.write_str(value);
    }
    write!(f, "{number} {word}{}", if number == "1" { "" } else { "s" })
}

/// Whether HTML takes the value as the `datetime` of a `<time>` element.
pub(super) fn is_html_datetime(value: &str) -> bool {
    let Some(Pieces { year, parts, time }) = split(value) else { return false };
    let date = year.len() == 4
        && value.matches('-').count() <= 2
        && matches!(
            parts,
            [None | Some(Part::Month(_) | Part::Week(_)), None] | [Some(Part::Month(_)), Some(Part::Day(_))]
        );
    let day = matches!(parts, [_, Some(Part::Day(_))]);
    let clock = |time: &str| {
        let bytes = time.as_bytes();
        bytes.len() == 5 && bytes[2] == b':' && [0, 1, 3, 4].iter().all(|&at| bytes[at].is_ascii_digit())
    };
    date && time.is_none_or(|time| day && clock(time)) && !value.contains('/')
}

/// Sorts values by the moment at which they begin: year, month, day, time of day.
fn key(value: &str) -> Option<(u32, u32, u32, String)> {
    let value = value.split('/').next().unwrap_or(value);
    let Pieces { year, parts: [first, second], time } = split(value)?;
    let scale = 10u32.pow(4 - year.len() as u32);
    let year = year.parse::<u32>().ok()? * scale;
    let (month, mut day) = match first {
        Some(Part::Month(month) | Part::Season(_, month)) => (month as u32, 0),
        // Near enough to stand between the months.
        Some(Part::Week(week)) => (week * 7 / 31 + 1, week * 7 % 31),
        Some(Part::Quarter(quarter @ 1..=4)) => (quarter * 3 - 2, 0),
        _ => (0, 0),
    };
    if let Some(Part::Day(number)) = second {
        day = number;
    }
    let time = match time {
        Some("MO") => "06",
        Some("MI") => "12",
        Some("AF") => "13",
        Some("EV") => "18",
        Some("NI") => "21",
        Some(clock) => clock,
        None => "",
    };
    Some((year, month, day, time.to_owned()))
}

/// The moments of an article, earliest first: each value that lies in the calendar, with the
/// indexes of the expressions that mean it in the order of the text.
pub(super) fn timeline(digest: &Digest<'_>) -> Vec<(String, Vec<usize>)> {
    let mut found: Vec<_> = digest
        .times()
        .iter()
        .enumerate()
        .filter(|(_, time)| matches!(time.kind(), TimeKind::Date | TimeKind::Time))
        .filter_map(|(index, time)| {
            let value = time.value()?.to_string();
            Some((key(&value)?, value, index))
        })
        .collect();
    found.sort();
    let mut moments: Vec<(String, Vec<usize>)> = Vec::new();
    for (_, value, index) in found {
        match moments.last_mut() {
            Some((latest, indexes)) if *latest == value => indexes.push(index),
            _ => moments.push((value, vec![index])),
        }
    }
    moments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_a_reader_says_them() {
        for (value, words) in [
            ("2019-06-25", "25 June 2019"),
            ("2019-06", "June 2019"),
            ("2017", "2017"),
            ("199", "1990s"),
            ("2019-W26", "week 26 of 2019"),
            ("2019-W26-WE", "weekend of week 26, 2019"),
            ("2019-Q3", "Q3 2019"),
            ("2019-SU", "summer 2019"),
            ("2019-06-21T20:30", "21 June 2019, 20:30"),
            ("2019-06-21TNI", "21 June 2019, night"),
            ("2016/2018", "2016 to 2018"),
            ("PRESENT_REF", "now"),
            ("P3W", "3 weeks"),
            ("PT1H", "1 hour"),
            ("P1Y6M", "P1Y6M"),
            ("P", "P"),
            ("XXXX-10", "XXXX-10"),
            ("2019-13-99", "2019-13-99"),
        ] {
            assert_eq!(When(value).to_string(), words);
        }
    }

    #[test]
    fn only_what_html_allows_becomes_a_datetime() {
        for value in ["2019", "2019-06", "2019-06-25", "2019-W26", "2019-06-21T20:30"] {
            assert!(is_html_datetime(value), "{value}");
        }
        for value in ["199", "2019-Q3", "2019-SU", "2019-06-21TNI", "2016/2018", "PRESENT_REF", "2019-W26-WE", ""] {
            assert!(!is_html_datetime(value), "{value}");
        }
    }

    #[test]
    fn moments_stand_in_the_order_of_the_calendar() {
        let mut values = ["2019-Q3", "2019-06-21TNI", "2019-06-21T09:00", "2019", "199", "2019-SU", "2018-12-31"];
        values.sort_by_key(|value| key(value));
        let wanted = ["199", "2018-12-31", "2019", "2019-SU", "2019-06-21T09:00", "2019-06-21TNI", "2019-Q3"];
        assert_eq!(values, wanted);
    }
}
