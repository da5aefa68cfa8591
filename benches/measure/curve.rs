//! Time per byte of shapes that make some stage look far, from 1 kB to 10 MB.

use std::hint::black_box;

use article_digest::{Digester, Scratch};

use crate::process::pieces;

/// The shapes of `tests/linear.rs`.
#[path = "../../tests/shapes.rs"]
mod shapes;

const LENGTHS: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

pub(crate) fn print() {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    println!("ns a byte for {LENGTHS:?} bytes");
    for (name, piece) in shapes::SHAPES {
        print!("{name:32}");
        for length in LENGTHS {
            let text = piece.repeat(length / piece.len());
            let rounds = (1_000_000 / length).clamp(1, 50);
            let mut time = Vec::new();
            for _ in 0..rounds {
                pieces(&mut time, 1, |_| drop(black_box(digester.digest_with(&mut scratch, &text))));
            }
            print!(" {:8.1}", time[0].as_secs_f64() * 1e9 / text.len() as f64);
        }
        println!();
    }
}
