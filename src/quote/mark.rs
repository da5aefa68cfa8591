//! Pairs of quotation marks: which mark opens, which closes, which is an apostrophe.
//!
//! Marks are paired with a stack inside one paragraph. What is open at its end is a quotation that
//! goes on in the next paragraph, if that begins with the same mark; otherwise a mark without
//! its mate is dropped there, so that it cannot swallow the article.

use crate::text::{Document, TokenKind, TokenRange};

/// Words between a pair of marks. All are token indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// The opening mark.
    pub(super) open: usize,
    /// The closing mark; the last token of the paragraph where the quotation goes on in the next.
    pub(super) close: usize,
    /// Whether the last token is a closing mark.
    pub(super) is_closed: bool,
    /// Whether it goes on from the paragraph before.
    pub(super) is_continued: bool,
    /// How many pairs are around it.
    pub(super) depth: usize,
    /// How many tokens each mark has: two for two straight apostrophes.
    pub(super) mark_len: usize,
    /// Whether two straight apostrophes stand on both sides, which may be italics.
    pub(super) is_twin: bool,
}

impl Pair {
    /// The tokens between the marks.
    pub(super) fn inside(&self) -> TokenRange {
        let end = if self.is_closed { self.close + 1 - self.mark_len } else { self.close + 1 };
        TokenRange::new((self.open + self.mark_len).min(end), end)
    }

    /// All tokens, marks included.
    pub(super) fn tokens(&self) -> TokenRange {
        TokenRange::new(self.open, self.close + 1)
    }
}

/// What sort of marks: a mark is closed by one of its own family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
}

/// Which way a mark points by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    family: Family,
    side: Side,
    /// The character, by which marks of one quotation are compared.
    sign: char,
    len: usize,
    is_twin: bool,
}

#[derive(Debug, Clone, Copy)]
struct Opened {
    token: usize,
    mark: Mark,
    is_continued: bool,
}

/// Quotations in quotations in quotations: what nests deeper is no prose.
const DEEPEST: usize = 6;

/// How far a plural possessive looks for the mark that closes instead ("‘the judges’ view’").
const POSSESSIVE_LOOK_AHEAD: usize = 40;

/// Finds the pairs of marks of a document, in the order of their opening marks.
///
/// # Complexity
/// Linear: each mark is pushed and popped once, and looks at a bounded number of tokens.
pub(super) fn pairs(document: &Document<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut stack: Vec<Opened> = Vec::new();
    let mut carried: Option<Opened> = None;
    let sentences = document.sentences();
    let mut first = 0;
    while first < sentences.len() {
        let block = sentences[first].block();
        let after = first + sentences[first..].iter().take_while(|sentence| sentence.block() == block).count();
        let tokens = TokenRange { start: sentences[first].tokens().start, end: sentences[after - 1].tokens().end };
        carried = pair_block(document, tokens, carried, &mut stack, &mut pairs);
        first = after;
    }
    pairs.sort_unstable_by_key(|pair| pair.open);
    drop_strays(document, &mut pairs);
    pairs
}

/// Drops the opening marks that no mark closes, in their paragraph or in those that go on from it.
fn drop_strays(document: &Document<'_>, pairs: &mut Vec<Pair>) {
    let (mut kept, mut stray_end) = (0, 0);
    for index in 0..pairs.len() {
        let mut pair = pairs[index];
        if !pair.is_closed && !pair.is_continued {
            // The next paragraph begins right after the last token of this one.
            let inner = pairs[index + 1..].iter().take_while(|inner| inner.open <= pair.close).count();
            let goes_on =
                pairs.get(index + 1 + inner).is_some_and(|next| next.is_continued && next.open == pair.close + 1);
            if !goes_on {
                stray_end = pair.close + 1;
                continue;
            }
        }
        if pair.open < stray_end {
            pair.depth = pair.depth.saturating_sub(1);
        }
        pairs[kept] = pair;
        kept += 1;
    }
    pairs.truncate(kept);
    debug_assert!(pairs.iter().all(|pair| pair.close < document.tokens().len()));
}

/// Pairs the marks of one paragraph and returns the mark that is still open, if the next paragraph
/// may go on with it.
fn pair_block(
    document: &Document<'_>,
    tokens: TokenRange,
    carried: Option<Opened>,
    stack: &mut Vec<Opened>,
    pairs: &mut Vec<Pair>,
) -> Option<Opened> {
    stack.clear();
    let range = tokens.range();
    // The quotation of the paragraph before goes on only if this one begins with its mark.
    let goes_on = carried.is_some_and(|opened| {
        mark_at(document, range.start).is_some_and(|mark| mark.sign == opened.mark.sign && mark.side != Side::Close)
    });
    let mut token = range.start;
    while token < range.end {
        let Some(mark) = mark_at(document, token).filter(|mark| token + mark.len <= range.end) else {
            token += 1;
            continue;
        };
        match side_of(document, range.clone(), token, mark, stack) {
            Some(Side::Open) => {
                // The same mark opens again: the earlier one never closed. Only guillemets nest.
                let again = stack.iter().position(|open| open.mark.family == mark.family);
                if let Some(again) = again.filter(|_| mark.family != Family::Guillemet || stack.len() >= DEEPEST) {
                    stack.truncate(again);
                }
                stack.push(Opened { token, mark, is_continued: goes_on && token == range.start });
            }
            Some(_) => {
                if let Some(at) = stack.iter().rposition(|open| open.mark.family == mark.family) {
                    let opened = stack[at];
                    stack.truncate(at);
                    let close = token + mark.len - 1;
                    pairs.push(Pair {
                        open: opened.token,
                        close,
                        is_closed: true,
                        is_continued: opened.is_continued,
                        depth: at,
                        mark_len: mark.len.min(opened.mark.len),
                        is_twin: opened.mark.is_twin,
                    });
                }
            }
            None => {}
        }
        token += mark.len;
    }
    let left = stack
        .first()
        .copied()
        .filter(|opened| opened.mark.family != Family::Single || opened.mark.side == Side::Open)?;
    pairs.push(Pair {
        open: left.token,
        close: range.end - 1,
        is_closed: false,
        is_continued: left.is_continued,
        depth: 0,
        mark_len: left.mark.len,
        is_twin: left.mark.is_twin,
    });
    Some(left)
}

/// The quotation mark at a token, whatever its form.
fn mark_at(document: &Document<'_>, token: usize) -> Option<Mark> {
    let kind = document.tokens().get(token)?.kind();
    if !matches!(kind, TokenKind::Quote | TokenKind::Symbol) {
        return None;
    }
    let mut characters = document.characters(token);
    let sign = characters.next()?;
    let twin = characters.next() == Some(sign);
    // Two apostrophes stand for one double mark when nothing is between them.
    let next_is_twin = !twin
        && matches!(sign, '\'' | '`' | '‘' | '’')
        && document.tokens().get(token + 1).is_some_and(|next| !next.shape().has_space_before())
        && matches!(document.tokens()[token + 1].kind(), TokenKind::Quote | TokenKind::Symbol)
        && document.characters(token + 1).next() == Some(sign);
    let len = 1 + usize::from(next_is_twin);
    let double = twin || next_is_twin;
    let (family, side) = match sign {
        '"' | '＂' => (Family::Double, Side::Either),
        '“' | '„' | '‟' | '「' | '『' => (Family::Double, Side::Open),
        '”' | '」' | '』' => (Family::Double, Side::Close),
        '«' => (Family::Guillemet, Side::Open),
        '»' => (Family::Guillemet, Side::Close),

        '`' | '‘' if double => (Family::Double, Side::Open),
        // Two apostrophes close what two grave accents opened, or two apostrophes.
        '\'' | '’' if double => (Family::Double, Side::Close),
        '`' | '‘' | '‚' | '‛' | '‹' => (Family::Single, Side::Open),
        '’' | '›' => (Family::Single, Side::Close),
        '\'' | '´' => (Family::Single, Side::Either),
        _ => return None,
    };
    Some(Mark { family, side, sign, len, is_twin: double && sign == '\'' })
}

/// Which way a mark points here; none for an apostrophe and for a mark without sense.
fn side_of(
    document: &Document<'_>,
    range: std::ops::Range<usize>,
    token: usize,
    mark: Mark,
    stack: &[Opened],
) -> Option<Side> {
    let tokens = document.tokens();
    let next = token + mark.len;
    let before = token.checked_sub(1).filter(|&before| before >= range.start);
    let space_before = before.is_none() || tokens[token].shape().has_space_before();
    let space_after = next >= range.end || tokens[next].shape().has_space_before();
    let is_open = stack.iter().any(|open| open.mark.family == mark.family);
    let after_opener = before.is_some_and(|before| {
        matches!(tokens[before].kind(), TokenKind::Open | TokenKind::Dash)
            || stack.last().is_some_and(|open| open.token + open.mark.len == token)
    });
    if mark.family == Family::Single {
        return single_side(document, range, token, mark, space_before || after_opener, space_after, is_open);
    }
    // A low mark is closed by “, which opens elsewhere; Swedish and Danish marks point the other way.
    let last_sign = stack.iter().rev().find(|open| open.mark.family == mark.family).map(|open| open.mark.sign);
    match mark.side {
        Side::Open if mark.sign == '“' && last_sign == Some('„') => Some(Side::Close),
        Side::Open if mark.sign == '“' && is_open && !space_before && space_after && !after_opener => {
            Some(Side::Close)
        }
        Side::Open if mark.sign == '«' && is_open && !space_before => Some(Side::Close),
        Side::Open if mark.sign == '«' && !space_before && space_after => None,
        Side::Close if mark.is_twin && last_sign == Some('\'') => (!space_before).then_some(Side::Close),
        Side::Close if mark.is_twin && !is_open => {
            ((space_before || after_opener) && !space_after).then_some(Side::Open)
        }
        Side::Close if mark.len == 2 || mark.sign == '\'' => (last_sign == Some('`')).then_some(Side::Close),
        Side::Close if is_open && (space_after || !space_before) => Some(Side::Close),
        Side::Close if is_open && last_sign != Some(mark.sign) => Some(Side::Close),
        Side::Close if space_before && !space_after => Some(Side::Open),
        Side::Close => None,
        Side::Either if is_inch(document, token, space_before, is_open) => None,
        // "… I'm done.' ", he said": a comma or a stop follows no opening mark.
        Side::Either if is_open && next < range.end && closes_before(document, next) => Some(Side::Close),
        Side::Either if (space_before || after_opener) && !space_after => Some(Side::Open),
        // A straight mark that stands free or is stuck on both sides closes what is open.
        Side::Either if is_open => Some(Side::Close),
        Side::Either if space_before != space_after || mark.sign != '"' => None,
        Side::Open | Side::Either => Some(Side::Open),
    }
}

/// Whether a token can stand right after a closing mark only.
fn closes_before(document: &Document<'_>, next: usize) -> bool {
    let kind = document.tokens()[next].kind();
    matches!(kind, TokenKind::Punctuation | TokenKind::Close)
        || kind == TokenKind::Stop && document.token_text(next) == "."
}

/// `6' 2"` and `19"`: a straight mark that is stuck to a number measures, unless it has to close.
fn is_inch(document: &Document<'_>, token: usize, space_before: bool, is_open: bool) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let tokens = document.tokens();
    if space_before || tokens[before].kind() != TokenKind::Number {
        return false;
    }
    let feet = before.checked_sub(1).is_some_and(|mark| matches!(document.token_text(mark), "'" | "’" | "′"));
    feet || !is_open
}

#[allow(clippy::fn_params_excessive_bools)]
fn single_side(
    document: &Document<'_>,
    range: std::ops::Range<usize>,
    token: usize,
    mark: Mark,
    free_before: bool,
    space_after: bool,
    is_open: bool,
) -> Option<Side> {
    let tokens = document.tokens();
    let next = token + 1;
    if free_before && !space_after && mark.side != Side::Close {
        let starts_word = tokens[next].is_word()
            || matches!(
                tokens[next].kind(),
                TokenKind::Number
                    | TokenKind::Open
                    | TokenKind::Quote
                    | TokenKind::Stop
                    | TokenKind::Currency
                    | TokenKind::Handle
            );
        return (starts_word && !is_elision(document, next)).then_some(Side::Open);
    }
    if !is_open || free_before && !space_after {
        return None;
    }
    let glued = !space_after && tokens[next].is_word();
    if glued {
        return None;
    }
    let is_possessive = space_after
        && token > range.start
        && document.fold(token - 1).ends_with('s')
        && next < range.end
        && tokens[next].is_word()
        && !tokens[token].shape().has_space_before()
        && closes_later(document, next..range.end.min(next + POSSESSIVE_LOOK_AHEAD));
    (!is_possessive).then_some(Side::Close)
}

/// Whether a single mark closes further on before another opens.
fn closes_later(document: &Document<'_>, range: std::ops::Range<usize>) -> bool {
    for token in range {
        let Some(mark) = mark_at(document, token) else { continue };
        if mark.family != Family::Single {
            return false;
        }
        let shape = document.tokens()[token].shape();
        let space_after =
            document.tokens().get(token + 1).is_none_or(|next| next.shape().has_space_before() || !next.is_word());
        if shape.has_space_before() {
            return false;
        }
        if space_after {
            return true;
        }
    }
    false
}

/// "’90s", "’em", "’til": letters left out at the start of a word.
fn is_elision(document: &Document<'_>, word: usize) -> bool {
    let fold = document.fold(word);
    matches!(fold, "em" | "til" | "tis" | "twas" | "cause" | "n" | "bout" | "cos" | "round")
        || fold.len() >= 2 && fold.as_bytes()[0].is_ascii_digit() && (fold.ends_with('s') || fold.len() == 2)
}
