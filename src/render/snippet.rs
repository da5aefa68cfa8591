//! Snippet: the words around a place, short enough for a line.

use std::fmt;

/// At most so many bytes of a text, cut between words, with an ellipsis where something is left
/// out. The text is never read beyond that.
#[derive(Clone, Copy)]
pub(super) struct Snippet<'a> {
    pub(super) text: &'a str,
    pub(super) cut_before: bool,
    pub(super) cut_after: bool,
}

/// A line of a table or a note: the longest person name with a role of eight words fits, and an
/// article whose every "word" is a megabyte cannot make its page many times its own size.
pub(super) const LINE: usize = 160;

impl<'a> Snippet<'a> {
    /// The head of a text.
    pub(super) fn head(text: &'a str) -> Self {
        Self::around(text, 0)
    }

    /// The part of a text that shows byte `at`.
    pub(super) fn around(text: &'a str, at: usize) -> Self {
        if text.len() <= LINE {
            return Self { text, cut_before: false, cut_after: false };
        }
        // Two thirds of the line stand before the place, so that its clause is seen.
        let start = if at < LINE * 2 / 3 { 0 } else { word_start(text, at - LINE / 2) };
        let end = start + LINE;
        let end = if end >= text.len() { text.len() } else { word_end(text, start, end) };
        Self { text: &text[start..end], cut_before: start > 0, cut_after: end < text.len() }
    }
}

/// The few words before and after a place, none of them cut, for a figure that nothing is counted
/// by: "a premium of | 31 per cent | to Friday’s closing".
pub(super) struct Context<'a> {
    pub(super) before: &'a str,
    pub(super) after: &'a str,
}

/// About five words on either side: the noun that a figure belongs to is among them, or the
/// reader follows the figure into the text.
const SIDE: usize = 36;

impl<'a> Context<'a> {
    /// The words of `text` around `start..end`.
    pub(super) fn new(text: &'a str, start: usize, end: usize) -> Self {
        let from = if start <= SIDE { 0 } else { word_start(text, start - SIDE).min(start) };
        let to = if text.len() - end <= SIDE { text.len() } else { word_end(text, end, end + SIDE) };
        // What a cut or a date line leaves at the head: "- Daehan Cell, South Korea’s third-largest".
        let before = text[from..start].trim_start_matches(['-', '–', '—', ',', ';', ')', ' ']);
        Self { before, after: &text[end..to] }
    }
}

/// The head of the next word at or after `at`, if one is near; otherwise the next character.
fn word_start(text: &str, at: usize) -> usize {
    let at = boundary_before(text, at);
    let near = boundary_before(text, at + LINE / 4);
    text[at..near].find(' ').map_or(at, |space| at + space + 1)
}

/// The end of the last whole word before `end`.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let end = boundary_before(text, end);
    text[start..end].rfind(' ').map_or(end, |space| start + space)
}

fn boundary_before(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = (if self.cut_before { "… " } else { "" }, if self.cut_after { " …" } else { "" });
        write!(f, "{before}{}{after}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_between_words_around_the_place() {
        let text = "The committee met again. ".repeat(20);
        let snippet = Snippet::around(&text, 300);
        assert!(snippet.cut_before && snippet.cut_after && snippet.text.len() <= LINE);
        assert!(snippet.text.split(' ').all(|word| "The committee met again.".split(' ').any(|w| w == word)));
    }

    #[test]
    fn a_figure_stands_between_whole_words() {
        let text = "Daehan will pay €38.50 a share, a premium of 31 per cent to the closing price of Friday last.";
        let start = text.find("31").expect("it is there");
        let context = Context::new(text, start, start + "31 per cent".len());
        assert_eq!(
            (context.before, context.after),
            ("pay €38.50 a share, a premium of ", " to the closing price of Friday")
        );
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        let text = "水".repeat(1000);
        for at in 0..text.len() {
            assert!(Snippet::around(&text, at).text.len() <= LINE);
        }
    }
}
