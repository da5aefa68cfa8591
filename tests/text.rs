//! Tests of the `text` stage on sentences of our own.

use article_digest::{Document, Span};

use crate::table;

fn document(text: &str) -> Document<'_> {
    Document::new(text, &[Span::new(0, text.len())])
}

/// Characters that no editor shows, as the tables write them.
fn shown(text: &str) -> String {
    text.replace("{nbsp}", "\u{a0}")
        .replace("{thin}", "\u{2009}")
        .replace("{shy}", "\u{ad}")
        .replace("{zwsp}", "\u{200b}")
        .replace("{bom}", "\u{feff}")
        .replace("{acute}", "\u{301}")
        .replace("{tab}", "\t")
        .replace("{cr}", "\r")
}

#[test]
fn tokens_are_cut_as_the_table_says() {
    table::run("tokens.tsv", include_str!("tables/tokens.tsv"), |text| {
        let text = shown(text);
        let document = document(&text);
        let tokens: Vec<_> = (0..document.tokens().len()).map(|i| document.token_text(i)).collect();
        tokens.join(" | ").replace('\u{ad}', "{shy}").replace('\u{200b}', "{zwsp}").replace('\u{301}', "{acute}")
    });
}

#[test]
fn folds_undo_what_form_has_done_to_a_word() {
    table::run("folds.tsv", include_str!("tables/folds.tsv"), |text| {
        let text = shown(text);
        let document = document(&text);
        let folds: Vec<_> = (0..document.tokens().len()).map(|i| document.fold(i)).collect();
        folds.join(" | ")
    });
}

#[test]
fn sentences_end_where_the_table_says() {
    table::run("sentences.tsv", include_str!("tables/sentences.tsv"), |text| {
        let text = shown(text);
        let document = document(&text);
        let sentences: Vec<_> = document.sentences().iter().map(|sentence| &text[sentence.span().range()]).collect();
        sentences.join(" | ").replace('\n', "\\n")
    });
}

#[test]
fn kinds_tell_names_with_digits_from_numbers_and_addresses_from_words() {
    table::run("token_kinds.tsv", include_str!("tables/token_kinds.tsv"), |text| {
        let document = document(text);
        let kinds: Vec<_> = document.tokens().iter().map(|token| format!("{:?}", token.kind())).collect();
        kinds.join(" ")
    });
}

#[test]
fn a_sentence_never_crosses_from_one_block_into_the_next() {
    let text = "Mayor resigns\n\nShe left on Monday.";
    let document = Document::new(text, &[Span::new(0, 13), Span::new(15, text.len())]);
    let blocks: Vec<_> = document.sentences().iter().map(|sentence| sentence.block()).collect();
    assert_eq!(blocks, [0, 1]);
}

#[test]
fn a_word_without_end_is_cut_and_not_lost() {
    let text = "a".repeat(20_000);
    let document = document(&text);
    assert_eq!(document.tokens().iter().map(|token| token.span().len()).sum::<usize>(), text.len());
}
