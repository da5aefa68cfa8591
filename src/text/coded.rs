//! Characters that arrive in code: HTML entities left in, and UTF-8 that was read as Windows-1252.
//!
//! Tokens and folds take the character that was meant; spans stay in the text as it is.

/// The longest entity that is read, `&` and `;` included.
const LONGEST: usize = 10;

const NAMED: [(&str, char); 36] = [
    ("amp", '&'),
    ("apos", '\''),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("euro", '€'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("gt", '>'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ouml", 'ö'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
    ("thinsp", '\u{2009}'),
    ("uuml", 'ü'),
];

/// Whether [`decode`] may find anything in a chunk that is not ASCII.
pub(super) fn may_hold(chunk: &str) -> bool {
    chunk.contains(['&', 'Â', 'Ã', 'â'])
}

/// The characters of a token, those in code decoded.
pub(super) fn chars(token: &str) -> impl Iterator<Item = char> {
    let mut rest = token;
    std::iter::from_fn(move || {
        let (c, length) = first(rest)?;
        rest = &rest[length..];
        Some(c)
    })
}

/// The first character, decoded where it is in code, and how many bytes it takes.
pub(super) fn first(text: &str) -> Option<(char, usize)> {
    let plain = text.chars().next()?;
    Some(decode(text).unwrap_or((plain, plain.len_utf8())))
}

/// The character that the text begins with in code, and how many bytes the code takes.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'&' => entity(text),
        // The first bytes of `Â`, `Ã` and `â`.
        0xc3 => mojibake(text),
        _ => None,
    }
}

fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = &text[1..end];
    let c = if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(digits, 16).ok()?,
            None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
            _ => return None,
        };
        // 128 to 159 are Windows-1252 in every browser: "&#146;" is an apostrophe.
        match number {
            0x80..=0x9f => WINDOWS[number as usize - 0x80],
            0..0x20 => ' ',
            _ => char::from_u32(number)?,
        }
    } else {
        NAMED[NAMED.binary_search_by(|(known, _)| known.cmp(&name)).ok()?].1
    };
    Some((c, end + 1))
}

/// Windows-1252 from 128 on; five of its places are free and stay control characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that Windows-1252 has for a character.
fn windows_byte(c: char) -> Option<u8> {
    match c {
        '\u{a0}'..='\u{ff}' => Some(c as u8),
        _ => WINDOWS.iter().position(|&known| known == c).map(|i| 0x80 + i as u8),
    }
}

/// Only the three lead bytes that English text meets: `Â£`, `Ã©`, `â€™`. French has `â` too, but
/// never before a euro sign or a control character.
fn mojibake(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let lead = chars.next()?;
    let more = match lead {
        'Â' | 'Ã' => 1,
        'â' => 2,
        _ => return None,
    };
    let mut bytes = [windows_byte(lead)?, 0, 0];
    let mut length = lead.len_utf8();
    for byte in &mut bytes[1..=more] {
        let c = chars.next()?;
        *byte = windows_byte(c).filter(|b| (0x80..0xc0).contains(b))?;
        length += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..=more]).ok()?.chars().next()?;
    Some((c, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_entities_are_in_the_order_that_the_search_needs() {
        assert!(NAMED.is_sorted_by_key(|(name, _)| *name));
        assert!(NAMED.iter().all(|(name, _)| name.len() + 2 <= LONGEST));
    }

    #[test]
    fn a_code_gives_its_character_and_its_length() {
        assert_eq!(decode("&amp;T"), Some(('&', 5)));
        assert_eq!(decode("&#8217;s"), Some(('’', 7)));
        assert_eq!(decode("&#x2019;s"), Some(('’', 8)));
        assert_eq!(decode("&#146;s"), Some(('’', 6)));
        assert_eq!(decode("â€™s"), Some(('’', "â€™".len())));
        assert_eq!(decode("Â£5"), Some(('£', "Â£".len())));
        assert_eq!(decode("Ã©"), Some(('é', "Ã©".len())));
        for plain in ["&", "&T", "&nosuch;", "&#;", "&#x;", "&#xzz;", "&#1114112;", "âge", "Âm", ""] {
            assert_eq!(decode(plain), None, "{plain}");
        }
    }
}
