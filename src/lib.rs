//! Reads an English news article and returns who, where, how much, when, who said what and
//! what it is about, each with its place in the untouched text.

#[cfg(all(doctest, feature = "embedded-model"))]
#[doc = include_str!("../README.md")]
mod readme {}

pub mod alias;
pub mod article;
mod detail;
pub mod digest;
pub mod entity;
pub mod figure;
pub mod keyword;
pub mod lexicon;
pub mod place;
pub mod quote;
pub mod render;
pub mod role;
pub mod text;
pub mod time;

#[cfg(feature = "parallel")]
mod batch;
mod error;

pub use article::{Article, Block, BlockKind};
pub use detail::{Detail, Reasons};
pub use digest::{Builder, Digest, Digester, Scratch};
pub use entity::{Entity, EntityId, EntityKind, Mention, Model};
pub use error::Error;
pub use figure::{Decimal, Figure, FigureKind};
pub use keyword::Keyword;
pub use lexicon::Lexicon;
pub use place::Country;
pub use quote::{Quote, QuoteKind};
pub use role::Role;
pub use text::{Document, Excerpt, Span};
pub use time::{Date, TimeExpression, TimeKind};
