//! One binary for all integration tests, so that linking is paid once.

#[cfg(feature = "embedded-model")]
mod alias;
mod api;
mod article;
#[cfg(feature = "embedded-model")]
mod broken;
#[cfg(feature = "embedded-model")]
mod complaints;
#[cfg(feature = "embedded-model")]
mod digest;
#[cfg(feature = "embedded-model")]
mod entity;
#[cfg(feature = "embedded-model")]
mod figure;
#[cfg(feature = "embedded-model")]
mod form;
#[cfg(feature = "embedded-model")]
mod generated;
#[cfg(feature = "embedded-model")]
mod golden;
#[cfg(all(feature = "embedded-model", feature = "serde"))]
mod invariants;
mod keyword;
#[cfg(feature = "embedded-model")]
mod lexicon;
mod licence;
#[cfg(feature = "embedded-model")]
mod linear;
mod marked;
#[cfg(feature = "embedded-model")]
mod place;
mod quote;
#[cfg(feature = "embedded-model")]
mod render;
mod role;
#[cfg(feature = "embedded-model")]
mod shapes;
mod table;
mod text;
mod time;
