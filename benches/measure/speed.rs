//! Speed of the whole digest and of each stage beside two floors, all in one run.

use std::hint::black_box;
use std::time::Duration;

use article_digest::{Article, Digester, Document, Lexicon, Model, Scratch};
use article_digest::{alias, entity, figure, keyword, place, quote, role, time};
use unicode_segmentation::UnicodeSegmentation;

use crate::input;
use crate::process::{megabytes_a_second, pieces};

/// Rounds of all measurements in turn: what slows the machine for a second slows all of them.
const TURNS: usize = 40;

/// What is measured, in the order of the report.
#[derive(Default)]
struct Table {
    rows: Vec<(&'static str, Vec<Duration>)>,
    next: usize,
}

impl Table {
    /// Measures one row of this turn.
    fn row(&mut self, name: &'static str, count: usize, work: impl FnMut(usize)) {
        if self.next == self.rows.len() {
            self.rows.push((name, Vec::new()));
        }
        pieces(&mut self.rows[self.next].1, count, work);
        self.next += 1;
    }

    fn time(&self, name: &str) -> Duration {
        let row = self.rows.iter().find(|row| row.0 == name).expect("a row of that name");
        row.1.iter().sum()
    }
}

pub(crate) fn print() {
    let texts = input::articles();
    let count = texts.len();
    let bytes: usize = texts.iter().map(String::len).sum();
    let digester = Digester::new();
    let (model, lexicon) = (Model::embedded(), Lexicon::embedded());
    let mut scratch = Scratch::new();
    let articles: Vec<Article<'_>> = texts.iter().map(|text| Article::parse(text)).collect();
    let documents: Vec<Document<'_>> = articles.iter().map(|a| Document::new(a.text(), &a.spans())).collect();
    let mentions: Vec<_> = documents.iter().map(|document| entity::find(document, &model)).collect();
    let linked = |i: usize| {
        let mut entities = alias::link(&documents[i], mentions[i].clone(), &lexicon);
        role::assign(&documents[i], &mut entities);
        place::resolve(&articles[i], &documents[i], &lexicon, &mut entities);
        entities
    };
    let entities: Vec<_> = (0..count).map(linked).collect();
    let figures: Vec<_> = documents.iter().map(figure::find).collect();
    let times: Vec<_> = documents.iter().map(|document| time::find(document, None)).collect();

    let mut table = Table::default();
    for _ in 0..TURNS {
        table.next = 0;
        table.row("split_whitespace", count, |i| {
            black_box(texts[i].split_whitespace().count());
        });
        table.row("unicode_words", count, |i| {
            black_box(texts[i].unicode_words().count());
        });
        table.row("page", count, |i| {
            black_box(Article::parse(&texts[i]));
        });
        table.row("tokens and sentences", count, |i| {
            black_box(Document::new(articles[i].text(), &articles[i].spans()));
        });
        table.row("names, both passes", count, |i| {
            black_box(entity::find(&documents[i], &model));
        });
        table.row("times", count, |i| {
            black_box(time::find(&documents[i], None));
        });
        table.row("figures", count, |i| {
            black_box(figure::find(&documents[i]));
        });
        table.row("entities", count, |i| {
            black_box(alias::link(&documents[i], mentions[i].clone(), &lexicon));
        });
        table.row(" with offices, places", count, |i| {
            black_box(linked(i));
        });
        table.row("quotations", count, |i| {
            black_box(quote::find(&articles[i], &documents[i], &entities[i]));
        });
        table.row("keywords, sentences", count, |i| {
            let mut story = keyword::Story::read(&articles[i], &documents[i], &entities[i], &figures[i], &times[i]);
            black_box((story.keywords(15), story.key_sentences()));
        });
        table.row("whole digest", count, |i| {
            black_box(digester.digest_with(&mut scratch, &texts[i]));
        });
    }
    let whole = table.time("whole digest");
    println!("{bytes} bytes in {count} articles, one thread");
    println!("                           MB/s       µs  of the whole");
    for (name, _) in &table.rows {
        let time = table.time(name);
        let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64();
        println!("{name:22} {:8.1} {:8.0} {share:8.0} %", megabytes_a_second(bytes, time), time.as_secs_f64() * 1e6);
    }
    let ratio = whole.as_secs_f64() / table.time("unicode_words").as_secs_f64();
    println!("whole digest / unicode_words {ratio:.1}");
}

/// Nothing but digests, for `perf record` and `valgrind --tool=callgrind`.
pub(crate) fn profile() {
    let texts = input::articles();
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    for text in texts.iter().cycle().take(texts.len() * 20) {
        black_box(digester.digest_with(&mut scratch, text));
    }
}
