//! What the first digester of a process costs, and the first digest.

use std::process::Command;
use std::time::Instant;

use article_digest::Digester;

const ARTICLE: &str = "LIMA, March 3 - Ana Ruiz, 41, said on Tuesday: “We sold 1,200 boats for $3m.”";
const PROCESSES: usize = 20;
const STEPS: [&str; 4] = ["first Digester::new()", "first digest", "second digest", "later Digester::new()"];

/// Runs this program many times, each a new process, and prints the least time of each step.
pub(crate) fn print() {
    let program = std::env::current_exe().expect("this program has a path");
    let mut best = [f64::INFINITY; STEPS.len()];
    for _ in 0..PROCESSES {
        let output = Command::new(&program).arg("load-once").output().expect("this program runs");
        let text = String::from_utf8(output.stdout).expect("numbers");
        for (best, word) in best.iter_mut().zip(text.split_whitespace()) {
            *best = best.min(word.parse().expect("milliseconds"));
        }
    }
    println!("ms, the least of {PROCESSES} processes");
    for (name, time) in STEPS.iter().zip(best) {
        println!("{name:22} {time:8.3}");
    }
}

/// The steps in a process that has done nothing yet.
pub(crate) fn print_once() {
    let mut digester = None;
    step(|| digester = Some(Digester::new()));
    let digester = digester.expect("made above");
    step(|| assert!(!digester.digest(ARTICLE).entities().is_empty()));
    step(|| assert!(!digester.digest(ARTICLE).entities().is_empty()));
    step(|| drop(Digester::new()));
}

fn step(work: impl FnOnce()) {
    let start = Instant::now();
    work();
    println!("{}", start.elapsed().as_secs_f64() * 1e3);
}
