//! Sentences: candidate stops, then vetoes.

use super::document::Buffers;
use super::{Sentence, TokenKind, TokenRange};

/// Appends the sentences of one block, whose tokens and folds are in the buffers already.
pub(super) fn push(buffers: &mut Buffers, _text: &str, tokens: TokenRange, block: usize) {
    let mut first = tokens.start as usize;
    let end = tokens.end as usize;
    let mut i = first;
    while i < end {
        if buffers.tokens[i].kind() == TokenKind::Stop {
            while i + 1 < end
                && matches!(buffers.tokens[i + 1].kind(), TokenKind::Stop | TokenKind::Quote | TokenKind::Close)
                && !buffers.tokens[i + 1].shape().has_space_before()
            {
                i += 1;
            }
            let next = buffers.tokens.get(i + 1).filter(|_| i + 1 < end);
            if next.is_none_or(|t| t.shape().has_space_before() && !matches!(t.shape().case(), super::Case::Lower)) {
                let span = buffers.tokens[first].span().cover(buffers.tokens[i].span());
                buffers.sentences.push(Sentence::new(span, TokenRange::new(first, i + 1), block));
                first = i + 1;
            }
        }
        i += 1;
    }
    if first < end {
        let span = buffers.tokens[first].span().cover(buffers.tokens[end - 1].span());
        buffers.sentences.push(Sentence::new(span, TokenRange::new(first, end), block));
    }
}
