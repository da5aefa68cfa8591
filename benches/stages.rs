//! Each stage over what the stages before it made, in bytes of article per second, beside two
//! floors: splitting at white space, and the words of UAX #29.

#![allow(missing_docs)] // the macro of criterion makes a public function without documentation

mod input;

use std::hint::black_box;

use article_digest::{Article, Document, Lexicon, Model, alias, entity, figure, keyword, place, quote, role, time};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

fn stages(criterion: &mut Criterion) {
    let texts = input::articles();
    let bytes: usize = texts.iter().map(String::len).sum();
    let (model, lexicon) = (Model::embedded(), Lexicon::embedded());
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(bytes as u64));

    group.bench_function("floor-split-whitespace", |bencher| {
        bencher.iter(|| texts.iter().map(|text| black_box(text).split_whitespace().count()).sum::<usize>());
    });
    group.bench_function("floor-unicode-words", |bencher| {
        bencher.iter(|| texts.iter().map(|text| black_box(text).unicode_words().count()).sum::<usize>());
    });

    group.bench_function("zones", |bencher| {
        bencher.iter(|| texts.iter().map(|text| Article::parse(black_box(text)).blocks().len()).sum::<usize>());
    });
    let articles: Vec<Article<'_>> = texts.iter().map(|text| Article::parse(text)).collect();
    group.bench_function("tokens-and-sentences", |bencher| {
        bencher.iter(|| articles.iter().map(|a| Document::new(a.text(), &a.spans()).tokens().len()).sum::<usize>());
    });
    let documents: Vec<Document<'_>> = articles.iter().map(|a| Document::new(a.text(), &a.spans())).collect();
    assert!(documents.iter().all(|document| document.sentences().len() > 5));

    group.bench_function("names", |bencher| {
        bencher
            .iter(|| documents.iter().map(|document| entity::find(black_box(document), &model).len()).sum::<usize>());
    });
    group.bench_function("figures-and-times", |bencher| {
        bencher.iter(|| {
            let find = |document| figure::find(document).len() + time::find(document, None).len();
            documents.iter().map(|document| find(black_box(document))).sum::<usize>()
        });
    });

    let pages: Vec<_> = articles.iter().zip(&documents).map(|(a, d)| (a, d, entity::find(d, &model))).collect();
    assert!(pages.iter().all(|(_, _, mentions)| !mentions.is_empty()));
    group.bench_function("entities-and-quotes", |bencher| {
        bencher.iter(|| {
            for (article, document, mentions) in &pages {
                let mut entities = alias::link(document, mentions.clone(), &lexicon);
                role::assign(document, &mut entities);
                place::resolve(article, document, &lexicon, &mut entities);
                black_box(quote::find(article, document, &entities));
            }
        });
    });
    let linked: Vec<_> = pages
        .iter()
        .map(|(a, d, m)| (*a, *d, alias::link(d, m.clone(), &lexicon), figure::find(d), time::find(d, None)))
        .collect();
    group.bench_function("keywords-and-key-sentences", |bencher| {
        bencher.iter(|| {
            for (article, document, entities, figures, times) in &linked {
                let mut story = keyword::Story::read(article, document, entities, figures, times);
                black_box((story.keywords(15), story.key_sentences()));
            }
        });
    });
    group.finish();
}

/// What the first digester of a process costs: model and lexicon are loaded once.
fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("loading");
    group.bench_function("later-digester", |bencher| bencher.iter(article_digest::Digester::new));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = stages, loading
}
criterion_main!(benches);
