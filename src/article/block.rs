//! Raw text to paragraphs.

use super::{Block, BlockKind};
use crate::text::Span;

/// Splits a page at its blank lines.
pub(super) fn split(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            blocks.extend(open.take().map(|(start, end)| Block::new(Span::new(start, end), BlockKind::Body)));
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let end = start + trimmed.len();
            open = Some((open.map_or(start, |(first, _)| first), end));
        }
        at += line.len();
    }
    blocks.extend(open.map(|(start, end)| Block::new(Span::new(start, end), BlockKind::Body)));
    blocks
}
