//! Piece: what the grammar reads, finer than tokens where digits and letters are written as one.
//!
//! `€5m`, `640bhp` and `USD34.6` are one token or three, as tokenizers go; the grammar wants the
//! number, its currency and its unit apart. Words are taken over with the hash they have already;
//! only tokens with a digit are looked into.

use crate::text::{Document, Span, TokenKind, TokenRange, fold};

use super::currency;
use super::numeral::{self, NumberWord};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// Digits with their grouping and decimal marks.
    Number,
    /// Letters.
    Word,
    /// One character, or a run of one, that is neither.
    Sign(char),
    /// A name with digits, an address: nothing in it is a number.
    Opaque,
}

/// A piece of a token, most often all of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    /// Hash of the folded word; 0 for what is no word.
    pub(crate) hash: u64,
    pub(crate) kind: PieceKind,
    pub(crate) token: u32,
    /// Whether no white space stands before it.
    pub(crate) glued: bool,
    /// Whether its first letter is a capital.
    pub(crate) capital: bool,
    /// Whether it belongs to a name or a time.
    pub(crate) taken: bool,
}

/// The pieces of one sentence.
#[derive(Debug)]
pub(crate) struct Pieces<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    pub(crate) list: Vec<Piece>,
}

impl<'d, 't> Pieces<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        Self { document, list: Vec::new() }
    }

    /// Reads the tokens of a sentence; `taken` are ranges in order that may not hold a figure.
    pub(crate) fn read(&mut self, tokens: TokenRange, taken: &[TokenRange]) {
        self.list.clear();
        let mut taken = taken.iter().peekable();
        for index in tokens.range() {
            while taken.next_if(|range| range.end as usize <= index).is_some() {}
            let first = self.list.len();
            self.push(index);
            if taken.peek().is_some_and(|range| range.contains(index)) {
                self.list[first..].iter_mut().for_each(|piece| piece.taken = true);
            }
        }
    }

    fn push(&mut self, index: usize) {
        let token = self.document.tokens()[index];
        let (text, span, glued) = (self.document.token_text(index), token.span(), !token.shape().has_space_before());
        let capital = token.shape().is_capitalised();
        let mut piece =
            Piece { span, hash: 0, kind: PieceKind::Opaque, token: index as u32, glued, capital, taken: false };
        match token.kind() {
            TokenKind::Url | TokenKind::Email | TokenKind::Handle => {}
            TokenKind::Word | TokenKind::Clitic => {
                (piece.kind, piece.hash) = (PieceKind::Word, self.document.hash(index));
            }
            TokenKind::Number => return self.split(piece, text),
            TokenKind::Mixed if text.starts_with(|c: char| c.is_numeric()) => return self.split(piece, text),
            TokenKind::Mixed if super::unit::is_name(self.document.hash(index)) => {
                (piece.kind, piece.hash) = (PieceKind::Word, self.document.hash(index));
            }
            // Letters before digits are a label ("G7", "COVID-19"), unless they are a currency.
            TokenKind::Mixed => {
                let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
                let code = hash_of(&text[..letters]);
                let digits = text[letters..].starts_with(|c: char| c.is_numeric());
                // "R2" and "N95" are names, "R20 million" and "N5,000" money.
                if digits && currency::is_code(code) && (!currency::is_short_code(code) || self.is_large(index, text)) {
                    return self.split(piece, text);
                }
            }
            TokenKind::Currency
            | TokenKind::Stop
            | TokenKind::Quote
            | TokenKind::Dash
            | TokenKind::Open
            | TokenKind::Close
            | TokenKind::Punctuation
            | TokenKind::Symbol => {
                let last = text.chars().next_back().unwrap_or(' ');
                let first = self.document.characters(index).next().unwrap_or(' ');
                // "US$" may come as one token; its letters are asked of the text later.
                let letters = first.is_alphabetic();
                piece.kind = PieceKind::Sign(if letters { last } else { first });
                if letters {
                    return self.split(piece, text);
                }
            }
        }
        self.list.push(piece);
    }

    /// Whether a token of letters and digits is a large number: grouped, or before a scale word.
    fn is_large(&self, index: usize, text: &str) -> bool {
        let scale = |at: usize| matches!(numeral::word(self.document.hash(at)), Some(NumberWord::Scale(_)));
        text.contains(',')
            || text.ends_with(['m', 'k', 'b', 'n'])
            || index + 1 < self.document.tokens().len() && scale(index + 1)
    }

    /// Cuts a token where digits, letters and signs meet.
    fn split(&mut self, whole: Piece, text: &str) {
        let mut glued = whole.glued;
        let mut rest = text;
        let mut start = whole.span.start();
        while let Some(first) = rest.chars().next() {
            let (kind, length) = if first.is_ascii_digit() {
                (PieceKind::Number, number_length(rest))
            } else if first.is_alphabetic() {
                (PieceKind::Word, rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()))
            } else {
                (PieceKind::Sign(first), first.len_utf8())
            };
            let hash = if kind == PieceKind::Word { hash_of(&rest[..length]) } else { 0 };
            let span = Span::new(start, start + length);
            self.list.push(Piece { span, hash, kind, glued, capital: first.is_uppercase(), ..whole });
            glued = true;
            start += length;
            rest = &rest[length..];
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&Piece> {
        self.list.get(index)
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The characters of a piece; none past the end.
    pub(crate) fn text(&self, index: usize) -> &'t str {
        self.list.get(index).map_or("", |piece| &self.document.text()[piece.span])
    }

    /// Hash of the word at `index`; 0 for anything else.
    pub(crate) fn hash(&self, index: usize) -> u64 {
        self.list.get(index).map_or(0, |piece| piece.hash)
    }

    /// The same for a place that may lie before the first piece.
    pub(crate) fn hash_before(&self, index: usize, back: usize) -> u64 {
        index.checked_sub(back).map_or(0, |at| self.hash(at))
    }

    /// The sign at `index`, a blank for anything else.
    pub(crate) fn sign(&self, index: usize) -> char {
        match self.list.get(index).map(|piece| piece.kind) {
            Some(PieceKind::Sign(sign)) => sign,
            _ => ' ',
        }
    }

    /// The sign right before `index`.
    pub(crate) fn sign_before(&self, index: usize) -> char {
        index.checked_sub(1).map_or(' ', |at| self.sign(at))
    }

    pub(crate) fn is_number(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|piece| piece.kind == PieceKind::Number)
    }

    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|piece| piece.kind == PieceKind::Word)
    }

    /// Whether piece `index` follows the one before it without white space.
    pub(crate) fn glued(&self, index: usize) -> bool {
        index > 0 && self.list.get(index).is_some_and(|piece| piece.glued)
    }

    /// Whether a hyphen or dash stands at `index`, without white space on either side.
    pub(crate) fn is_hyphen(&self, index: usize) -> bool {
        is_dash(self.sign(index)) && self.glued(index) && self.glued(index + 1)
    }

    /// The span from the first to the last of a run of pieces.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        self.list[start].span.cover(self.list[end - 1].span)
    }
}

/// The length of the number that `text` starts with: digits, and marks between digits.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let between = matches!(byte, b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !between {
            break;
        }
        end += 1;
    }
    end
}

/// Hyphens, dashes and the minus sign.
pub(crate) fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '\u{2212}')
}

/// Hash of a word as written, by which word lists are asked.
pub(crate) fn hash_of(word: &str) -> u64 {
    let mut folded = String::with_capacity(word.len());
    fold::push(&mut folded, word);
    fold::hash(&folded)
}
