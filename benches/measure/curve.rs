//! Time per byte of shapes that make some stage look far, from 1 kB to 10 MB. Fails where it grows.

use std::hint::black_box;
use std::time::Duration;

use article_digest::{Digester, Scratch};

use crate::process::least;

/// The shapes of `tests/linear.rs`.
#[path = "../../tests/shapes.rs"]
mod shapes;

const LENGTHS: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// As many times the time per byte at 10 kB a longer text may take. Caches and page faults made 1.5 at most
/// on a busy machine; a quadratic stage makes a thousand.
const MOST: f64 = 4.0;

/// The kernel counts time on the processor in steps of some milliseconds.
const ENOUGH: Duration = Duration::from_millis(60);

pub(crate) fn print() {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    println!("ns on the processor a byte for {LENGTHS:?} bytes");
    let mut grown = Vec::new();
    for (name, piece) in shapes::SHAPES {
        print!("{name:32}");
        let each = LENGTHS.map(|length| {
            let each = nanoseconds_a_byte(&digester, &mut scratch, &piece.repeat(length / piece.len()));
            print!(" {each:8.1}");
            each
        });
        println!();
        grown.extend(each[2..].iter().any(|&later| later > MOST * each[1]).then_some(name));
    }
    assert!(grown.is_empty(), "time per byte grows with the length of {grown:?}");
}

/// Time per byte of a text, read so often that the time can be told.
fn nanoseconds_a_byte(digester: &Digester, scratch: &mut Scratch, text: &str) -> f64 {
    let mut times = (300_000 / text.len()).max(1);
    loop {
        let time = least(2, || (0..times).for_each(|_| drop(black_box(digester.digest_with(scratch, text)))));
        if time >= ENOUGH {
            return time.as_secs_f64() * 1e9 / (text.len() * times) as f64;
        }
        times *= 4;
    }
}
