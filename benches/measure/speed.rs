//! Speed of the whole digest and of its first stages beside two floors, all in one run.

use std::hint::black_box;
use std::time::Duration;

use article_digest::{Article, Digester, Document, Model, Scratch, entity};
use unicode_segmentation::UnicodeSegmentation;

use crate::input;
use crate::process::{megabytes_a_second, pieces};

/// Rounds of all measurements in turn: what slows the machine for a second slows all of them.
const TURNS: usize = 60;

pub(crate) fn print() {
    let texts = input::articles();
    let bytes: usize = texts.iter().map(String::len).sum();
    let digester = Digester::new();
    let model = Model::embedded();
    let mut scratch = Scratch::new();
    let articles: Vec<Article<'_>> = texts.iter().map(|text| Article::parse(text)).collect();
    let documents: Vec<Document<'_>> = articles.iter().map(|a| Document::new(a.text(), &a.spans())).collect();
    let mut best: [Vec<Duration>; 5] = Default::default();
    let [split, words, tokens, names, whole] = &mut best;
    for _ in 0..TURNS {
        pieces(split, texts.len(), |i| {
            black_box(texts[i].split_whitespace().count());
        });
        pieces(words, texts.len(), |i| {
            black_box(texts[i].unicode_words().count());
        });
        pieces(tokens, texts.len(), |i| {
            black_box(Document::new(articles[i].text(), &articles[i].spans()));
        });
        pieces(names, texts.len(), |i| {
            black_box(entity::find(&documents[i], &model));
        });
        pieces(whole, texts.len(), |i| {
            black_box(digester.digest_with(&mut scratch, &texts[i]));
        });
    }
    let best = best.map(|pieces| pieces.iter().sum::<Duration>());
    println!("{bytes} bytes in {} articles, one thread, MB of article a second", texts.len());
    let names = ["split_whitespace", "unicode_words", "tokens and sentences", "names, both passes", "whole digest"];
    for (name, time) in names.iter().zip(best) {
        println!("{name:22} {:8.1}   {:6.0} µs", megabytes_a_second(bytes, time), time.as_secs_f64() * 1e6);
    }
    println!("whole digest / unicode_words {:5.1}", best[4].as_secs_f64() / best[1].as_secs_f64());
}
