//! Faces of a digest; they use only its public API.
//!
//! | face | for |
//! | --- | --- |
//! | [`Digest::markdown`](crate::Digest::markdown) | a briefing to read or to paste |
//! | [`Digest::html`](crate::Digest::html) | a page to look at: the article marked, the digest beside it |
//! | [`Digest::json_ld`](crate::Digest::json_ld) | search engines and archives: a schema.org `NewsArticle` |
//! | `Digest::json` | other programs, in the crate's own schema (feature `serde`) |

mod escape;
mod html;
#[cfg(feature = "serde")]
mod json;
mod json_ld;
mod mark;
mod markdown;
mod order;
#[cfg(test)]
mod sample;
mod snippet;
mod when;

pub use escape::{HtmlText, JsonText, MarkdownText};
pub use html::Html;
#[cfg(feature = "serde")]
pub use json::{Json, Offsets};
pub use json_ld::JsonLd;
pub use markdown::Markdown;
