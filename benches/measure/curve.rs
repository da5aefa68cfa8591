//! Time per byte of shapes that make some stage look far, from 1 kB to 10 MB. Fails where it grows.

use std::hint::black_box;

use article_digest::{Digester, Scratch};

use crate::process::least;

/// The shapes of `tests/linear.rs`.
#[path = "../../tests/shapes.rs"]
mod shapes;

/// As many times the time per byte at 10 kB a longer text may take, as in `tests/linear.rs`: caches and
/// page faults make a factor of two to three, a quadratic stage one of a thousand.
const MOST: f64 = 6.0;

const LENGTHS: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

pub(crate) fn print() {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    println!("ns on the processor a byte for {LENGTHS:?} bytes");
    let mut grown = Vec::new();
    for (name, piece) in shapes::SHAPES {
        print!("{name:32}");
        let mut each = Vec::new();
        for length in LENGTHS {
            let text = piece.repeat(length / piece.len());
            // A text of 1 kB is read 300 times in one go: the kernel counts time in coarse steps.
            let times = (300_000 / length).max(1);
            let time = least(2, || (0..times).for_each(|_| drop(black_box(digester.digest_with(&mut scratch, &text)))));
            each.push(time.as_secs_f64() * 1e9 / (text.len() * times) as f64);
            print!(" {:8.1}", each[each.len() - 1]);
        }
        println!();
        grown.extend(each[2..].iter().any(|&later| later > MOST * each[1]).then_some(name));
    }
    assert!(grown.is_empty(), "time per byte grows with the length of {grown:?}");
}
