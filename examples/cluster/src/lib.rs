//! The digest as a function of an engine that already scales.
//!
//! `DataFusion` runs it on one machine, Ballista on several; in both, SQL has two more functions:
//!
//! - `article_digest(text [, published])`, a struct of lists: see [`columns`];
//! - `article_digest_json(text [, published])`, the digest as the crate writes it.
//!
//! `published` is a day: a date, a timestamp, or a text that begins with `2020-10-27`.

pub mod columns;
pub mod function;
mod list;
pub mod session;

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;

/// Where the scheduler listens unless told otherwise.
pub const SCHEDULER: &str = "127.0.0.1:50050";

/// An address from a word of the command line.
///
/// # Errors
/// When there is no word, or it is no address; the message names what was wanted.
pub fn address(word: Option<String>, wanted: &str) -> Result<SocketAddr, String> {
    let word = word.ok_or_else(|| format!("no {wanted}, wanted an address such as {SCHEDULER}"))?;
    word.parse().map_err(|_| format!("found {wanted} {word:?}, wanted an address such as {SCHEDULER}"))
}

/// The exit status of a program, whose error is said on standard error.
#[must_use]
pub fn status(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
