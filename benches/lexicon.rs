//! What a lexicon of one's own costs: loading a million names, and digesting with them.

#![allow(missing_docs)] // the macro of criterion makes a public function without documentation

mod input;

use std::fmt::Write;
use std::hint::black_box;

use article_digest::{Digester, Lexicon, Scratch};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// A sorted list of a million names of three words, with kinds and ids. Every tenth begins with a word
/// that news is full of, so that the table is asked further than a first probe.
fn million() -> String {
    const COMMON: [&str; 10] =
        ["The", "New", "United", "South", "National", "John", "Health", "Police", "First", "City"];
    let mut rows: Vec<String> = (0..1_000_000)
        .map(|index| {
            let mut row = String::new();
            let (first, number) = if index % 10 == 0 { (COMMON[index / 10 % 10], index) } else { ("Brand", index) };
            write!(row, "{first} Norl{number} Works\torganisation\tQ{number}").expect("a string takes any text");
            row
        })
        .collect();
    rows.sort_unstable();
    rows.join("\n")
}

fn load(list: &str) -> Lexicon {
    Lexicon::builder().tsv("million.tsv", list).expect("rows of words").build()
}

fn lexicon(criterion: &mut Criterion) {
    let list = million();
    let mut group = criterion.benchmark_group("lexicon");
    group.sample_size(10);
    group.bench_function("load-million", |bencher| bencher.iter(|| load(black_box(&list))));

    let texts = input::articles();
    let bytes: usize = texts.iter().map(String::len).sum();
    let with = Digester::builder().lexicon(load(&list)).build();
    let found = with.digest("She left Brand Norl777 Works on Monday.");
    assert!(found.entities().iter().any(|entity| entity.lexicon_id() == Some("Q777")), "a listed name is found");
    drop(list);
    group.sample_size(20);
    group.throughput(Throughput::Bytes(bytes as u64));
    let mut scratch = Scratch::new();
    for (name, digester) in [("digest-without", Digester::new()), ("digest-with-million", with)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                texts
                    .iter()
                    .map(|text| digester.digest_with(&mut scratch, black_box(text)).entities().len())
                    .sum::<usize>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, lexicon);
criterion_main!(benches);
