//! Time is linear in the text, whatever the text is.

use std::time::{Duration, Instant};

use article_digest::{Digester, Scratch};

use crate::shapes::SHAPES;

const SMALL: usize = 8 << 10;
const GROWTH: usize = 16;

/// Time for one byte may differ so much: caches, page faults and a busy machine make a factor of
/// two to three, a quadratic stage makes one of [`GROWTH`].
const MOST: u32 = 6;

fn best(digester: &Digester, scratch: &mut Scratch, text: &str) -> Duration {
    let time = |scratch: &mut Scratch| {
        let start = Instant::now();
        let digest = digester.digest_with(scratch, text);
        assert_eq!(digest.text().len(), text.len());
        start.elapsed()
    };
    (0..3).map(|_| time(scratch)).min().expect("three rounds")
}

#[test]
fn a_text_of_any_shape_is_read_in_time_that_grows_with_its_length() {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let mut slow = Vec::new();
    for (name, piece) in SHAPES {
        let small = best(&digester, &mut scratch, &piece.repeat(SMALL / piece.len()));
        let large = best(&digester, &mut scratch, &piece.repeat(GROWTH * SMALL / piece.len()));
        // Under a tenth of a millisecond the clock and the allocator are all that is measured.
        let small = small.max(Duration::from_micros(100));
        if large > small * GROWTH as u32 * MOST {
            slow.push(format!("{name}: {small:?} for {SMALL} bytes, {large:?} for {GROWTH} times as many"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
