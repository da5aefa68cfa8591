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

    /// Keys of so many bits that ascend, written as differences.
    pub(crate) fn keys(&mut self, len: usize, bits: u32) -> Result<Vec<u32>, Error> {
        // A key takes a byte at least: no memory is asked for more than the file can hold.
        let mut keys = Vec::with_capacity(len.min(self.left()));
        let mut key = 0u64;
        for index in 0..len {
            let step = u64::from(self.varint()?);
            key += step;
            if key >> bits != 0 || (step == 0 && index > 0) {
                return Err(self.corrupt("keys do not ascend"));
            }
            keys.push(key as u32);
        }
        Ok(keys)
    }

    /// A number of 28 bits at most, seven in a byte, the lowest first (LEB128).
    fn varint(&mut self) -> Result<u32, Error> {
        let mut value = 0;
        for shift in (0..28).step_by(7) {
            let [byte] = self.array()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(self.corrupt("a number longer than 28 bits"))
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

/// Appends keys that ascend as [`Reader::keys`] reads them.
#[cfg(feature = "train")]
pub(crate) fn push_keys(bytes: &mut Vec<u8>, keys: impl Iterator<Item = u32>) {
    let mut last = 0;
    for key in keys {
        let mut step = key - last;
        while step >= 0x80 {
            bytes.push(step as u8 | 0x80);
            step >>= 7;
        }
        bytes.push(step as u8);
        last = key;
    }
}
