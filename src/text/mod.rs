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

/// Appends the tokens of a text that is no article: a name of a list.
pub(crate) fn tokens_of(tokens: &mut Vec<Token>, text: &str) {
    let mut buffers = Buffers::default();
    tokenize::push(&mut buffers, text, Span::new(0, text.len()));
    tokens.append(&mut buffers.tokens);
}
