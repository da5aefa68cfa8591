//! Tokens that begin with a letter: words, clitics, abbreviations, names with digits.

use super::TokenKind;
use super::class::Class;
use super::part::{self, Part};
use super::tokenize::{Reader, is_clitic};

/// Where a word written as one is cut in two, as Universal Dependencies does: `can|not`, `gon|na`.
pub(super) fn contraction(word: &str) -> Option<usize> {
    const CUT: [(&str, usize); 6] =
        [("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3)];
    if !matches!(word.len(), 5..=6) || !matches!(word.as_bytes()[0] | 0x20, b'c' | b'g' | b'w' | b'l') {
        return None;
    }
    CUT.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|&(_, cut)| cut)
}

impl Reader<'_, '_> {
    /// Reads the word that begins at piece `i`.
    pub(super) fn read_word(&mut self, i: usize) -> usize {
        if let Some(to) = self.acronym(i) {
            return self.add_pieces(i, to, TokenKind::Word);
        }
        let mut to = i + 1;
        let mut kind = TokenKind::Word;
        loop {
            let next = to + 1;
            match self.class(to) {
                Some(Class::Letter) => to = next,
                // "USD34.6", "Rs500": the number is one of its own.
                Some(Class::Digit) if to == i + 1 && part::is(self.piece_text(i), Part::CURRENCY) => break,
                Some(Class::Digit) => {
                    kind = TokenKind::Mixed;
                    to = next;
                }
                Some(Class::Apostrophe) => match self.after_apostrophe(i, to) {
                    Ending::Inside(end) => to = end,
                    Ending::Clitic(cut) => {
                        let (start, end) = (self.start(i), self.pieces[to].end as usize);
                        let end = if self.is_letter(next) { self.pieces[next].end as usize } else { end };
                        if start < cut {
                            self.add(start, cut, kind);
                        }
                        self.add(cut, end, TokenKind::Clitic);
                        return self.more_clitics(if self.is_letter(next) { next + 1 } else { next });
                    }
                    Ending::Outside => break,
                },
                Some(Class::Stop) => {
                    let inside =
                        kind == TokenKind::Mixed && self.is(to, '.') && self.is_digit(next) && self.is_digit(to - 1);
                    if inside {
                        // "v2.0"
                        to = next + 1;
                    } else if to == i + 1 && self.takes_stop(to) {
                        return self.add_pieces(i, next, kind);
                    } else {
                        break;
                    }
                }
                Some(Class::Dash) if self.is_hyphen(to) && self.keeps_hyphen(i, to) => {
                    if self.is_digit(next) {
                        kind = TokenKind::Mixed;
                    }
                    to = next + 1;
                }
                Some(Class::Currency)
                    if self.is(to, '$') && to == i + 1 && self.piece_text(i).len() <= 3 && self.is_upper(i, to) =>
                {
                    return self.add_pieces(i, next, TokenKind::Currency);
                }
                // "friend(s)"
                Some(Class::Open) if self.is(next, 's') && self.is_single_letter(next) && self.is(next + 1, ')') => {
                    to = next + 2;
                }
                Some(Class::Symbol) if self.joins(i, to) => to = next + 1,
                _ => break,
            }
        }
        if to == i + 1 && kind == TokenKind::Word {
            if let Some(cut) = contraction(self.piece_text(i)) {
                let (start, end) = (self.start(i), self.pieces[i].end as usize);
                self.add(start, start + cut, TokenKind::Word);
                self.add(start + cut, end, TokenKind::Clitic);
                return to;
            }
        }
        self.add_pieces(i, to, kind)
    }

    /// The end of letters with a full stop after each: `U.S.`, `p.m`, `Ph.D.`
    fn acronym(&self, i: usize) -> Option<usize> {
        let degree = |at: usize| self.is_letter(at) && matches!(self.piece_text(at), "Ph" | "Ed" | "Psy");
        if !(self.is_single_letter(i) || degree(i)) || !self.is(i + 1, '.') || !self.is_letter(i + 2) {
            return None;
        }
        let mut to = i + 1;
        while self.is(to, '.') && self.is_single_letter(to + 1) {
            to += 2;
        }
        if self.is(to, '.')
            && self.is_letter(to + 1)
            && matches!(self.piece_text(to + 1), "Sc" | "Phil" | "Ed" | "Com" | "Tech")
        {
            to += 2;
        }
        (to > i + 1).then(|| if self.is_lone_stop(to) { to + 1 } else { to })
    }

    /// What the apostrophe at piece `at` is to the word from piece `i` on.
    fn after_apostrophe(&self, i: usize, at: usize) -> Ending {
        let (cut, next) = (self.start(at), at + 1);
        let word = &self.text[self.start(i)..cut];
        if self.is_letter(next) {
            let tail = self.piece_text(next);
            if tail.eq_ignore_ascii_case("t") && word.ends_with(['n', 'N']) {
                return Ending::Clitic(cut - 1);
            }
            if is_clitic(tail) {
                return Ending::Clitic(cut);
            }
            return Ending::Inside(next + 1);
        }
        if self.is_digit(next) || self.class(next) == Some(Class::Apostrophe) {
            return Ending::Outside;
        }
        match word {
            "o" | "n" | "ol" | "th" | "lil" => Ending::Inside(next),
            _ if self.quoted => Ending::Outside,
            _ if word.ends_with(['s', 'S', 'x', 'z', 'Z', 'X']) => Ending::Clitic(cut),
            // "nothin’ doin’"
            _ if word.len() > 3 && word.ends_with("in") && next == self.pieces.len() => Ending::Inside(next),
            _ => Ending::Outside,
        }
    }

    /// Reads `'ve` in "I'd've".
    fn more_clitics(&mut self, mut i: usize) -> usize {
        while self.class(i) == Some(Class::Apostrophe) && self.is_letter(i + 1) && is_clitic(self.piece_text(i + 1)) {
            i = self.add_pieces(i, i + 2, TokenKind::Clitic);
        }
        i
    }

    /// Whether the hyphen at piece `at` is inside the word from piece `i` on.
    fn keeps_hyphen(&self, i: usize, at: usize) -> bool {
        let next = at + 1;
        let head = self.piece_text(i);
        let begins = self.space || i == 0 || !self.is_hyphen(i - 1);
        if self.is_digit(next) {
            // "COVID-19", "F-16", "Apollo-11", but "under-21", "Post-2015", "mid-1990s"
            let named = at > i + 1 || !part::is(head, Part::ORDER);
            return begins && named && self.pieces[i].first.is_uppercase();
        }
        if !self.is_letter(next) || at > i + 1 || !begins {
            return false;
        }
        let small = self.pieces[next].first.is_lowercase();
        if head.chars().nth(1).is_none() {
            // "T-shirt", "X-Men", "e-mail"; not the party and state of "(D-Ohio)", nor "A-Z".
            return (small || head.starts_with(char::is_uppercase) && !self.follows_bracket())
                && !self.is_single_letter(next);
        }
        if small {
            return part::is(head, Part::PREFIX);
        }
        // A name after a prefix is a token, for the tagger: "pro|-|Beijing"; a region is one word.
        matches!(head, "sub" | "trans" | "Sub" | "Trans")
    }

    /// Whether the sign at piece `at` joins the word from piece `i` on with what follows.
    fn joins(&self, i: usize, at: usize) -> bool {
        let next = at + 1;
        if !self.is_letter(next) {
            return self.is(at, '_') && self.is_digit(next);
        }
        match self.pieces[at].first {
            '_' => true,
            // "AT&T", "R&D", "a&m"
            '&' => {
                let short = self.piece_text(at - 1).len() <= 3 && self.piece_text(next).len() <= 3;
                let single = self.is_single_letter(at - 1) && self.is_single_letter(next);
                short && (single || self.is_upper(i, at) && self.is_upper(next, next + 1))
            }
            '/' => matches!(
                (self.piece_text(at - 1), self.piece_text(next)),
                ("w" | "c", "o") | ("n" | "N", "a" | "A") | ("s" | "S", "he") | ("b", "c")
            ),
            _ => false,
        }
    }
}

/// What an apostrophe after letters is.
enum Ending {
    /// A letter of the word, which goes on up to this piece.
    Inside(usize),
    /// The head of a clitic, which begins at this byte.
    Clitic(usize),
    /// A quotation mark.
    Outside,
}
