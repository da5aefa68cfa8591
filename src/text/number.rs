//! Tokens that begin with a digit: numbers, times, dates in digits, ordinals.

use super::TokenKind;
use super::class::Class;
use super::part::{self, Part};
use super::tokenize::Reader;

impl Reader<'_, '_> {
    /// Reads the number that begins at piece `i`, a digit or the point before one.
    pub(super) fn read_number(&mut self, i: usize) -> usize {
        if let Some(to) = self.hyphenated(i) {
            let kind = if self.is_letter(i + 2) { TokenKind::Mixed } else { TokenKind::Number };
            return self.add_pieces(i, to, kind);
        }
        let mut to = i + 1;
        loop {
            let next = to + 1;
            let joined = self.is_digit(next) && self.is_digit(to - 1);
            match self.pieces.get(to).map(|piece| piece.first) {
                // "5½"
                _ if self.is_digit(to) => to = next,
                Some('.' | ':') if joined => to = next + 1,
                // "8,500", "1,5"; but "July 4,2019" is two.
                Some(',') if joined && self.piece_text(next).len() <= 3 => to = next + 1,
                // "3/4", "12/05/2019"
                Some('/') if joined && self.slashes(i, to) < 2 => to = next + 1,
                _ => break,
            }
        }
        if !self.is_letter(to) {
            return self.add_pieces(i, to, TokenKind::Number);
        }
        let letters = self.piece_text(to);
        let ordinal = ["st", "nd", "rd", "th", "s"].iter().any(|end| letters.eq_ignore_ascii_case(end));
        if !ordinal && (part::is(letters, Part::UNIT) || self.is(to + 1, '.') && self.is_single_letter(to + 2)) {
            return self.add_pieces(i, to, TokenKind::Number);
        }
        while self.is_letter(to) || self.is_digit(to) {
            to += 1;
        }
        self.add_pieces(i, to, TokenKind::Mixed)
    }

    fn slashes(&self, from: usize, to: usize) -> usize {
        // Three groups at most are looked at, since no fourth is joined.
        self.pieces[from..to].iter().rev().take(6).filter(|piece| piece.first == '/').count()
    }

    /// The end of digits with hyphens that are one thing: `2019-06-28`, `303-555-8160`,
    /// `01-Feb-02`. Two groups, "10-15", are a range or a score and stay apart.
    fn hyphenated(&self, i: usize) -> Option<usize> {
        let group = |at: usize| self.is_digit(at) && self.pieces[at].end - self.pieces[at].start >= 2;
        let hyphen = |at: usize| self.is_hyphen(at);
        if !(self.is_digit(i) && hyphen(i + 1) && hyphen(i + 3)) || hyphen(i + 5) && !self.is_digit(i + 6) {
            return None;
        }
        let month = self.is_letter(i + 2) && self.piece_text(i + 2).len() == 3 && group(i + 4);
        if !(month || self.is_digit(i + 2) && group(i + 2) && group(i + 4)) {
            return None;
        }
        let mut to = i + 5;
        while hyphen(to) && self.is_digit(to + 1) {
            to += 2;
        }
        // "2019-06-28T10:30:00Z"
        if self.is(to, 'T') && self.is_digit(to + 1) {
            to += 2;
            while self.is_digit(to + 1) && matches!(self.class(to), Some(Class::Punctuation | Class::Stop)) {
                to += 2;
            }
            to += usize::from(self.is(to, 'Z'));
        }
        Some(to)
    }
}
