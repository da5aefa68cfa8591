//! Lines that say when: timestamps, and the day of publication in them.

use crate::time::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words that may stand in a timestamp besides numbers and months.
const WORDS: [&str; 65] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "published",
    "updated",
    "posted",
    "modified",
    "last",
    "first",
    "on",
    "at",
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "bst",
    "utc",
    "est",
    "edt",
    "et",
    "pt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "ist",
    "eastern",
    "time",
    "ago",
    "hours",
    "hour",
    "minutes",
    "minute",
    "mins",
    "min",
    "days",
    "day",
    "date",
    "of",
    "publication",
    "read",
    "and",
    "aest",
    "an",
    "a",
    "cst",
    "cdt",
    "mst",
    "hrs",
    "local",
];

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | ';' | '/' | '(' | ')' | '•' | '·' | '–' | '—'))
        .map(|word| word.trim_matches(['.', ':', '-']))
        .filter(|word| !word.is_empty())
}

fn month(word: &str) -> Option<u8> {
    let index = FULL_MONTHS.iter().position(|full| *full == word);
    let short = || MONTHS.iter().position(|short| *short == word || word == "sept" && *short == "sep");
    index.or_else(short).map(|index| index as u8 + 1)
}

/// Whether a folded line says nothing but a date or a time: "Published 10:32 GMT, 4 May 2021".
pub(super) fn is_timestamp(folded: &str) -> bool {
    let (mut dated, mut count) = (false, 0);
    for word in words(folded) {
        count += 1;
        let number = word.bytes().any(|byte| byte.is_ascii_digit());
        dated |= number || month(word).is_some();
        let fits = number && word.len() <= 25 && !word.bytes().all(|byte| byte.is_ascii_digit() && word.len() > 4)
            || month(word).is_some()
            || WORDS.contains(&word);
        if !fits || count > 24 {
            return false;
        }
    }
    // A bare number is a page number, a bare month a name.
    let digits = folded.bytes().any(|byte| byte.is_ascii_digit());
    let said = ["published", "updated", "posted", "modified", "ago", "gmt", "am", "pm", "p.m", "a.m", "est", "et"];
    let placed = words(folded).any(|word| month(word).is_some() && digits || said.contains(&word));
    dated && (placed || iso(folded).is_some()) || words(folded).eq(["updated", "an", "hour", "ago"])
}

/// Whether a folded line begins by saying when the article appeared, whatever follows the date:
/// "Updated June 19, 2022 10:47 pm - SYLHET".
pub(super) fn is_published(folded: &str) -> bool {
    const STARTS: [&str; 5] = ["updated", "published", "posted", "last updated", "first published"];
    STARTS.iter().any(|start| folded.starts_with(start)) && day(folded).is_some()
}

/// The first full day that a folded line states.
pub(super) fn day(folded: &str) -> Option<Date> {
    if let Some(date) = iso(folded) {
        return Some(date);
    }
    let number = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u16>().ok();
    let mut last: [&str; 3] = [""; 3];
    for word in words(folded).take(80) {
        last = [last[1], last[2], word];
        let [a, b, c] = last;
        let year = number(c).filter(|year| (1900..=2100).contains(year) && c.len() == 4);
        let Some(year) = year else { continue };
        // "May 4, 2021" and "4 May 2021"
        let parts = month(a).zip(number(b)).or_else(|| month(b).zip(number(a)));
        if let Some(date) = parts.and_then(|(month, day)| Date::new(year, month, u8::try_from(day).ok()?)) {
            return Some(date);
        }
    }
    None
}

/// A day written YYYY-MM-DD, alone or before a time.
fn iso(folded: &str) -> Option<Date> {
    words(folded).take(12).find_map(|word| word.get(..10)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_only_say_when_are_timestamps() {
        for line in [
            "2019-09-12",
            "thursday, september 12, 2019",
            "published 10:32 gmt",
            "updated nov 19, 9:41 am; posted nov 18, 8:19 pm",
            "19 november 2019",
            "3 hours ago",
        ] {
            assert!(is_timestamp(line), "{line}");
        }
        for line in ["sept 12 was a bad day", "he was born in 1990", "may", "12", "the march of 1963"] {
            assert!(!is_timestamp(line), "{line}");
        }
    }

    #[test]
    fn the_day_is_read_in_the_orders_that_papers_use() {
        let shown = |line: &str| day(line).map(|date| date.to_string());
        assert_eq!(shown("updated 4:05 pm, tuesday, may 4, 2021").as_deref(), Some("2021-05-04"));
        assert_eq!(shown("19th november 2019 10.32 gmt").as_deref(), Some("2019-11-19"));
        assert_eq!(shown("2020-10-27t10:00").as_deref(), Some("2020-10-27"));
        assert_eq!(shown("published 10:32 gmt"), None);
        assert_eq!(shown("february 30, 2021"), None);
    }
}
