//! Case and apostrophe folding into a reused buffer, and the hash that word lists are keyed by.

use super::class::is_invisible;
use super::coded;

/// Appends the folded form of `token` to `buffer`: lower case, straight apostrophes, plain
/// hyphens, ligatures and full-width forms as plain letters, characters in code decoded, no soft
/// hyphens and no zero-width characters.
pub(crate) fn push(buffer: &mut String, token: &str) {
    let mut rest = token;
    loop {
        // Plain runs are taken whole: of a paragraph with one curly quote all but the quote is plain.
        let plain = rest.bytes().position(|byte| !is_plain_byte(byte)).unwrap_or(rest.len());
        let start = buffer.len();
        buffer.push_str(&rest[..plain]);
        buffer[start..].make_ascii_lowercase();
        rest = &rest[plain..];
        let Some((c, length)) = coded::first(rest) else { return };
        push_other(buffer, c);
        rest = &rest[length..];
    }
}

/// Appends the folded form of a character that is not plain, or was in code.
fn push_other(buffer: &mut String, c: char) {
    match c {
        '’' | '‘' | '\u{2bc}' | '\u{2bb}' | '\u{201b}' | '＇' => buffer.push('\''),
        '\u{2010}' | '\u{2011}' => buffer.push('-'),
        _ if is_invisible(c) => {}
        _ if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
        'ﬀ' => buffer.push_str("ff"),
        'ﬁ' => buffer.push_str("fi"),
        'ﬂ' => buffer.push_str("fl"),
        'ﬃ' => buffer.push_str("ffi"),
        'ﬄ' => buffer.push_str("ffl"),
        '\u{ff01}'..='\u{ff5e}' => {
            // The full-width forms are ASCII from `!` on, in its order.
            let plain = char::from((u32::from(c) - 0xff01 + 0x21) as u8);
            buffer.push(plain.to_ascii_lowercase());
        }
        _ => buffer.extend(c.to_lowercase()),
    }
}

const fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii() && byte != b'&'
}

/// Hash of a folded word. The same on every machine: word lists, gazetteer and model features
/// are keyed by it, so a change of this function is a change of every binary file in `data/`.
pub(crate) const fn hash(folded: &str) -> u64 {
    // FNV-1a folded eight bytes at a time would be faster on long words; English words have five
    // letters, and one multiplication a byte measured within noise of it. The finisher spreads
    // the low bits, which tables index by.
    let bytes = folded.as_bytes();
    let mut state = SEED;
    let mut i = 0;
    while i < bytes.len() {
        state = step(state, bytes[i]);
        i += 1;
    }
    mix(state)
}

/// The state of [`hash`] before the first byte.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// The state of [`hash`] after one more byte.
pub(super) const fn step(state: u64, byte: u8) -> u64 {
    (state ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Spreads every bit of `x` over all of them (the finisher of `SplitMix64`).
pub(crate) const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
