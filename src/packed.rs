//! Packed files: their bytes read from the front, never trusting a length.

use crate::error::{Error, ErrorKind};

/// The bytes of a packed file.
pub(crate) struct Reader<'b> {
    /// What the file is, as errors name it.
    what: &'static str,
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    pub(crate) const fn new(what: &'static str, bytes: &'b [u8]) -> Self {
        Self { what, bytes, at: 0 }
    }

    pub(crate) fn take(&mut self, len: usize) -> Result<&'b [u8], Error> {
        let wanted = self.at.saturating_add(len);
        let slice = self.bytes.get(self.at..wanted);
        self.at = wanted;
        slice.ok_or_else(|| self.length(wanted))
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_le_bytes)
    }

    /// The mark at the front: of a shorter file what there is of it.
    pub(crate) fn magic(&mut self, wanted: [u8; 4]) -> Result<(), Error> {
        let found = std::array::from_fn(|i| self.bytes.get(i).copied().unwrap_or(0));
        self.at = wanted.len();
        if found == wanted { Ok(()) } else { Err(ErrorKind::Magic { what: self.what, found }.into()) }
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.bytes.len().saturating_sub(self.at)
    }

    /// Refuses bytes that are left.
    pub(crate) fn end(&self) -> Result<(), Error> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.length(self.at)) }
    }

    /// The error that the file is not as long as it should be.
    pub(crate) fn length(&self, wanted: usize) -> Error {
        ErrorKind::Length { what: self.what, found: self.bytes.len(), wanted }.into()
    }

    /// The error that the file contradicts itself.
    pub(crate) fn corrupt(&self, reason: &'static str) -> Error {
        ErrorKind::Corrupt { what: self.what, reason }.into()
    }
}
