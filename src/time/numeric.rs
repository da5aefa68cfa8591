//! Dates, clocks and ordinals in digits, read from the characters: "2019-06-25", "10/27/2020",
//! "8:30pm", "1990s", "31st".
//!
//! Tokens split these in several ways ("8:30" is three); characters do not.

/// A run of digits and marks, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numeric {
    /// Digits alone: the number and how many digits it has.
    Plain { value: u32, digits: u8 },
    /// "31st"
    Ordinal(u8),
    /// "1990s" is 199; "'90s" is 9 with two digits.
    Decade { value: u16, digits: u8 },
    /// Year, month, day in an order that is plain; the time after a `T`, if any.
    Date { year: u16, month: u8, day: u8, time: Option<(u8, u8)> },
    /// Day and month in an order that is not: "10/11/2020".
    Ambiguous,
    /// "20:30", "8.30pm"; a dot is no clock without "pm" or a zone.
    Clock { hour: u8, minute: u8, second: Option<u8>, dotted: bool },
}

/// Half of the day, written right after the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meridiem {
    Am,
    Pm,
}

/// Reads the digits at the start of `text`. Gives what they are, the half of the day after them,
/// and how many bytes that is. Looks at 40 bytes at most.
pub(super) fn read(text: &str) -> Option<(Numeric, Option<Meridiem>, usize)> {
    let mut end = text.len().min(40);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let bytes = &text.as_bytes()[..end];
    let (value, digits) = number(bytes)?;
    let dated =
        date(bytes, value, digits).or_else(|| clock(bytes, value, digits)).or_else(|| worded(bytes, value, digits));
    let (numeric, end) = dated.unwrap_or((Numeric::Plain { value, digits: digits as u8 }, digits));
    let (meridiem, end) = match (numeric, meridiem(&bytes[end..])) {
        (Numeric::Clock { .. } | Numeric::Plain { .. }, Some((meridiem, length))) => (Some(meridiem), end + length),
        _ => (None, end),
    };
    // "3x", "12th-grade" and "1.2.3" are something else.
    let open =
        bytes.get(end).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte >= 0x80 && !is_dash(&bytes[end..]));
    (!open).then_some((numeric, meridiem, end))
}

/// A dash or a closing quotation mark in UTF-8: what may follow digits without a space.
fn is_dash(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xe2, 0x80])
}

/// Up to eight digits at the start.
fn number(bytes: &[u8]) -> Option<(u32, usize)> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || digits > 8 {
        return None;
    }
    Some((bytes[..digits].iter().fold(0, |value, byte| value * 10 + u32::from(byte - b'0')), digits))
}

/// Digits after `mark` at `at`, and where they end.
fn after(bytes: &[u8], at: usize, mark: u8) -> Option<(u32, usize, usize)> {
    if *bytes.get(at)? != mark {
        return None;
    }
    let (value, digits) = number(&bytes[at + 1..])?;
    Some((value, digits, at + 1 + digits))
}

fn date(bytes: &[u8], first: u32, digits: usize) -> Option<(Numeric, usize)> {
    let mark = *bytes.get(digits)?;
    if !matches!(mark, b'-' | b'/' | b'.') {
        return None;
    }
    if mark == b'-' && digits <= 2 {
        if let Some(found) = month_in_letters(bytes, first, digits + 1) {
            return Some(found);
        }
    }
    let (second, second_digits, at) = after(bytes, digits, mark)?;
    let (third, third_digits, end) = after(bytes, at, mark)?;
    if second_digits > 2 || bytes.get(end) == Some(&mark) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    if digits == 4 && third_digits <= 2 {
        let time = (bytes.get(end) == Some(&b'T')).then(|| time_after(bytes, end + 1)).flatten();
        let end = time.map_or(end, |(_, end)| end);
        return valid(first, second, third, time.map(|(time, _)| time)).map(|date| (date, end));
    }
    if digits > 2 || !matches!(third_digits, 2 | 4) || mark == b'.' && third_digits == 2 {
        return None;
    }
    let year = match third_digits {
        // Two digits of a year: as far as fifty years ahead of the turn of the century.
        2 if third < 50 => 2000 + third,
        2 => 1900 + third,
        _ => third,
    };
    let month_first = valid(year, first, second, None);
    let day_first = valid(year, second, first, None);
    let date = match (month_first, day_first) {
        // "3/3/2015" is one day either way.
        (Some(one), Some(other)) if one == other => one,
        (Some(_), Some(_)) => Numeric::Ambiguous,
        (one, other) => one.or(other)?,
    };
    Some((date, end))
}

/// "Aug-2016" after "5-": as logs and tables write days.
fn month_in_letters(bytes: &[u8], day: u32, at: usize) -> Option<(Numeric, usize)> {
    let letters = bytes.get(at..at + 3)?;
    let month = (1..).zip(MONTHS).find(|(_, name)| letters.eq_ignore_ascii_case(*name)).map(|(month, _)| month)?;
    let (year, digits, end) = after(bytes, at + 3, b'-')?;
    if digits != 4 {
        return None;
    }
    valid(year, month, day, None).map(|date| (date, end))
}

const MONTHS: [&[u8; 3]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

fn valid(year: u32, month: u32, day: u32, time: Option<(u8, u8)>) -> Option<Numeric> {
    let (year, month, day) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    super::Date::new(year, month, day).map(|_| Numeric::Date { year, month, day, time })
}

/// Hour and minute of "2019-06-25T20:30", with the seconds and zone skipped.
fn time_after(bytes: &[u8], at: usize) -> Option<((u8, u8), usize)> {
    let (hour, digits) = number(bytes.get(at..)?)?;
    let (minute, _, mut end) = after(bytes, at + digits, b':')?;
    if hour > 23 || minute > 59 {
        return None;
    }
    while bytes.get(end).is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'Z')) {
        end += 1;
    }
    Some(((hour as u8, minute as u8), end))
}

fn clock(bytes: &[u8], hour: u32, digits: usize) -> Option<(Numeric, usize)> {
    let mark = *bytes.get(digits)?;
    if digits > 2 || hour > 24 || !matches!(mark, b':' | b'.') {
        return None;
    }
    let (minute, minute_digits, at) = after(bytes, digits, mark)?;
    if minute_digits != 2 || minute > 59 {
        return None;
    }
    let seconds = after(bytes, at, mark).filter(|&(second, digits, _)| digits == 2 && second < 60);
    let (second, end) = seconds.map_or((None, at), |(second, _, end)| (Some(second as u8), end));
    Some((Numeric::Clock { hour: hour as u8, minute: minute as u8, second, dotted: mark == b'.' }, end))
}

/// Digits with letters after them that are part of the word.
fn worded(bytes: &[u8], value: u32, digits: usize) -> Option<(Numeric, usize)> {
    let rest = &bytes[digits..];
    if rest.len() >= 2 && [b"st", b"nd", b"rd", b"th"].iter().any(|suffix| rest[..2].eq_ignore_ascii_case(*suffix)) {
        return Some((Numeric::Ordinal(u8::try_from(value).ok()?), digits + 2));
    }
    let apostrophe = if rest.starts_with(b"'") {
        1
    } else if rest.starts_with("’".as_bytes()) {
        3
    } else {
        0
    };
    if rest.get(apostrophe) == Some(&b's') && value % 10 == 0 && matches!(digits, 2 | 4) {
        let plain = !rest.get(apostrophe + 1).is_some_and(u8::is_ascii_alphanumeric);
        return plain.then_some((
            Numeric::Decade { value: (value / 10) as u16, digits: digits as u8 },
            digits + apostrophe + 1,
        ));
    }
    None
}

fn meridiem(bytes: &[u8]) -> Option<(Meridiem, usize)> {
    let meridiem = match bytes.first()?.to_ascii_lowercase() {
        b'a' => Meridiem::Am,
        b'p' => Meridiem::Pm,
        _ => return None,
    };
    let length = match bytes[1..] {
        [b'.', b'm' | b'M', b'.', ..] => 4,
        [b'.', b'm' | b'M', ..] => 3,
        [b'm' | b'M', ..] => 2,
        _ => return None,
    };
    Some((meridiem, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numeric(text: &str) -> Option<Numeric> {
        read(text).map(|(numeric, _, _)| numeric)
    }

    #[test]
    fn the_order_of_day_and_month_is_taken_only_where_it_is_plain() {
        let day = Some(Numeric::Date { year: 2020, month: 10, day: 27, time: None });
        assert_eq!(numeric("10/27/2020"), day);
        assert_eq!(numeric("27/10/2020"), day);
        assert_eq!(numeric("2020-10-27,"), day);
        assert_eq!(numeric("10/11/2020"), Some(Numeric::Ambiguous));
        assert_eq!(numeric("13/13/2020 "), Some(Numeric::Plain { value: 13, digits: 2 }));
    }

    #[test]
    fn a_clock_has_two_digits_of_minutes() {
        let half_past = Numeric::Clock { hour: 8, minute: 30, second: None, dotted: false };
        assert_eq!(read("8:30pm on"), Some((half_past, Some(Meridiem::Pm), 6)));
        assert_eq!(read("8:30"), Some((half_past, None, 4)));
        assert_eq!(numeric("8:3"), Some(Numeric::Plain { value: 8, digits: 1 }));
    }

    #[test]
    fn letters_that_belong_to_no_date_leave_the_digits_alone() {
        assert_eq!(read("3x"), None);
        assert_eq!(numeric("31st"), Some(Numeric::Ordinal(31)));
        assert_eq!(numeric("1990s"), Some(Numeric::Decade { value: 199, digits: 4 }));
        assert_eq!(numeric("1995s"), None);
    }
}
