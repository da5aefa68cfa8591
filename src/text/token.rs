//! Token: the smallest piece that later stages look at.

use super::{Span, coded, fold};

/// What sort of piece a token is.
///
/// Hyphenated words are cut (`US|-|backed`, `23|-|year|-|old`, `10|-|15`), and so are slashes
/// between words (`km|/|h`, `and|/|or`); prefixes keep their hyphen before a small letter
/// (`co-founder`, `e-mail`, but `pro|-|Beijing`, `mid|-|1990s`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum TokenKind {
    /// Letters, with the full stops and apostrophes that belong to them: `minister`, `U.S.`, `O’Brien`.
    Word,
    /// The split-off end of a word: `n't`, `'s`, `’ll`.
    Clitic,
    /// Digits with their grouping and decimal marks: `8,500`, `1.5`, `.5`, `5½`; also times of day
    /// (`8:30`), fractions (`3/4`), dates in digits (`12/05/2019`, `2019-06-28`, `28.6.2019`),
    /// telephone numbers. Grouping by spaces, `1 200`, is two.
    Number,
    /// Letters and digits in one: `COVID-19`, `G7`, `21st`, `A4`, `1990s`, `’90s`. A unit or scale
    /// after digits is a token of its own: `5|bn`, `10|km`, `6|pm`.
    Mixed,
    /// `$`, `£`, `€` and the like, and dollars with their country: `US$`, `HK$`.
    Currency,
    /// `.`, `?`, `!`, `…` and their runs.
    Stop,
    /// A quotation mark, whichever way it points; apostrophes inside words are not among them.
    Quote,
    /// `-`, `–`, `—` and their runs.
    Dash,
    /// `(`, `[`, `{`.
    Open,
    /// `)`, `]`, `}`.
    Close,
    /// `,`, `;`, `:` and other punctuation.
    Punctuation,
    /// `%`, `&`, `+`, `°`, `@` and other signs, emoji among them.
    Symbol,
    /// A web address, also a bare one: `www.x.org`, `example.com/path`. A capitalised one without a
    /// path is a name and a [`Word`](Self::Word): `Booking.com`.
    Url,
    /// An e-mail address.
    Email,
    /// `@name` or `#topic`.
    Handle,
}

/// How the letters of a token are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Case {
    /// No cased letter: digits, signs, scripts without case.
    None,
    /// `minister`
    Lower,
    /// `Minister`, and a single capital: `A`
    Capitalised,
    /// `NATO`, `U.S.`: two capitals or more and no small letter
    Upper,
    /// `McDonald`, `eBay`, `iPhone`
    Mixed,
}

const IS_UPPER: u16 = 1 << 14;
const IS_LOWER: u16 = 1 << 15;

const IS_OTHER: u16 = 1 << 13;

/// What a byte adds to the shape of its token, and in three bits that no shape has its case, and
/// whether it is more than a character of plain ASCII: a part of one beyond, or of one in code.
static FACTS: [u16; 256] = {
    let mut facts = [IS_OTHER; 256];
    let mut byte = 0u8;
    while byte < 128 {
        facts[byte as usize] = match byte {
            b'A'..=b'Z' => IS_UPPER,
            b'a'..=b'z' => IS_LOWER,
            b'0'..=b'9' => Shape::DIGIT,
            b'-' => Shape::HYPHEN,
            b'.' => Shape::PERIOD,
            b'\'' => Shape::APOSTROPHE,
            b'&' => IS_OTHER,
            _ => 0,
        };
        byte += 1;
    }
    facts
};

/// Facts about the characters of a token, in one small integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Shape(u16);

impl Shape {
    const CASE: u16 = 0b111;
    const DIGIT: u16 = 1 << 3;
    const HYPHEN: u16 = 1 << 4;
    const PERIOD: u16 = 1 << 5;
    const SPACE_BEFORE: u16 = 1 << 6;
    const BREAK_BEFORE: u16 = 1 << 7;
    const NON_ASCII: u16 = 1 << 8;
    const APOSTROPHE: u16 = 1 << 9;

    /// How the letters are cased.
    #[must_use]
    pub const fn case(self) -> Case {
        match self.0 & Self::CASE {
            1 => Case::Lower,
            2 => Case::Capitalised,
            3 => Case::Upper,
            4 => Case::Mixed,
            _ => Case::None,
        }
    }

    pub(crate) const fn with_case(self, case: Case) -> Self {
        let bits = match case {
            Case::None => 0,
            Case::Lower => 1,
            Case::Capitalised => 2,
            Case::Upper => 3,
            Case::Mixed => 4,
        };
        Self(self.0 & !Self::CASE | bits)
    }

    const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }

    const fn with(self, bit: u16, yes: bool) -> Self {
        Self(if yes { self.0 | bit } else { self.0 & !bit })
    }

    /// Whether the first letter is a capital.
    #[must_use]
    pub const fn is_capitalised(self) -> bool {
        matches!(self.case(), Case::Capitalised | Case::Upper)
            || matches!(self.case(), Case::Mixed) && self.has(Self::FIRST_UPPER)
    }

    const FIRST_UPPER: u16 = 1 << 10;

    /// Whether a digit is in it.
    #[must_use]
    pub const fn has_digit(self) -> bool {
        self.has(Self::DIGIT)
    }

    /// Whether a hyphen is in it, as in `COVID-19`.
    #[must_use]
    pub const fn has_hyphen(self) -> bool {
        self.has(Self::HYPHEN)
    }

    /// Whether a full stop is in it, as in `U.S.` or `Mr.`
    #[must_use]
    pub const fn has_period(self) -> bool {
        self.has(Self::PERIOD)
    }

    /// Whether an apostrophe is in it, as in `O’Brien`.
    #[must_use]
    pub const fn has_apostrophe(self) -> bool {
        self.has(Self::APOSTROPHE)
    }

    /// Whether white space stands before it (also at the start of a block).
    #[must_use]
    pub const fn has_space_before(self) -> bool {
        self.has(Self::SPACE_BEFORE)
    }

    /// Whether a line break stands before it (also at the start of a block).
    #[must_use]
    pub const fn has_break_before(self) -> bool {
        self.has(Self::BREAK_BEFORE)
    }

    /// Whether a character beyond ASCII is in it.
    #[must_use]
    pub const fn has_non_ascii(self) -> bool {
        self.has(Self::NON_ASCII)
    }

    /// Reads the characters of a token.
    pub(crate) fn of(token: &str) -> Self {
        Self::and_hash_of_plain(token).map_or_else(|| Self::of_any(token), |(shape, _)| shape)
    }

    /// The shape of a token of plain ASCII and the hash of its fold, in one pass: the
    /// multiplications of the hash leave room for all the rest.
    pub(super) fn and_hash_of_plain(token: &str) -> Option<(Self, u64)> {
        let (mut upper, mut lower, mut shape, mut state) = (0u32, 0u32, Self::default(), fold::SEED);
        for byte in token.bytes() {
            let facts = FACTS[usize::from(byte)];
            upper += u32::from(facts & IS_UPPER != 0);
            lower += u32::from(facts & IS_LOWER != 0);
            shape.0 |= facts & !(IS_UPPER | IS_LOWER);
            if facts & IS_UPPER != 0 && upper == 1 && lower == 0 {
                shape.0 |= Self::FIRST_UPPER;
            }
            state = fold::step(state, byte.to_ascii_lowercase());
        }
        (!shape.has(IS_OTHER)).then(|| (shape.with_letters(upper, lower), fold::mix(state)))
    }

    fn with_letters(self, upper: u32, lower: u32) -> Self {
        self.with_case(match (upper, lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, _) if self.has(Self::FIRST_UPPER) => Case::Capitalised,
            (_, 0) => Case::Upper,
            _ => Case::Mixed,
        })
    }

    pub(super) fn of_any(token: &str) -> Self {
        let mut shape = Self::default();
        let (mut upper, mut lower, mut first_upper, mut letters) = (0u32, 0u32, false, false);
        for c in coded::chars(token) {
            let is_upper = if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() };
            if is_upper {
                first_upper |= !letters;
                upper += 1;
                letters = true;
            } else if if c.is_ascii() { c.is_ascii_lowercase() } else { c.is_lowercase() } {
                lower += 1;
                letters = true;
            }
            shape = match c {
                '-' | '\u{2010}' | '\u{2011}' => shape.with(Self::HYPHEN, true),
                '.' => shape.with(Self::PERIOD, true),
                '\'' | '’' | '\u{2bc}' | '\u{2bb}' => shape.with(Self::APOSTROPHE, true),
                _ if c.is_numeric() => shape.with(Self::DIGIT, true),
                _ => shape,
            };
            shape = shape.with(Self::NON_ASCII, shape.has(Self::NON_ASCII) || !c.is_ascii());
        }
        shape.with(Self::FIRST_UPPER, first_upper).with_letters(upper, lower)
    }

    pub(crate) fn after(self, space: bool, line_break: bool) -> Self {
        self.with(Self::SPACE_BEFORE, space).with(Self::BREAK_BEFORE, line_break)
    }
}

/// A piece of text: where it stands, what it is, how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    kind: TokenKind,
    shape: Shape,
}

impl Token {
    pub(crate) const fn new(span: Span, kind: TokenKind, shape: Shape) -> Self {
        Self { start: span.start() as u32, end: span.end() as u32, kind, shape }
    }

    pub(crate) const fn set_case(&mut self, case: Case) {
        self.shape = self.shape.with_case(case);
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(self) -> Span {
        Span::from_u32(self.start, self.end)
    }

    /// What sort of piece it is.
    #[must_use]
    pub const fn kind(self) -> TokenKind {
        self.kind
    }

    /// How its characters are.
    #[must_use]
    pub const fn shape(self) -> Shape {
        self.shape
    }

    /// Whether it is a word, a clitic or letters with digits.
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Mixed)
    }
}

/// A run of tokens, by their indexes in [`Document::tokens`](super::Document::tokens).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenRange {
    /// Index of the first token.
    pub start: u32,
    /// Index after the last token.
    pub end: u32,
}

impl TokenRange {
    /// The run from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The same as a standard range, to index with.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether token `index` is in it.
    #[must_use]
    pub const fn contains(self, index: usize) -> bool {
        self.start as usize <= index && index < self.end as usize
    }
}
