//! Holidays and other days with a name, and the rule that gives their day in a year.

use once_cell::sync::Lazy;

use super::calendar::{Date, days_in_month};
use crate::text::fold;

/// How the day of a holiday is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// Month and day
    Fixed(u8, u8),
    /// Month, which one, weekday, and days after it; the fifth stands for the last.
    Nth(u8, u8, u8, i8),
    /// Days from Easter Sunday
    Easter(i8),
}

impl Rule {
    /// The day in a year.
    pub(super) fn day(self, year: u16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day),
            Self::Nth(month, LAST, weekday, days) => {
                let last = Date::new(year, month, days_in_month(year, month))?;
                let back = (i64::from(last.weekday()) - i64::from(weekday)).rem_euclid(7);
                last.plus_days(i64::from(days) - back)
            }
            Self::Nth(month, nth, weekday, days) => {
                let first = Date::new(year, month, 1)?;
                let on = (i64::from(weekday) - i64::from(first.weekday())).rem_euclid(7);
                first.plus_days(on + 7 * (i64::from(nth) - 1) + i64::from(days))
            }
            Self::Easter(days) => easter(year)?.plus_days(i64::from(days)),
        }
    }

    fn parse(rule: &str) -> Option<Self> {
        if let Some(days) = rule.strip_prefix("easter") {
            return Some(Self::Easter(days.parse().ok()?));
        }
        if let Some((month, day)) = rule.split_once('-') {
            return Some(Self::Fixed(month.parse().ok()?, day.parse().ok()?));
        }
        let (rule, days) = rule.split_once('+').unwrap_or((rule, "0"));
        let mut parts = rule.split('.');
        let month = parts.next()?.parse().ok()?;
        let nth = match parts.next()? {
            "last" => LAST,
            nth => nth.parse().ok()?,
        };
        Some(Self::Nth(month, nth, parts.next()?.parse().ok()?, days.parse().ok()?))
    }
}

const LAST: u8 = 5;

/// Easter Sunday of the Western churches, by the Gregorian computus of Meeus, Jones and Butcher.
#[allow(clippy::many_single_char_names, clippy::cast_sign_loss)] // as the computus is published
fn easter(year: u16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

/// A holiday by the hashes of the words of its name.
struct Holiday {
    words: Vec<u64>,
    rule: Rule,
}

/// Sorted by the first word; of two that begin alike the longer one comes first.
static HOLIDAYS: Lazy<Vec<Holiday>> = Lazy::new(|| {
    let mut holidays: Vec<Holiday> = include_str!("../../data/lists/holidays.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| {
            let (name, rule) =
                row.split_once('\t').expect("a name, a tab and a rule, checked by the tests of this module");
            let rule = Rule::parse(rule).expect("a rule, checked by the tests of this module");
            Holiday { words: words_of(name).map(fold::hash).collect(), rule }
        })
        .collect();
    holidays.sort_by_key(|holiday| (holiday.words[0], std::cmp::Reverse(holiday.words.len())));
    holidays
});

/// The words of a name as the tokenizer splits them: "new year's day" is four.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(' ')
        .flat_map(|word| match word.strip_suffix("'s") {
            Some(stem) => [stem, "'s"],
            None => match word.strip_suffix('\'') {
                Some(stem) => [stem, "'"],
                None => [word, ""],
            },
        })
        .filter(|word| !word.is_empty())
}

/// The holidays, fetched once for a document.
#[derive(Clone, Copy)]
pub(super) struct Holidays(&'static [Holiday]);

impl Holidays {
    pub(super) fn load() -> Self {
        Self(&HOLIDAYS)
    }

    /// Whether the name of a holiday begins with a word.
    pub(super) fn opens(self, first: u64) -> bool {
        self.0.binary_search_by_key(&first, |holiday| holiday.words[0]).is_ok()
    }

    /// The longest holiday whose name begins with a word; `hash` gives the words from there on.
    /// The rule, and how many words the name has.
    ///
    /// # Complexity
    /// Logarithmic in the list where the first word is no first word of a holiday.
    pub(super) fn find(self, first: u64, hash: impl Fn(usize) -> Option<u64>) -> Option<(Rule, usize)> {
        let at = self.0.partition_point(|holiday| holiday.words[0] < first);
        self.0[at..]
            .iter()
            .take_while(|holiday| holiday.words[0] == first)
            .find(|holiday| holiday.words.iter().enumerate().all(|(index, &word)| hash(index) == Some(word)))
            .map(|holiday| (holiday.rule, holiday.words.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(name: &str, year: u16) -> String {
        let words: Vec<u64> = words_of(name).map(fold::hash).collect();
        let found = Holidays::load().find(words[0], |index| words.get(index).copied());
        let (rule, length) = found.unwrap_or_else(|| panic!("{name} is listed"));
        assert_eq!(length, words.len());
        rule.day(year).expect("a year of the calendar").to_string()
    }

    #[test]
    fn holidays_fall_on_the_days_that_the_calendars_of_their_years_show() {
        assert_eq!(day("christmas eve", 2019), "2019-12-24");
        assert_eq!(day("thanksgiving", 2020), "2020-11-26");
        assert_eq!(day("black friday", 2020), "2020-11-27");
        assert_eq!(day("election day", 2020), "2020-11-03");
        assert_eq!(day("election day", 2022), "2022-11-08");
        assert_eq!(day("memorial day", 2021), "2021-05-31");
        assert_eq!(day("good friday", 2019), "2019-04-19");
        assert_eq!(day("easter monday", 2000), "2000-04-24");
        assert_eq!(day("mother's day", 2020), "2020-05-10");
    }
}
