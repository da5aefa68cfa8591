//! The ground floor: spans, tokens and sentences. It knows nothing of news.

mod abbreviation;
mod document;
mod excerpt;
pub(crate) mod fold;
mod sentence;
mod span;
mod token;
mod tokenize;

pub(crate) use document::Buffers;
pub use document::{Document, Sentence};
pub use excerpt::Excerpt;
pub use span::Span;
pub use token::{Case, Shape, Token, TokenKind, TokenRange};

/// Appends the tokens of a text that is no article: a name of a list.
pub(crate) fn tokens_of(tokens: &mut Vec<Token>, text: &str) {
    tokenize::push(tokens, text, Span::new(0, text.len()));
}
