//! Line: what the start, the end and the length of a block say about it.

use crate::text::{Span, fold};

/// Of a longer block only so much at its start and at its end is looked at: furniture is short, and
/// a page of one line stays cheap.
const LOOK: usize = 600;

/// A block as the classifier sees it.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// The start of the block in lower case with straight apostrophes.
    pub(super) folded: String,
    /// Words, counted up to 200.
    pub(super) words: usize,
    /// Whether it ends as a sentence does.
    pub(super) is_closed: bool,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str, span: Span) -> Self {
        let block = &text[span];
        let mut folded = String::with_capacity(block.len().min(LOOK) + 16);
        let mut end = block.len().min(LOOK);
        while !block.is_char_boundary(end) {
            end -= 1;
        }
        fold::push(&mut folded, &block[..end]);
        let tail = block.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
        Self {
            span,
            text: block,
            folded,
            words: block.split_ascii_whitespace().take(200).count(),
            is_closed: tail.ends_with(['.', '!', '?', '…', ':', ';', ',']),
        }
    }

    /// Whether it is too long for furniture of a line or two.
    pub(super) fn is_long(&self) -> bool {
        self.words > 60
    }

    /// Whether it reads as a paragraph of the story.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= 30 || self.is_closed && self.words >= 8
    }
}
