//! Sentences: candidate stops, then vetoes.
//!
//! A sentence ends at a full stop, unless something beside it says no; after an abbreviation only
//! if something beside it says yes; and where a line ends that was not wrapped for width. Each
//! rule looks at a bounded number of tokens, so that the time is linear in any text.

use super::abbreviation::{is_starter, never_ends};
use super::document::Buffers;
use super::{Case, Sentence, Token, TokenKind, TokenRange};

/// A longer line was not wrapped by hand or by mail: its end is the end of a paragraph.
const LONGEST_WRAP: usize = 120;

/// How many closing marks, bracketed notes and the like may follow one stop.
const MOST_CLOSERS: usize = 8;

/// How far ahead "she said" is looked for after a question in quotation marks.
const SPEECH_REACH: usize = 4;

/// Appends the sentences of one block, whose tokens and folds are in the buffers already.
pub(super) fn push(buffers: &mut Buffers, text: &str, tokens: TokenRange, block: usize) {
    let end = tokens.end as usize;
    let mut first = tokens.start as usize;
    let mut reader = Reader { buffers, text, start: first, end, line: first, widest: 0 };
    reader.widest = reader.widest_line();
    let mut i = first;
    while i < end {
        if i > first && reader.starts_line(i) {
            reader.add(first, i, block);
            first = i;
        }
        if reader.token(i).shape().has_break_before() {
            reader.line = i;
        }
        reader.start = first;
        i = if reader.starts_item(i) {
            reader.add(first, i, block);
            first = i;
            i + 1
        } else if let Some(next) = reader.ends(i) {
            reader.add(first, next, block);
            first = next;
            next
        } else {
            i + 1
        };
    }
    if first < end {
        reader.add(first, end, block);
    }
}

struct Reader<'b> {
    buffers: &'b mut Buffers,
    text: &'b str,
    /// The first token of the sentence.
    start: usize,
    /// After the last token of the block.
    end: usize,
    /// The first token of the line.
    line: usize,
    /// How wide the widest line of the block is.
    widest: usize,
}

impl Reader<'_> {
    fn add(&mut self, first: usize, next: usize, block: usize) {
        let span = self.token(first).span().cover(self.token(next - 1).span());
        self.buffers.sentences.push(Sentence::new(span, TokenRange::new(first, next), block));
    }

    fn token(&self, i: usize) -> Token {
        self.buffers.tokens[i]
    }

    /// Token `i`, if the block has it.
    fn get(&self, i: usize) -> Option<Token> {
        (i < self.end).then(|| self.token(i))
    }

    fn text(&self, i: usize) -> &str {
        &self.text[self.token(i).span()]
    }

    fn kind(&self, i: usize) -> Option<TokenKind> {
        self.get(i).map(Token::kind)
    }

    fn has_space(&self, i: usize) -> bool {
        self.get(i).is_some_and(|token| token.shape().has_space_before())
    }

    fn widest_line(&self) -> usize {
        let (mut widest, mut line) = (0, self.start);
        for i in self.start..self.end {
            if i > line && self.token(i).shape().has_break_before() {
                widest = widest.max(self.width(line, i));
                line = i;
            }
        }
        if self.start < self.end { widest.max(self.width(line, self.end)) } else { 0 }
    }

    fn width(&self, line: usize, next: usize) -> usize {
        self.token(next - 1).span().end() - self.token(line).span().start()
    }

    /// Whether a new line begins at token `i` that the text before does not go on in: an item of a
    /// list, or a line whose first word would have fitted on the line before.
    fn starts_line(&self, i: usize) -> bool {
        let token = self.token(i);
        if !token.shape().has_break_before() {
            return false;
        }
        if self.is_item(i) {
            return true;
        }
        if token.shape().case() == Case::Lower
            || self.kind(i - 1) == Some(TokenKind::Punctuation) && self.text(i - 1) != ":"
        {
            return false;
        }
        let width = self.width(self.line, i);
        width > LONGEST_WRAP || width + 1 + token.span().len() < self.widest
    }

    /// Whether the mark of a list item stands at `i`: a bullet, "1.", "2)", "(a)".
    fn is_item(&self, i: usize) -> bool {
        let text = self.text(i);
        match self.token(i).kind() {
            TokenKind::Symbol => is_bullet(text) || text == "*" && self.has_space(i + 1),
            TokenKind::Dash => is_bullet(text) || self.has_space(i + 1),
            TokenKind::Open => self.is_number_or_letter(i + 1) && self.kind(i + 2) == Some(TokenKind::Close),
            _ => self.is_marker(i),
        }
    }

    /// Whether a number or a letter with its stop or bracket stands there: "1.", "b)".
    fn is_marker(&self, i: usize) -> bool {
        self.is_number_or_letter(i)
            && !self.has_space(i + 1)
            && (self.kind(i + 1) == Some(TokenKind::Close)
                || self.kind(i + 1) == Some(TokenKind::Stop) && self.text(i + 1) == ".")
            && self.has_space(i + 2)
    }

    fn is_number_or_letter(&self, i: usize) -> bool {
        let Some(token) = self.get(i).filter(|token| token.span().len() <= 3) else { return false };
        let text = self.text(i);
        match token.kind() {
            TokenKind::Number => text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()),
            TokenKind::Word => text.len() == 1,
            _ => false,
        }
    }

    /// Whether the next item of a list that was run together stands at `i`: "1. Lead 2. Zinc".
    fn starts_item(&self, i: usize) -> bool {
        if i <= self.start + 1 || !self.has_space(i) {
            return false;
        }
        // Most tokens are words of some length, under a sentence that begins with one.
        let bullets = matches!(self.token(self.start).kind(), TokenKind::Symbol | TokenKind::Dash);
        if bullets && self.kind(i) == self.kind(self.start) {
            let first = self.text(self.start);
            return is_bullet(first) && self.text(i) == first;
        }
        if self.token(i).span().len() > 3 || !self.is_marker(i) || !self.is_marker(self.start) {
            return false;
        }
        let first = self.text(self.start);
        if self.text(i + 1) != self.text(self.start + 1) {
            return false;
        }
        follows(first, self.text(i))
    }

    /// Where the sentence ends that token `i` ends: the index after its last token.
    fn ends(&self, i: usize) -> Option<usize> {
        let token = self.token(i);
        let is_stop = token.kind() == TokenKind::Stop;
        let is_abbreviation =
            token.kind() == TokenKind::Word && token.shape().has_period() && self.text(i).ends_with('.');
        if !is_stop && !is_abbreviation {
            return None;
        }
        let (next, quoted) = self.closers(i + 1);
        if next >= self.end {
            return Some(next);
        }
        let ends = if is_stop { self.stop_ends(i, next, quoted) } else { self.abbreviation_ends(i, next) };
        ends.then_some(next)
    }

    /// The index after the marks that close what a stop ends, and whether a quotation mark is among them.
    fn closers(&self, mut i: usize) -> (usize, bool) {
        let mut quoted = false;
        for _ in 0..MOST_CLOSERS {
            let Some(token) = self.get(i) else { break };
            let space = token.shape().has_space_before();
            match token.kind() {
                TokenKind::Quote if !space || matches!(self.text(i), "”" | "''" | "»") => quoted = true,
                TokenKind::Close => {}
                TokenKind::Stop if !space => {}
                // The number of a note: "1,200.[3] The", "1,200. [3] The"
                TokenKind::Open
                    if self.text(i) == "["
                        && self.kind(i + 1) == Some(TokenKind::Number)
                        && self.kind(i + 2) == Some(TokenKind::Close) =>
                {
                    i += 2;
                }
                TokenKind::Symbol if self.text(i).starts_with([':', ';']) => {}
                _ => break,
            }
            i += 1;
        }
        (i.min(self.end), quoted)
    }

    fn stop_ends(&self, i: usize, next: usize, quoted: bool) -> bool {
        let stop = self.text(i);
        let before = (i > self.start).then(|| self.token(i - 1));
        let after = self.token(next);
        // "stairways [...] (Smith 55)", and a stop that opens the sentence: ". . . and then"
        if before.is_none_or(|token| token.kind() == TokenKind::Open) {
            return false;
        }
        if stop == "." && self.is_item_mark(i) || self.is_spaced_ellipsis(next) {
            return false;
        }
        if !after.shape().has_space_before() {
            // "the end.Next came"
            return next == i + 1
                && !self.has_space(i)
                && after.shape().case() == Case::Capitalised
                && before.is_some_and(|token| {
                    token.kind() == TokenKind::Number || token.shape().case() == Case::Lower && token.span().len() > 1
                });
        }
        // "Nº. 5", "N°. 5"
        if after.kind() == TokenKind::Number
            && before.is_some_and(|token| self.text[token.span()].ends_with(['°', 'º']))
        {
            return false;
        }
        if stop == "!" && is_name_with_mark(self.buffers.fold(i - 1)) && !self.opens_with_starter(next) {
            return false;
        }
        let Some(opening) = self.past_openers(next) else { return true };
        match self.token(opening).shape().case() {
            Case::Lower => self.lower_begins(i, next, opening, quoted),
            _ if matches!(after.kind(), TokenKind::Punctuation | TokenKind::Stop | TokenKind::Clitic) => false,
            // “It is a long game.” – Mara Lind
            _ if quoted && after.kind() == TokenKind::Dash => false,
            // “Why now?” Smith asked.
            Case::Capitalised if quoted && stop != "." => !self.speech_follows(next),
            _ => true,
        }
    }

    /// Whether a sentence begins with a small letter after the stop at `i`: where people write so.
    fn lower_begins(&self, i: usize, next: usize, opening: usize, quoted: bool) -> bool {
        if quoted || next != i + 1 || opening != next || !matches!(self.text(i), "." | "?" | "!") {
            return false;
        }
        let before = self.token(i - 1);
        let plain = match before.shape().case() {
            Case::Lower => before.span().len() > 2,
            _ => self.text(i) != "." || before.span().len() > 4,
        };
        // A sentence that began small shows the habit; else a small letter after a full stop is
        // an abbreviation that no list has.
        let habit = self.token(self.start).shape().case() == Case::Lower;
        before.kind() == TokenKind::Word && plain && (habit || is_starter(self.buffers.hashes[next]))
    }

    /// Whether the stop at `i` belongs to the number or letter of a list item: "1. The".
    fn is_item_mark(&self, i: usize) -> bool {
        let marker = i - 1;
        let leads = marker == self.start || marker == self.start + 1 && is_bullet(self.text(self.start));
        leads && self.is_number_or_letter(marker) && !self.has_space(i)
    }

    /// Whether one more full stop of ". . ." stands at `next`.
    fn is_spaced_ellipsis(&self, next: usize) -> bool {
        self.kind(next) == Some(TokenKind::Stop) && self.has_space(next)
    }

    fn abbreviation_ends(&self, i: usize, next: usize) -> bool {
        if !self.has_space(next) || never_ends(self.buffers.fold(i)) {
            return false;
        }
        let Some(opening) = self.past_openers(next) else { return false };
        let case = self.token(opening).shape().case();
        if !matches!(case, Case::Capitalised | Case::Upper | Case::Mixed) {
            return false;
        }
        if self.text(i).len() == 2 {
            // An initial: the tokenizer has seen that a name goes on.
            return false;
        }
        if is_starter(self.buffers.hashes[opening]) {
            return true;
        }
        match self.buffers.fold(i) {
            "etc." => true,
            // "it weighed 5 lb. Lind lifted it": a unit takes no name.
            "lb." | "lbs." | "ft." | "oz." | "hr." | "hrs." | "yd." => case == Case::Capitalised,
            // "in 753 B.C. Augustus", but "5 B.C. Roman coins" too: before a number's era, a sentence ends oftener.
            "b.c." | "b.c.e." | "c.e." | "a.d." => {
                case == Case::Capitalised && i > self.start && self.kind(i - 1) == Some(TokenKind::Number)
            }
            // "at 6 p.m. Mr. Lind left", but "at 6 p.m. Monday", "9 a.m. GMT"; "At 5 a.m. Mr. Lind" has no verb yet.
            "a.m." | "p.m." => {
                case == Case::Capitalised && i >= self.start + 4 && !follows_hour(self.buffers.fold(opening))
            }
            _ => false,
        }
    }

    fn opens_with_starter(&self, next: usize) -> bool {
        self.past_openers(next).is_none_or(|opening| is_starter(self.buffers.hashes[opening]))
    }

    /// The first token from `i` on that is no opening mark, within a few tokens.
    fn past_openers(&self, i: usize) -> Option<usize> {
        (i..self.end.min(i + 4))
            .find(|&at| !matches!(self.token(at).kind(), TokenKind::Quote | TokenKind::Open | TokenKind::Dash))
    }

    /// Whether "Smith said" or the like stands at `i`.
    fn speech_follows(&self, i: usize) -> bool {
        let reach = self.end.min(i + SPEECH_REACH);
        let run = (i..reach).take_while(|&at| {
            matches!(self.token(at).kind(), TokenKind::Word) && (at == i || !self.text(at - 1).ends_with(','))
        });
        run.skip(1).any(|at| {
            matches!(
                self.buffers.fold(at),
                "said" | "says" | "asked" | "asks" | "told" | "added" | "replied" | "shouted" | "wrote" | "cried"
            )
        }) && !is_starter(self.buffers.hashes[i])
    }
}

fn is_bullet(text: &str) -> bool {
    matches!(text, "•" | "‣" | "⁃" | "◦" | "▪" | "●" | "■" | "·" | "➢" | "►" | "∙")
}

/// Whether one mark of a list comes right after another: 2 after 1, "b" after "a".
fn follows(mark: &str, next: &str) -> bool {
    match (mark.parse::<u32>(), next.parse::<u32>()) {
        (Ok(mark), Ok(next)) => next == mark + 1,
        (Err(_), Err(_)) => match (mark.as_bytes(), next.as_bytes()) {
            ([mark], [next]) => *next == mark.wrapping_add(1),
            _ => false,
        },
        _ => false,
    }
}

/// Names written with an exclamation mark.
fn is_name_with_mark(fold: &str) -> bool {
    matches!(fold, "yahoo" | "jeopardy" | "oklahoma" | "wham" | "joomla" | "mia" | "hamilton" | "panic")
}

/// What follows the hour in the same sentence: a weekday, a month, a time zone.
fn follows_hour(fold: &str) -> bool {
    let day = fold
        .strip_suffix("day")
        .is_some_and(|day| matches!(day, "mon" | "tues" | "wednes" | "thurs" | "fri" | "satur" | "sun"));
    day || matches!(
        fold,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan."
            | "feb."
            | "aug."
            | "sept."
            | "oct."
            | "nov."
            | "dec."
            | "eastern"
            | "pacific"
            | "central"
            | "mountain"
            | "greenwich"
    )
}
