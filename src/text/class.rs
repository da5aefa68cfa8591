//! Class: what sort of character stands here, for the tokenizer.

/// What a character is to the tokenizer. Signs that the grammar treats one by one are told apart
/// by the character itself, which a [`Piece`](super::piece::Piece) keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Letter,
    Digit,
    /// `'` and `’`, which are inside words as often as they are quotation marks.
    Apostrophe,
    Quote,
    Stop,
    Punctuation,
    Dash,
    Open,
    Close,
    Currency,
    Symbol,
    Space,
    /// Soft hyphens, zero-width characters, direction marks: no word begins or ends with one.
    Invisible,
}

const fn ascii(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b'\'' => Class::Apostrophe,
        b'"' | b'`' => Class::Quote,
        b'.' | b'?' | b'!' => Class::Stop,
        b',' | b';' | b':' => Class::Punctuation,
        b'-' => Class::Dash,
        b'(' | b'[' | b'{' => Class::Open,
        b')' | b']' | b'}' => Class::Close,
        b'$' => Class::Currency,
        b'\t'..=b'\r' | b' ' => Class::Space,
        _ => Class::Symbol,
    }
}

static ASCII: [Class; 128] = {
    let mut table = [Class::Symbol; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = ascii(byte);
        byte += 1;
    }
    table
};

impl Class {
    /// The class of an ASCII byte.
    pub(super) fn of_ascii(byte: u8) -> Self {
        ASCII[usize::from(byte & 0x7f)]
    }

    /// The class of any character.
    pub(super) fn of(c: char) -> Self {
        if c.is_ascii() {
            return Self::of_ascii(c as u8);
        }
        match c {
            '’' | '\u{2bc}' | '\u{2bb}' | '\u{201b}' | '＇' => Self::Apostrophe,
            '“' | '”' | '„' | '‟' | '‘' | '‚' | '«' | '»' | '‹' | '›' | '´' | '＂' | '「' | '」' | '『' | '』' => {
                Self::Quote
            }
            '…' | '‥' | '。' | '．' | '？' | '！' | '‼' | '⁇' | '⁈' | '⁉' => Self::Stop,
            '，' | '、' | '；' | '：' | '¿' | '¡' => Self::Punctuation,
            '\u{2010}'..='\u{2015}' | '−' | '\u{2043}' | '－' => Self::Dash,
            '（' | '［' | '｛' | '⟨' | '《' | '【' => Self::Open,
            '）' | '］' | '｝' | '⟩' | '》' | '】' => Self::Close,
            '£' | '¥' | '¢' | '\u{20a0}'..='\u{20cf}' | '＄' | '￡' | '￥' | '￦' => Self::Currency,
            _ if is_invisible(c) => Self::Invisible,
            // Circled and squared letters count as alphabetic but stand as signs.
            '\u{2460}'..='\u{24ff}' | '\u{1f100}'..='\u{1f1ff}' => Self::Symbol,
            // `º` and `ª` are letters to Unicode; "Nº 5" and "25 ºC" want them as such too.
            _ if c.is_alphabetic() => Self::Letter,
            _ if c.is_numeric() => Self::Digit,
            _ if c.is_whitespace() => Self::Space,
            _ => Self::Symbol,
        }
    }
}

/// Whether a character has neither width nor meaning in English: soft hyphen, zero-width space and
/// joiners, direction marks, the byte order mark.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Whether it joins the halves of a word: `-`, and the hyphens of Unicode, but no longer dash.
pub(super) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
