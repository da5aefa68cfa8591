//! Figures that criterion cannot give: time on the processor beside floors, the first digester of
//! a process, threads, memory, and the curve of time over length.
//!
//! ```text
//! cargo bench --features parallel --bench measure -- speed|profile|load|threads|memory|large|curve
//! ```
//!
//! Times are the least of several rounds, so that a busy machine blurs them little. Linux only.

#[path = "../input.rs"]
mod input;

mod curve;
mod load;
mod memory;
mod process;
mod speed;
#[cfg(feature = "parallel")]
mod threads;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["speed"] => speed::print(),
        ["profile"] => speed::profile(),
        ["load"] => load::print(),
        ["load-once"] => load::print_once(),
        #[cfg(feature = "parallel")]
        ["threads"] => threads::print(),
        ["memory"] => memory::print(100_000),
        ["memory", articles] => memory::print(articles.parse().expect("a number of articles")),
        ["large"] => memory::print_large(),
        ["curve"] => curve::print(),
        // `cargo test --benches` runs this without a word: each is known to work by its own command.
        _ => println!("measure: say speed, load, threads (feature parallel), memory [ARTICLES], large or curve"),
    }
}
