//! `digest_all` on one and on two threads, in turns, by the clock on the wall.

use std::hint::black_box;
use std::time::{Duration, Instant};

use article_digest::Digester;

use crate::input;

const TURNS: usize = 20;
const COPIES: usize = 40;

pub(crate) fn print() {
    let texts = input::articles();
    let articles: Vec<&str> = texts.iter().map(String::as_str).cycle().take(texts.len() * COPIES).collect();
    let digester = Digester::new();
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let pools = [1, 2].map(pool);
    let mut best = [Duration::MAX; 2];
    for _ in 0..TURNS {
        for (best, pool) in best.iter_mut().zip(&pools) {
            let start = Instant::now();
            let digests = black_box(pool.install(|| digester.digest_all(black_box(&articles))));
            *best = start.elapsed().min(*best);
            // What the caller does with them is not counted: dropping them takes one thread.
            assert_eq!(digests.len(), articles.len());
        }
    }
    let [one, two] = best.map(|time| time.as_secs_f64() * 1e3);
    println!("{} articles, least of {TURNS} turns: one thread {one:.1} ms, two {two:.1} ms", articles.len());
    println!("two threads are {:.2} times one (a busy machine makes it less)", one / two);
}
