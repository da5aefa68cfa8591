//! Text to tokens: chunks between white space, words by UAX #29, then repairs.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::is_abbreviation;
use super::{Shape, Span, Token, TokenKind};

/// Appends the tokens of one block.
pub(super) fn push(tokens: &mut Vec<Token>, text: &str, block: Span) {
    let mut line_break = true;
    let mut space = true;
    let base = block.start();
    let body = &text[block];
    let mut chunk_start = None;
    for (at, c) in body.char_indices().chain([(body.len(), ' ')]) {
        if c.is_whitespace() {
            if let Some(start) = chunk_start.take() {
                push_chunk(tokens, text, base + start, base + at, space, line_break);
                line_break = false;
            }
            space = true;
            line_break |= c == '\n';
        } else if chunk_start.is_none() {
            chunk_start = Some(at);
        }
    }
}

fn push_chunk(tokens: &mut Vec<Token>, text: &str, start: usize, end: usize, mut space: bool, mut line_break: bool) {
    let chunk = &text[start..end];
    let mut add = |from: usize, to: usize, kind: TokenKind| {
        let shape = Shape::of(&text[from..to]).after(space, line_break);
        tokens.push(Token::new(Span::new(from, to), kind, shape));
        space = false;
        line_break = false;
    };
    if chunk.contains("://") || chunk.starts_with("www.") {
        add(start, end, TokenKind::Url);
        return;
    }
    let mut skip = 0;
    for (at, piece) in chunk.split_word_bound_indices() {
        if at < skip {
            continue;
        }
        let (from, mut to) = (start + at, start + at + piece.len());
        let first = piece.chars().next().expect("pieces are not empty");
        if first.is_alphabetic() {
            let stop = text[to..end].starts_with('.');
            if stop
                && (is_abbreviation(&piece.to_lowercase())
                    || piece.contains('.')
                    || (piece.len() == 1 && first.is_uppercase()))
            {
                to += 1;
            }
            skip = to - start;
            let mixed = piece.chars().any(char::is_numeric);
            let clitic = piece.rfind(['\'', '’']).filter(|&i| {
                let tail = piece[i..].trim_start_matches(['\'', '’']);
                i > 0 && matches!(tail, "s" | "ll" | "re" | "ve" | "d" | "m")
            });
            if let Some(i) = clitic {
                add(from, from + i, TokenKind::Word);
                add(from + i, to, TokenKind::Clitic);
            } else {
                add(from, to, if mixed { TokenKind::Mixed } else { TokenKind::Word });
            }
        } else if first.is_numeric() {
            let digits = piece.find(char::is_alphabetic).map_or(piece.len(), |i| i);
            add(from, from + digits, TokenKind::Number);
            if digits < piece.len() {
                add(from + digits, to, TokenKind::Word);
            }
        } else {
            let kind = match first {
                '.' | '?' | '!' | '…' => TokenKind::Stop,
                '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' => TokenKind::Quote,
                '-' | '–' | '—' => TokenKind::Dash,
                '(' | '[' | '{' => TokenKind::Open,
                ')' | ']' | '}' => TokenKind::Close,
                '$' | '£' | '€' | '¥' | '₹' => TokenKind::Currency,
                ',' | ';' | ':' => TokenKind::Punctuation,
                _ => TokenKind::Symbol,
            };
            add(from, to, kind);
        }
    }
}
