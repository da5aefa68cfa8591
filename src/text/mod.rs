//! The ground floor: spans, tokens and sentences. It knows nothing of news.

mod abbreviation;
mod address;
mod class;
mod coded;
mod document;
mod excerpt;
pub(crate) mod fold;
mod list;
mod number;
mod part;
mod piece;
mod sentence;
mod span;
mod token;
mod tokenize;
mod word;

pub(crate) use document::Buffers;
pub use document::{Document, Sentence};
pub use excerpt::Excerpt;
pub use span::Span;
pub use token::{Case, Shape, Token, TokenKind, TokenRange};

/// The tokens of a text that is no article, as a name of a list, and their hashes. The buffers are
/// kept from name to name: a million of them allocate nothing.
pub(crate) fn tokens_of<'b>(buffers: &'b mut Buffers, text: &str) -> (&'b [Token], &'b [u64]) {
    buffers.clear();
    tokenize::push(buffers, text, Span::new(0, text.len()));
    (&buffers.tokens, &buffers.hashes)
}
