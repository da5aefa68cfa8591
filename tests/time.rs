//! Tests of times: words and values, against a fixed day of publication.

use article_digest::text::TokenKind;
use article_digest::{Date, Document, Span, time};
use proptest::prelude::*;

use crate::table;

/// The day on which the sentences of the tables were published: a Tuesday.
fn published() -> Option<Date> {
    Date::new(2020, 10, 27)
}

/// The times of a text as the tables write them: "words=value", joined by "; "; "?" where the value
/// is not known.
fn shown(text: &str, published: Option<Date>) -> String {
    let document = Document::new(text, &[Span::new(0, text.len())]);
    let shown: Vec<String> = time::find(&document, published)
        .iter()
        .map(|time| {
            let value = time.value().map_or_else(|| "?".to_owned(), |value| value.to_string());
            format!("{}={value}", time.words().text())
        })
        .collect();
    shown.join("; ")
}

#[test]
fn times_have_the_words_and_values_of_the_table() {
    table::run("times.tsv", include_str!("tables/times.tsv"), |text| shown(text, published()));
}

#[test]
fn words_that_only_look_like_times_are_left_alone() {
    table::run("times_none.tsv", include_str!("tables/times_none.tsv"), |text| shown(text, published()));
}

#[test]
fn without_a_day_of_publication_only_what_is_stated_in_full_has_a_value() {
    for (text, wanted) in [
        ("The bridge opened on May 4, 2011.", "May 4, 2011=2011-05-04"),
        ("The bridge opened on Friday.", "Friday=?"),
        ("The bridge opened on May 4.", "May 4=?"),
        ("The bridge opened last year.", "last year=?"),
        ("The bridge opened at 8:30 p.m. that day.", "8:30 p.m. that day=T20:30"),
    ] {
        assert_eq!(shown(text, None), wanted, "{text}");
    }
}

#[test]
fn a_value_is_surer_where_the_words_say_it_than_where_the_tense_must() {
    let confidence = |text: &str| {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        time::find(&document, published())[0].confidence()
    };
    let stated = confidence("The court sat on May 4, 2011.");
    let told = confidence("The court sat on Friday.");
    let bare = confidence("Friday, a quiet day in court.");
    assert!(stated > told && told > bare, "{stated} {told} {bare}");
}

#[test]
fn an_hour_without_its_half_of_the_day_is_less_sure_than_one_with_it() {
    let confidence = |text: &str| {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        time::find(&document, published())[0].confidence()
    };
    let said = confidence("The gates opened at seven o'clock in the evening on Friday.");
    let unsaid = confidence("The gates opened at seven o'clock on Friday.");
    assert!(unsaid < 0.7 && said > unsaid, "{said} {unsaid}");
}

proptest! {
    #[test]
    fn times_of_any_text_are_in_order_and_lie_on_tokens(
        text in "((on|in|at|to|last|next|the|May|March|month|Friday|[0-9]{1,5}|of|–|-|:|/|p\\.m\\.|ago|days|a|and|half|past|quarter|first|every|once|week|after|tonight|night|hours|early|fiscal|between|until|“|”|, |\\. |é)[ ]?){0,40}",
    ) {
        let document = Document::new(&text, &[Span::new(0, text.len())]);
        let mut end = 0;
        for time in time::find(&document, published()) {
            let span = time.words().span();
            prop_assert!(span.start() >= end && !span.is_empty());
            prop_assert_eq!(&text.as_str()[span], time.words().text());
            prop_assert!(document.tokens()[document.token_at(span.start())].kind() != TokenKind::Punctuation);
            end = span.end();
        }
    }

    #[test]
    fn a_day_written_in_full_resolves_to_itself(year in 1000_u16..2200, month in 1_u8..13, day in 1_u8..32) {
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December"];
        if let Some(date) = Date::new(year, month, day) {
            let name = months[usize::from(month) - 1];
            for text in [format!("The treaty of {name} {day}, {year} holds."), format!("The treaty of {day} {name} {year} holds.")] {
                let found = shown(&text, published());
                prop_assert!(found.ends_with(&format!("={date}")), "{} {}", text, found);
            }
        }
    }
}
