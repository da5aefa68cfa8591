//! Raw text to paragraphs.

use crate::text::Span;

/// Hard-wrapped text has lines of about one length: typewriters and e-mail wrap at 60 to 80
/// characters, terminals at 100. A paragraph of prose on one line is longer, a heading shorter.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=110;

/// Splits a page into paragraphs: at blank lines, and at single line breaks unless the lines
/// between two blank ones are one paragraph that was wrapped.
///
/// Spans hold no white space at their ends; together they cover every character but white space.
pub(super) fn split(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut lines: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in lines_of(text) {
        // A byte-order mark is no character of the first paragraph.
        let trimmed = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if trimmed.is_empty() {
            // "\r\n" is one line break: the "\n" piece after "\r" is no blank line.
            if !(line == "\n" && text[..at].ends_with('\r')) {
                flush(&mut paragraphs, &mut lines);
            }
        } else {
            let start = at + (trimmed.as_ptr() as usize - line.as_ptr() as usize);
            lines.push(Span::new(start, start + trimmed.len()));
        }
        at += line.len();
    }
    flush(&mut paragraphs, &mut lines);
    // A mark at the start that is no white space to Unicode still has to be covered.
    if let Some(mark) = text.find(|c: char| !c.is_whitespace()).filter(|&at| text[at..].starts_with('\u{feff}')) {
        match paragraphs.first_mut() {
            Some(first) => *first = first.cover(Span::new(mark, mark + '\u{feff}'.len_utf8())),
            None => paragraphs.push(Span::new(mark, text.trim_end().len())),
        }
    }
    paragraphs
}

/// The lines of a text, each with the character that ends it.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (line, after) = rest.split_at(line_length(rest));
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// Bytes that end a line, or may begin a character that does.
static MAY_END: [bool; 256] = {
    let mut may_end = [false; 256];
    let ends = [b'\n', b'\r', 0xc2, 0xe2];
    let mut at = 0;
    while at < ends.len() {
        may_end[ends[at] as usize] = true;
        at += 1;
    }
    may_end
};

/// The length of the line that a text begins with. Byte by byte: decoding each character took a tenth
/// of the time of the whole page.
fn line_length(text: &str) -> usize {
    let mut at = 0;
    while let Some(more) = text.as_bytes()[at..].iter().position(|&byte| MAY_END[usize::from(byte)]) {
        at += more;
        let c = text[at..].chars().next().unwrap_or('\n');
        at += c.len_utf8();
        if matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            return at;
        }
    }
    text.len()
}

/// Turns the lines between two blank ones into paragraphs, and empties the list.
fn flush(paragraphs: &mut Vec<Span>, lines: &mut Vec<Span>) {
    match lines.as_slice() {
        [] => {}
        [first, .., last] if is_wrapped(lines) => paragraphs.push(first.cover(*last)),
        _ => paragraphs.extend_from_slice(lines),
    }
    lines.clear();
}

/// Whether lines are one paragraph: all but the last about as long as the longest.
fn is_wrapped(lines: &[Span]) -> bool {
    let [full @ .., last] = lines else { return false };
    let longest = full.iter().map(|line| line.len()).max().unwrap_or(0);
    let shortest = full.iter().map(|line| line.len()).min().unwrap_or(0);
    // Words are broken at their ends, so a full line lacks at most one long word.
    WRAPPED.contains(&longest) && shortest + 18 >= longest && last.len() <= longest + 3
}
