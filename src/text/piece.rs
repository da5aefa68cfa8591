//! Piece: letters, digits or one sign: what the token grammar is written over.
//!
//! Words are found as UAX #29 finds them (so that combining marks stay with their letter and an
//! emoji is one), then cut where letters, digits and signs meet, because English tokens are not
//! UAX #29 words: "end.Next" is one of these, "COVID-19" three. A chunk of plain ASCII, nine in
//! ten of a news text, takes a path of its own with the same result, several times faster.

use unicode_segmentation::UnicodeSegmentation;

use super::class::Class;
use super::coded;

/// A run of letters, a run of digits, or one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) class: Class,
    /// Its first character, decoded.
    pub(super) first: char,
}

/// Appends the pieces of `text[start..end]`, which holds no white space.
pub(super) fn push(pieces: &mut Vec<Piece>, text: &str, start: usize, end: usize) {
    let chunk = &text[start..end];
    if chunk.is_ascii() {
        if chunk.contains('&') { push_coded(pieces, text, start, end) } else { push_ascii(pieces, chunk, start) }
    } else if coded::may_hold(chunk) {
        push_coded(pieces, text, start, end);
    } else {
        push_unicode(pieces, chunk, start, Seam::Open);
    }
}

/// The pieces of a chunk of ASCII.
pub(super) fn push_ascii(pieces: &mut Vec<Piece>, chunk: &str, base: usize) {
    let bytes = chunk.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let class = Class::of_ascii(bytes[at]);
        let mut end = at + 1;
        if matches!(class, Class::Letter | Class::Digit) {
            while end < bytes.len() && Class::of_ascii(bytes[end]) == class {
                end += 1;
            }
        }
        let first = char::from(bytes[at]);
        pieces.push(Piece { start: (base + at) as u32, end: (base + end) as u32, class, first });
        at = end;
    }
}

/// Whether letters go on from the piece before: after a character that was decoded, or an
/// invisible one, they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// A new word may begin here.
    Open,
    /// What is of one class belongs together.
    Glued,
}

/// The pieces of any chunk.
pub(super) fn push_unicode(pieces: &mut Vec<Piece>, chunk: &str, base: usize, mut seam: Seam) {
    for (at, word) in chunk.split_word_bound_indices() {
        let mut in_word = false;
        for (offset, c) in word.char_indices() {
            let start = (base + at + offset) as u32;
            let end = start + c.len_utf8() as u32;
            let class = Class::of(c);
            match class {
                Class::Invisible => seam = Seam::Glued,
                // A mark on the letter before it, or a part of an emoji.
                Class::Symbol if in_word && !c.is_ascii() => extend(pieces, end),
                Class::Letter | Class::Digit if in_word || seam == Seam::Glued => {
                    match pieces.last_mut().filter(|last| last.class == class) {
                        Some(last) => last.end = end,
                        None => pieces.push(Piece { start, end, class, first: c }),
                    }
                    seam = Seam::Open;
                    in_word = true;
                }
                _ => {
                    pieces.push(Piece { start, end, class, first: c });
                    seam = Seam::Open;
                    // A mark after a full stop, as in "U.\u{301}", goes with the full stop.
                    in_word = true;
                }
            }
        }
    }
}

fn extend(pieces: &mut [Piece], end: u32) {
    if let Some(last) = pieces.last_mut() {
        last.end = end;
    }
}

/// The pieces of a chunk with HTML entities or mojibake in it: each is one character.
fn push_coded(pieces: &mut Vec<Piece>, text: &str, start: usize, end: usize) {
    let mut plain = start;
    let mut at = start;
    let mut seam = Seam::Open;
    while at < end {
        if let Some((c, length)) = coded::decode(&text[at..end]) {
            push_unicode(pieces, &text[plain..at], plain, seam);
            let class = Class::of(c);
            let piece = Piece { start: at as u32, end: (at + length) as u32, class, first: c };
            match class {
                Class::Invisible => {}
                Class::Letter | Class::Digit => match pieces.last_mut().filter(|last| last.class == class) {
                    Some(last) if last.end as usize == at => last.end = piece.end,
                    _ => pieces.push(piece),
                },
                _ => pieces.push(piece),
            }
            seam =
                if matches!(class, Class::Letter | Class::Digit | Class::Invisible) { Seam::Glued } else { Seam::Open };
            at += length;
            plain = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    push_unicode(pieces, &text[plain..end], plain, seam);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_ascii_path_finds_what_the_unicode_path_finds(chunk in "[!-~]{0,60}") {
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            push_ascii(&mut fast, &chunk, 7);
            push_unicode(&mut slow, &chunk, 7, Seam::Open);
            prop_assert_eq!(fast, slow);
        }

        #[test]
        fn the_ascii_path_finds_what_the_unicode_path_finds_in_words(chunk in "[a-zA-Z0-9.,:;'_&/$-]{0,60}") {
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            push_ascii(&mut fast, &chunk, 0);
            push_unicode(&mut slow, &chunk, 0, Seam::Open);
            prop_assert_eq!(fast, slow);
        }
    }
}
