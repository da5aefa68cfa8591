//! The whole digest, in bytes of article per second, one input after another; loading apart.

#![allow(missing_docs)] // the macro of criterion makes a public function without documentation

mod input;

use std::hint::black_box;

use article_digest::{Digester, Scratch};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn whole(criterion: &mut Criterion) {
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let mut group = criterion.benchmark_group("digest");
    for input in input::all() {
        let digest = digester.digest_with(&mut scratch, &input.text);
        assert!(digest.is_complete() && !digest.sentences().is_empty(), "{} has a digest", input.name);
        assert!(!digest.entities().is_empty() || input.name.starts_with("worst"), "{} names someone", input.name);
        group.throughput(Throughput::Bytes(input.text.len() as u64));
        group.bench_function(&input.name, |bencher| {
            bencher.iter(|| black_box(digester.digest_with(&mut scratch, black_box(&input.text))));
        });
    }
    group.finish();
}

/// The sample articles together: one thread, and `digest_all` on one and two threads.
fn corpus(criterion: &mut Criterion) {
    // Many copies, so that two threads have enough to share evenly.
    let articles = input::articles();
    let articles: Vec<&str> = articles.iter().map(String::as_str).cycle().take(articles.len() * 8).collect();
    let bytes: usize = articles.iter().map(|article| article.len()).sum();
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("one-thread", |bencher| {
        bencher.iter(|| {
            articles.iter().map(|text| digester.digest_with(&mut scratch, text).figures().len()).sum::<usize>()
        });
    });
    #[cfg(feature = "parallel")]
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        group.bench_function(format!("digest-all-{threads}"), |bencher| {
            bencher.iter(|| pool.install(|| digester.digest_all(black_box(&articles))));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = whole, corpus
}
criterion_main!(benches);
