//! The one error of the crate: digesting cannot fail, loading can.

use std::fmt;

/// Why a model, a lexicon or a training file could not be loaded.
///
/// The message says what was found before what was wanted. The cause is private, so that it may
/// grow without breaking anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

/// What went wrong; each variant carries the values that its message shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// The bytes do not start as a file of this crate does.
    Magic { what: &'static str, found: [u8; 4] },
    /// A file of another format version.
    Version { what: &'static str, found: u16, supported: u16 },
    /// Fewer or more bytes than the header announces.
    Length { what: &'static str, found: usize, wanted: usize },
    /// A table inside the file contradicts itself.
    Corrupt { what: &'static str, reason: &'static str },
    /// A row of a list or of a training file that cannot be read.
    Row { file: String, line: usize, reason: String },
    /// A file that cannot be read or written.
    #[cfg(feature = "train")]
    File { file: String, reason: String },
    /// A date that is none.
    Date { found: String },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Magic { what, found } => {
                write!(f, "found {:?} at the start, not the mark of a {what}", found.escape_ascii().to_string())
            }
            ErrorKind::Version { what, found, supported } => {
                write!(f, "{what} format {found} is not supported: this build reads format {supported}")
            }
            ErrorKind::Length { what, found, wanted } => {
                write!(f, "{what} of {found} bytes where its header announces {wanted}")
            }
            ErrorKind::Corrupt { what, reason } => write!(f, "corrupt {what}: {reason}"),
            ErrorKind::Row { file, line, reason } => write!(f, "{file}, line {line}: {reason}"),
            #[cfg(feature = "train")]
            ErrorKind::File { file, reason } => write!(f, "{file}: {reason}"),
            ErrorKind::Date { found } => write!(f, "{found:?} is no date: wanted YYYY-MM-DD"),
        }
    }
}

impl std::error::Error for Error {}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind }
    }
}
