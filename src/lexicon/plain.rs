//! Plain spelling: names without accents and full stops, so that "Áñez" finds "Anez" and "U.S." "US".

use crate::text::{Document, fold};

/// Hash of a token in plain spelling: folded, without accents and full stops.
///
/// For the plain ASCII word, which is nearly every one, it is the hash that the document holds.
pub(crate) fn hash(document: &Document<'_>, token: usize) -> u64 {
    let shape = document.tokens()[token].shape();
    if !(shape.has_hyphen() || shape.has_non_ascii() || shape.has_period()) {
        return document.hash(token);
    }
    let fold = document.fold(token);
    if shape.has_hyphen() && fold.as_bytes().get(1) == Some(&b'-') {
        // "G-7" is "G7".
        return hash_of(&fold.replace('-', ""));
    }
    if shape.has_non_ascii() || shape.has_period() { hash_of(fold) } else { document.hash(token) }
}

/// Hash of a folded word in plain spelling.
pub(crate) fn hash_of(folded: &str) -> u64 {
    let mut plain = String::with_capacity(folded.len());
    push(&mut plain, folded);
    fold::hash(&plain)
}

/// Appends a folded word in plain spelling.
pub(crate) fn push(plain: &mut String, folded: &str) {
    for c in folded.chars() {
        match base(c) {
            Some(base) => plain.push_str(base),
            None => plain.push(c),
        }
    }
}

/// What a letter is written as where accents are not; none for a letter that stays.
///
/// The Latin letters of European languages and of Vietnamese; other scripts stay as they are.
fn base(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return (c == '.').then_some("");
    }
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' | 'ḍ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' | 'ḥ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        // Combining accents, which a text in decomposed form has, and the sign for ayin and hamza.
        '\u{300}'..='\u{36f}' | 'ʻ' | 'ʿ' | 'ʾ' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(folded: &str) -> String {
        let mut plain = String::new();
        push(&mut plain, folded);
        plain
    }

    #[test]
    fn accents_and_full_stops_fall_off() {
        assert_eq!(plain("áñez"), "anez");
        assert_eq!(plain("nguyễn"), "nguyen");
        assert_eq!(plain("łukasz"), "lukasz");
        assert_eq!(plain("u.s."), "us");
        assert_eq!(plain("e\u{301}"), "e");
    }

    #[test]
    fn other_scripts_stay() {
        assert_eq!(plain("भारत"), "भारत");
    }
}
