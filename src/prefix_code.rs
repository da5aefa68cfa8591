//! Prefix codes (Huffman): the frequent values of a packed file take few bits.

use crate::error::Error;
use crate::packed::Reader;

/// A code for symbols below 256, read by a table of `SLOTS`: the longest code has as many bits as
/// number the slots, so that one look decodes a symbol.
pub(crate) struct Decoder<const SLOTS: usize> {
    /// For each next bits the symbol in the upper byte and the length of its code in the lower; 0
    /// where no code begins so.
    table: [u16; SLOTS],
}

impl<const SLOTS: usize> Decoder<SLOTS> {
    const LONGEST: u32 = SLOTS.ilog2();

    /// Reads the lengths of the codes of `symbols` symbols, two to a byte.
    pub(crate) fn read(reader: &mut Reader<'_>, symbols: usize) -> Result<Self, Error> {
        let packed = reader.take(symbols.div_ceil(2))?;
        let length = |symbol: usize| packed[symbol / 2] >> (symbol % 2 * 4) & 15;
        let mut table = [0; SLOTS];
        let mut at = 0;
        for of_length in 1..=Self::LONGEST as u8 {
            for symbol in (0..symbols).filter(|&symbol| length(symbol) == of_length) {
                let end = at + (SLOTS >> of_length);
                let slots = table.get_mut(at..end).ok_or_else(|| reader.corrupt("more codes than fit"))?;
                slots.fill(u16::from_be_bytes([symbol as u8, of_length]));
                at = end;
            }
        }
        Ok(Self { table })
    }
}

/// The next bits of a run, from the top, and how many of them were taken.
pub(crate) struct Peeked {
    bits: u64,
    taken: u32,
}

impl Peeked {
    /// The next symbol of a code. [`Peeked`] holds five codes of ten bits and four of twelve.
    #[inline]
    pub(crate) fn symbol<const SLOTS: usize>(&mut self, code: &Decoder<SLOTS>) -> u8 {
        self.symbol_if(true, code)
    }

    /// The next symbol where there is one, else 0. No branch depends on whether there is.
    #[inline]
    pub(crate) fn symbol_if<const SLOTS: usize>(&mut self, there: bool, code: &Decoder<SLOTS>) -> u8 {
        let slot = (self.bits >> (64 - Decoder::<SLOTS>::LONGEST)) as usize % SLOTS;
        let [symbol, length] = (code.table[slot] * u16::from(there)).to_be_bytes();
        self.bits <<= length;
        self.taken += u32::from(length);
        symbol
    }
}

/// A run of bits, the first in the upper bits of each byte.
///
/// What is read past the end of the file, or where no code begins so, is zeros: a file is known to
/// be whole by its checksum, so that these loops need not ask at each symbol.
pub(crate) struct Bits<'b> {
    /// The bytes of this run, of those behind it, and [`Bits::PADDING`] more.
    bytes: &'b [u8],
    /// How many bits were taken.
    taken: usize,
}

/// Reads the rest of a file: the lengths of `N` runs of bits, the runs, and [`Bits::PADDING`] bytes. Gives
/// each run with its length in bytes.
pub(crate) fn runs<'b, const N: usize>(reader: &mut Reader<'b>) -> Result<([Bits<'b>; N], [usize; N]), Error> {
    let mut lengths = [0; N];
    for length in &mut lengths {
        *length = reader.u32()? as usize;
    }
    let bytes = reader.take(reader.left())?;
    if lengths.iter().fold(Bits::PADDING, |sum, &length| sum.saturating_add(length)) != bytes.len() {
        return Err(reader.corrupt("its runs are longer or shorter than its bytes"));
    }
    let mut start = 0;
    let runs = lengths.map(|length| {
        start += length;
        Bits::new(&bytes[start - length..])
    });
    Ok((runs, lengths))
}

/// Appends runs as [`runs`] reads them.
#[cfg(feature = "train")]
pub(crate) fn write_runs<const N: usize>(runs: [BitWriter; N], bytes: &mut Vec<u8>) {
    let runs = runs.map(BitWriter::finish);
    bytes.extend(runs.iter().flat_map(|run| (run.len() as u32).to_le_bytes()));
    bytes.extend(runs.concat());
    bytes.extend([0; Bits::PADDING]);
}

impl<'b> Bits<'b> {
    /// Bytes that must stand behind the last run.
    pub(crate) const PADDING: usize = 8;

    pub(crate) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, taken: 0 }
    }

    /// The next 57 bits at least.
    #[inline]
    pub(crate) fn peek(&self) -> Peeked {
        let at = self.taken / 8;
        let eight = self.bytes.get(at..at + 8).and_then(<[u8]>::first_chunk);
        let bits = eight.map_or(0, |eight| u64::from_be_bytes(*eight)) << (self.taken % 8);
        Peeked { bits, taken: 0 }
    }

    /// Takes what was taken of the bits that were peeked at.
    #[inline]
    pub(crate) fn take(&mut self, peeked: &Peeked) {
        self.taken += peeked.taken as usize;
    }

    /// A number whose lower part takes so many bits, 24 at most, and whose upper part is written as
    /// so many ones before a zero, 32 at most (Rice code).
    #[inline]
    pub(crate) fn number(&mut self, lower: u32) -> u64 {
        let bits = self.peek().bits;
        let upper = bits.leading_ones().min(32);
        self.taken += (upper + 1 + lower) as usize;
        u64::from(upper) << lower | bits << (upper + 1) >> 1 >> (63 - lower)
    }

    /// A number of so many bits, 1 to 24.
    #[inline]
    pub(crate) fn fixed(&mut self, bits: u32) -> u32 {
        let value = self.peek().bits >> (64 - bits);
        self.taken += bits as usize;
        value as u32
    }

    /// How many bytes were taken, the last perhaps in part.
    pub(crate) const fn bytes(&self) -> usize {
        self.taken.div_ceil(8)
    }
}

#[cfg(feature = "train")]
pub(crate) use encode::{BitWriter, Encoder};

#[cfg(feature = "train")]
mod encode {
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;

    /// A code by the counts of its symbols.
    pub(crate) struct Encoder {
        lengths: Vec<u8>,
        codes: Vec<u32>,
    }

    impl Encoder {
        /// For a decoder of so many slots.
        pub(crate) fn new(counts: &[u32], slots: usize) -> Self {
            let longest = slots.ilog2();
            let mut counts: Vec<u64> = counts.iter().map(|&count| u64::from(count)).collect();
            // A code that is too long is made again of flatter counts.
            let lengths = loop {
                let lengths = lengths(&counts);
                if lengths.iter().all(|&length| u32::from(length) <= longest) {
                    break lengths;
                }
                for count in counts.iter_mut().filter(|count| **count > 0) {
                    *count = *count / 4 + 1;
                }
            };
            // Codes of one length follow one another, the shortest first, as the decoder fills its table.
            let (mut codes, mut next) = (vec![0; lengths.len()], 0u32);
            for length in 1..=longest {
                for symbol in (0..lengths.len()).filter(|&symbol| u32::from(lengths[symbol]) == length) {
                    codes[symbol] = next >> (longest - length);
                    next += 1 << (longest - length);
                }
            }
            Self { lengths, codes }
        }

        /// Appends the lengths of the codes, which say all.
        pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
            bytes.extend(self.lengths.chunks(2).map(|pair| pair[0] | pair.get(1).copied().unwrap_or(0) << 4));
        }

        /// Appends a symbol that was counted.
        pub(crate) fn put(&self, symbol: usize, bits: &mut BitWriter) {
            bits.put(self.codes[symbol], u32::from(self.lengths[symbol]));
        }
    }

    /// The lengths of the shortest code for so many of each symbol.
    fn lengths(counts: &[u64]) -> Vec<u8> {
        let used: Vec<usize> = (0..counts.len()).filter(|&symbol| counts[symbol] > 0).collect();
        let mut lengths = vec![0; counts.len()];
        if let [only] = used[..] {
            lengths[only] = 1;
            return lengths;
        }
        // Count, order of making, and the symbols below: of equal counts the first made is joined first.
        let leaves = used.iter().enumerate().map(|(order, &symbol)| Reverse((counts[symbol], order, vec![symbol])));
        let mut heap: BinaryHeap<_> = leaves.collect();
        let mut order = used.len();
        while let (Some(Reverse(a)), true) = (heap.pop(), !heap.is_empty()) {
            let Some(Reverse(b)) = heap.pop() else { break };
            let mut below = a.2;
            below.extend(b.2);
            for &symbol in &below {
                lengths[symbol] += 1;
            }
            heap.push(Reverse((a.0 + b.0, order, below)));
            order += 1;
        }
        lengths
    }

    /// Bits to bytes.
    #[derive(Default)]
    pub(crate) struct BitWriter {
        bytes: Vec<u8>,
        held: u64,
        count: u32,
    }

    impl BitWriter {
        /// Appends the lowest bits of a value that has no more.
        pub(crate) fn put(&mut self, value: u32, bits: u32) {
            self.held = self.held << bits | u64::from(value);
            self.count += bits;
            while self.count >= 8 {
                self.count -= 8;
                self.bytes.push((self.held >> self.count) as u8);
            }
        }

        /// Appends a number as [`Bits::number`](super::Bits::number) reads it.
        pub(crate) fn number(&mut self, value: u32, lower: u32) {
            let upper = value >> lower;
            assert!(upper <= 32 && lower <= 24, "{value} is too great for {lower} bits in its lower part");
            for _ in 0..upper {
                self.put(1, 1);
            }
            self.put(0, 1);
            self.put(value & ((1 << lower) - 1), lower);
        }

        pub(crate) fn finish(mut self) -> Vec<u8> {
            if self.count > 0 {
                self.put(0, 8 - self.count);
            }
            self.bytes
        }
    }
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;

    const SLOTS: usize = 1 << 10;

    #[test]
    fn symbols_are_read_as_they_were_written_and_the_frequent_ones_are_short() {
        // Counts that double make codes longer than allowed, which are flattened.
        let counts: Vec<u32> = (0..30).map(|symbol| if symbol % 7 == 3 { 0 } else { 1 << symbol }).collect();
        let code = Encoder::new(&counts, SLOTS);
        let text: Vec<usize> = (0..2000).map(|at| (at * at + at / 3) % 30).filter(|s| s % 7 != 3).collect();
        let (mut lengths, mut bits) = (Vec::new(), BitWriter::default());
        code.write(&mut lengths);
        for &symbol in &text {
            code.put(symbol, &mut bits);
            bits.number(symbol as u32, 3);
            bits.put(symbol as u32, 11);
        }
        let bytes = [bits.finish(), vec![0; Bits::PADDING]].concat();
        let decoder = Decoder::<SLOTS>::read(&mut Reader::new("test", &lengths), counts.len()).unwrap();
        let mut bits = Bits::new(&bytes);
        for &symbol in &text {
            assert!(bits.bytes() < bytes.len());
            let mut peeked = bits.peek();
            assert_eq!(peeked.symbol_if(false, &decoder), 0);
            assert_eq!(usize::from(peeked.symbol(&decoder)), symbol);
            bits.take(&peeked);
            assert_eq!(bits.number(3), symbol as u64);
            assert_eq!(bits.fixed(11), symbol as u32);
        }
        assert_eq!(bits.bytes() + Bits::PADDING, bytes.len());
        let mut frequent = BitWriter::default();
        (0..8).for_each(|_| code.put(29, &mut frequent));
        assert_eq!(frequent.finish().len(), 1, "the most frequent symbol takes more than a bit");
    }

    #[test]
    fn a_code_of_one_symbol_or_of_none_is_read_and_one_with_too_many_short_codes_is_refused() {
        for counts in [[0, 9, 0, 0], [0; 4]] {
            let mut lengths = Vec::new();
            Encoder::new(&counts, SLOTS).write(&mut lengths);
            let decoder = Decoder::<SLOTS>::read(&mut Reader::new("test", &lengths), 4).unwrap();
            assert_eq!(Bits::new(&[0; Bits::PADDING]).peek().symbol(&decoder), u8::from(counts[1] > 0));
        }
        let refusal =
            Decoder::<SLOTS>::read(&mut Reader::new("test", &[0x11, 0x11]), 4).err().expect("four codes of one bit");
        assert_eq!(refusal.to_string(), "corrupt test: more codes than fit");
    }
}
