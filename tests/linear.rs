//! Time is linear in the text, whatever the text is.

use std::time::{Duration, Instant};

use article_digest::{Digester, Scratch};

use crate::shapes::SHAPES;

const SMALL: usize = 8 << 10;
const GROWTH: usize = 16;

/// As many bytes in one text may take so many times the time of short texts: caches and page faults make
/// a factor of two to three, a quadratic stage makes one of [`GROWTH`].
const MOST: u32 = 6;

/// Under this the kernel's count of time is too coarse to compare.
const COARSE: Duration = Duration::from_millis(4);

/// Time that this thread spent on the processor; where the kernel does not tell, time on the wall.
fn now() -> Duration {
    static START: once_cell::sync::Lazy<Instant> = once_cell::sync::Lazy::new(Instant::now);
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = counted.and_then(|text| text.split(' ').next().and_then(|word| word.parse().ok()));
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// The least time of two rounds in which a text is read so many times.
fn least(digester: &Digester, scratch: &mut Scratch, text: &str, times: usize) -> Duration {
    let mut round = || {
        let start = now();
        for _ in 0..times {
            assert_eq!(digester.digest_with(scratch, text).text().len(), text.len());
        }
        now().saturating_sub(start)
    };
    round().min(round())
}

#[test]
fn a_text_of_any_shape_is_read_in_time_that_grows_with_its_length() {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let mut slow = Vec::new();
    for (name, piece) in SHAPES {
        let short = least(&digester, &mut scratch, &piece.repeat(SMALL / piece.len()), GROWTH);
        let long = least(&digester, &mut scratch, &piece.repeat(GROWTH * SMALL / piece.len()), 1);
        if long > short.max(COARSE) * MOST {
            slow.push(format!("{name}: {long:?} in one text, {short:?} in {GROWTH} texts of {SMALL} bytes"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
