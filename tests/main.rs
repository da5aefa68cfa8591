//! One binary for all integration tests, so that linking is paid once.

mod alias;
mod api;
mod article;
mod digest;
mod entity;
mod figure;
mod invariants;
mod keyword;
#[cfg(feature = "embedded-model")]
mod lexicon;
mod marked;
mod place;
mod quote;
#[cfg(feature = "embedded-model")]
mod render;
mod role;
mod table;
mod text;
mod time;
