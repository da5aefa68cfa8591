//! Text to tokens: chunks between white space, pieces of a chunk, then the grammar of a token.
//!
//! The grammar is in three files: here signs, in `word` what begins with a letter, in `number`
//! what begins with a digit. Each function reads pieces from an index on, adds tokens, and gives
//! the index of the first piece that it left.

use super::abbreviation::{Around, Before, is_starter, takes_stop};
use super::address::{self, Address};
use super::class::{Class, is_hyphen};
use super::document::Buffers;
use super::list::hash_of;
use super::piece::{self, Piece};
use super::{Case, Shape, Span, TokenKind};

/// A longer chunk is cut: it is no English, and no rule of the grammar may look further.
const LONGEST_CHUNK: usize = 4096;

/// Appends the tokens of one block, with their folds and hashes.
pub(super) fn push(buffers: &mut Buffers, text: &str, block: Span) {
    let pieces = std::mem::take(&mut buffers.pieces);
    let first = buffers.tokens.len();
    let mut reader =
        Reader { text, end: block.end(), first, pieces, buffers, space: true, line_break: true, quoted: false };
    reader.read_block(block.start());
    buffers.pieces = reader.pieces;
}

/// The state of reading one block.
pub(super) struct Reader<'b, 't> {
    pub(super) text: &'t str,
    /// Where the block ends.
    end: usize,
    /// The first token of the block.
    first: usize,
    /// The pieces of the chunk at hand.
    pub(super) pieces: Vec<Piece>,
    buffers: &'b mut Buffers,
    /// Whether white space stands before the next token, and whether a line break does.
    pub(super) space: bool,
    line_break: bool,
    /// Whether a single quotation mark is open: then `s'` ends a quotation, else it is a possessive.
    pub(super) quoted: bool,
}

impl Reader<'_, '_> {
    fn read_block(&mut self, start: usize) {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < self.end {
            let chunk = at;
            let mut facts = 0;
            while at < self.end && at - chunk < LONGEST_CHUNK {
                let byte = bytes[at];
                if byte.is_ascii() {
                    let fact = FACTS[usize::from(byte)];
                    if fact == SPACE {
                        break;
                    }
                    facts |= fact;
                    at += 1;
                } else {
                    let Some(c) = self.text[at..].chars().next() else { break };
                    if c.is_whitespace() {
                        break;
                    }
                    facts |= BEYOND;
                    at += c.len_utf8();
                }
            }
            if at > chunk {
                self.read_chunk(chunk, at, facts);
                continue;
            }
            let Some(c) = self.text[at..].chars().next() else { break };
            self.space = true;
            self.line_break |= matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
            at += c.len_utf8();
        }
    }

    fn read_chunk(&mut self, start: usize, end: usize, facts: u8) {
        // Four chunks in five are letters alone.
        if facts == LETTER {
            self.add_word(start, end);
            return;
        }
        let mut at = start;
        if facts & ADDRESS != 0 {
            while let Some(Address { span, kind }) = address::find(self.text, Span::new(at, end)) {
                self.read_pieces(at, span.start());
                self.add(span.start(), span.end(), kind);
                at = span.end();
            }
        }
        self.read_pieces(at, end);
    }

    fn read_pieces(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        self.pieces.clear();
        piece::push(&mut self.pieces, self.text, start, end);
        let mut i = 0;
        while i < self.pieces.len() {
            i = match self.pieces[i].class {
                Class::Letter => self.read_word(i),
                Class::Digit => self.read_number(i),
                Class::Apostrophe => self.read_apostrophe(i),
                Class::Space | Class::Invisible => {
                    self.space |= self.pieces[i].class == Class::Space;
                    i + 1
                }
                _ => self.read_sign(i),
            };
        }
    }

    /// Adds one token.
    pub(super) fn add(&mut self, start: usize, end: usize, kind: TokenKind) {
        self.buffers.push(self.text, Span::new(start, end), kind, self.space, self.line_break);
        self.space = false;
        self.line_break = false;
    }

    /// Adds the token of pieces `from..to`.
    pub(super) fn add_pieces(&mut self, from: usize, to: usize, kind: TokenKind) -> usize {
        self.add(self.start(from), self.pieces[to - 1].end as usize, kind);
        to
    }

    pub(super) fn start(&self, i: usize) -> usize {
        self.pieces[i].start as usize
    }

    pub(super) fn piece_text(&self, i: usize) -> &str {
        let piece = self.pieces[i];
        &self.text[piece.start as usize..piece.end as usize]
    }

    pub(super) fn class(&self, i: usize) -> Option<Class> {
        self.pieces.get(i).map(|piece| piece.class)
    }

    pub(super) fn is(&self, i: usize, c: char) -> bool {
        self.pieces.get(i).is_some_and(|piece| piece.first == c)
    }

    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|piece| is_hyphen(piece.first))
    }

    pub(super) fn is_letter(&self, i: usize) -> bool {
        self.class(i) == Some(Class::Letter)
    }

    pub(super) fn is_digit(&self, i: usize) -> bool {
        self.class(i) == Some(Class::Digit)
    }

    pub(super) fn is_single_letter(&self, i: usize) -> bool {
        self.is_letter(i) && self.piece_text(i).chars().nth(1).is_none()
    }

    /// Whether a full stop stands there that is not the first of several.
    pub(super) fn is_lone_stop(&self, i: usize) -> bool {
        self.is(i, '.') && self.class(i + 1) != Some(Class::Stop)
    }

    /// The kind and the shape of the token before, in this block.
    pub(super) fn last(&self) -> Option<(TokenKind, Shape)> {
        self.buffers.tokens[self.first..].last().map(|token| (token.kind(), token.shape()))
    }

    fn last_fold(&self) -> &str {
        self.buffers.tokens.len().checked_sub(1).map_or("", |last| self.buffers.fold(last))
    }

    /// Whether the full stop at piece `stop` belongs to the piece before it, which is its word.
    pub(super) fn takes_stop(&self, stop: usize) -> bool {
        self.is_lone_stop(stop) && {
            let word = self.piece_text(stop - 1);
            takes_stop(word, self.around(stop))
        }
    }

    fn around(&self, stop: usize) -> Around {
        let before = match self.last() {
            _ if self.line_break => Before::Line,
            None => Before::Line,
            Some((TokenKind::Punctuation, _)) => Before::Comma,
            Some((TokenKind::Number, _)) => Before::Number,
            Some((TokenKind::Word, shape)) if shape.is_capitalised() => Before::Name,
            Some(_) => match self.last_fold() {
                "in" | "since" | "last" | "late" | "early" | "until" | "by" | "from" | "this" | "next" => {
                    Before::InTime
                }
                _ => Before::Other,
            },
        };
        if let Some(piece) = self.pieces.get(stop + 1) {
            return Around { before, next: Some(piece.first), space: false, starter: false };
        }
        let rest = &self.text[self.pieces[stop].end as usize..self.end];
        // A gap of more than a few characters is no gap between two words of a name.
        let gap = rest.bytes().take(8).position(|b| !b.is_ascii_whitespace());
        let Some(rest) = gap.and_then(|gap| rest.get(gap..)) else {
            return Around { before, ..Around::default() };
        };
        let letters = rest.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
        let starter = hash_of(&rest[..letters]).is_some_and(is_starter);
        Around { before, next: rest.chars().next(), space: true, starter }
    }

    /// A sign, or a run of one sign.
    fn read_sign(&mut self, i: usize) -> usize {
        let Piece { class, first, .. } = self.pieces[i];
        let opens = self.space || self.last().is_none_or(|(kind, _)| is_opening(kind));
        let mut to = i + 1;
        let kind = match class {
            Class::Stop => {
                if first == '.'
                    && self.is_digit(i + 1)
                    && (opens || matches!(self.last(), Some((TokenKind::Currency, _))))
                {
                    return self.read_number(i);
                }
                while self.class(to) == Some(Class::Stop) {
                    to += 1;
                }
                TokenKind::Stop
            }
            Class::Quote => {
                // ``LaTeX''
                if matches!(first, '`') && self.is(to, '`') {
                    to += 1;
                }
                if matches!(first, '‘' | '‚' | '`') && to == i + 1 {
                    self.quoted = true;
                }
                TokenKind::Quote
            }
            Class::Dash => {
                to = self.run(i);
                TokenKind::Dash
            }
            Class::Open => TokenKind::Open,
            Class::Close => TokenKind::Close,
            Class::Currency => {
                to = self.run(i);
                TokenKind::Currency
            }
            Class::Punctuation => {
                let eyes = matches!(first, ':' | ';') && opens;
                let mouth = if self.is(to, '-') { to + 1 } else { to };
                if eyes && mouth + 1 == self.pieces.len() && (self.is(mouth, ')') || self.is(mouth, '(')) {
                    return self.add_pieces(i, mouth + 1, TokenKind::Symbol);
                }
                TokenKind::Punctuation
            }
            _ => {
                let topic = match first {
                    '@' => opens && (self.is_letter(to) || self.is_digit(to) || self.is(to, '_')),
                    '#' => opens && self.is_letter(to),
                    _ => false,
                };
                if topic {
                    while self.is_letter(to) || self.is_digit(to) || self.is(to, '_') {
                        to += 1;
                    }
                    return self.add_pieces(i, to, TokenKind::Handle);
                }
                to = self.run(i);
                TokenKind::Symbol
            }
        };
        self.add_pieces(i, to, kind)
    }

    /// The end of a run of one sign.
    fn run(&self, i: usize) -> usize {
        let first = self.pieces[i].first;
        let more =
            self.pieces[i + 1..].iter().take_while(|piece| piece.first == first && piece.class == self.pieces[i].class);
        i + 1 + more.count()
    }

    /// An apostrophe that no word before it has taken.
    fn read_apostrophe(&mut self, i: usize) -> usize {
        let opens = self.space || self.last().is_none_or(|(kind, _)| is_opening(kind));
        let next = i + 1;
        if self.class(next) == Some(Class::Apostrophe) && !self.is_letter(next + 1) {
            // ''LaTeX'' and two keystrokes for one mark.
            return self.add_pieces(i, next + 1, TokenKind::Quote);
        }
        if self.is_letter(next) {
            let ends = !self.is_letter(next + 1) && !self.is_digit(next + 1);
            let word = self.piece_text(next);
            // "Yahoo!'s", and tokenised text: "Bolivia 's".
            if ends && is_clitic(word) && (!self.space || word.len() > 1 || word.eq_ignore_ascii_case("s")) {
                return self.add_pieces(i, next + 1, TokenKind::Clitic);
            }
            if opens && is_elision(word) {
                let to =
                    if word == "n" && self.class(next + 1) == Some(Class::Apostrophe) { next + 2 } else { next + 1 };
                return self.add_pieces(i, to, TokenKind::Word);
            }
        }
        if opens && self.is_digit(next) && self.piece_text(next).len() == 2 {
            // "the ’90s", "the class of ’08"
            let plural = self.is_letter(next + 1) && self.piece_text(next + 1).eq_ignore_ascii_case("s");
            if plural || self.class(next + 1) != Some(Class::Punctuation) {
                return self.add_pieces(i, next + 1 + usize::from(plural), TokenKind::Mixed);
            }
        }
        self.quoted = opens && next < self.pieces.len();
        self.add_pieces(i, next, TokenKind::Quote)
    }

    fn add_word(&mut self, start: usize, end: usize) {
        match super::word::contraction(&self.text[start..end]) {
            Some(cut) => {
                self.add(start, start + cut, TokenKind::Word);
                self.add(start + cut, end, TokenKind::Clitic);
            }
            None => self.add(start, end, TokenKind::Word),
        }
    }

    /// Whether an opening bracket stands right before.
    pub(super) fn follows_bracket(&self) -> bool {
        self.last().is_some_and(|(kind, _)| kind == TokenKind::Open) && !self.space
    }

    /// Whether the pieces `from..to` are capitals alone.
    pub(super) fn is_upper(&self, from: usize, to: usize) -> bool {
        let text = &self.text[self.start(from)..self.pieces[to - 1].end as usize];
        matches!(Shape::of(text).case(), Case::Upper | Case::Capitalised) && !text.contains(char::is_lowercase)
    }
}

/// Whether a word that follows may be the first of a quotation or a bracket.
fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Open | TokenKind::Quote | TokenKind::Dash)
}

/// What an apostrophe and these letters are at the end of a word.
pub(super) fn is_clitic(word: &str) -> bool {
    ["s", "ll", "re", "ve", "d", "m"].iter().any(|clitic| word.eq_ignore_ascii_case(clitic))
}

/// Words that have lost their beginning.
fn is_elision(word: &str) -> bool {
    ["em", "til", "cause", "twas", "tis", "bout", "round", "n", "cos"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

const SPACE: u8 = 1;
const LETTER: u8 = 2;
/// What every address has one of: `.`, `/`, `@`.
const ADDRESS: u8 = 4;
const SIGN: u8 = 8;
const BEYOND: u8 = 16;

static FACTS: [u8; 128] = {
    let mut facts = [SIGN; 128];
    let mut byte = 0u8;
    while byte < 128 {
        facts[byte as usize] = match byte {
            b'\t'..=b'\r' | b' ' => SPACE,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'.' | b'/' | b'@' => ADDRESS,
            _ => SIGN,
        };
        byte += 1;
    }
    facts
};
