//! Reads an English news article and returns who, where, how much, when, who said what and
//! what it is about, each with its place in the untouched text. Offline: model and tables are in
//! the crate.
//!
#![cfg_attr(feature = "embedded-model", doc = "```")]
#![cfg_attr(not(feature = "embedded-model"), doc = "```ignore")]
//! use article_digest::Digester;
//!
//! let text = "Ferry sinks off Zanzibar\n\nAt least 31 passengers drowned on Monday, harbour chief \
//!             Asha Mwinyi said. “It was overloaded,” she told reporters.";
//! let digest = Digester::builder().published("2025-03-04".parse()?).build().digest(text);
//!
//! let asha = digest.entities().iter().find(|entity| entity.name() == "Asha Mwinyi").unwrap();
//! assert_eq!(asha.roles()[0].words().text(), "harbour chief");
//! let drowned = &digest.figures()[0];
//! assert_eq!(drowned.to_string(), "at least 31");
//! assert_eq!(drowned.of().map(|of| of.text()), Some("passengers"));
//! assert_eq!(digest.times()[0].value().unwrap().to_string(), "2025-03-03");
//! assert_eq!(digest.quotes()[0].speaker().map(|id| digest.entity(id).name()), Some("Asha Mwinyi"));
//! # Ok::<(), article_digest::Error>(())
//! ```
//!
//! # The way of a text
//!
//! Data flows one way. Each stage is a module with a function of its own and can be used alone;
//! [`Digester`] runs them all.
//!
//! | module | takes | gives |
//! | --- | --- | --- |
//! | [`article`] | text | blocks: headline, byline, body, caption, appeal … |
//! | [`text`] | text and blocks | a [`Document`]: tokens, sentences, folds and their hashes |
//! | [`entity`] | document | mentions of people, organisations, places and other names |
//! | [`time`] | document | times, resolved against publication and tense |
//! | [`figure`] | document | figures with value, unit, what they count, and change |
//! | [`alias`] | mentions | entities: who is who |
//! | [`role`], [`place`], [`quote`] | entities | offices; countries and coordinates; who said what |
//! | [`keyword`] | all of it | keywords and key sentences |
//! | [`render`] | [`Digest`] | JSON, Markdown, HTML, JSON-LD |
//!
//! # What can be relied on
//!
//! * Digesting cannot fail or panic, and takes time linear in the text, whatever the text.
//! * The same bytes give the same digest, on every machine and number of threads.
//! * Spans are byte ranges of the text as it was given; [`Digest::json`] writes other units.
//! * What is not known is `None`, and what is not sure has a lower confidence.

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
mod packed;
mod prefix_code;

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
