//! Tests of the `alias` stage on sentences of our own.

use article_digest::{Article, Document, EntityKind, Lexicon, alias};

use crate::{marked, table};

const fn letter(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "P",
        EntityKind::Organisation => "O",
        EntityKind::Place => "L",
        _ => "M",
    }
}

/// Every entity: kind, name, number of mentions, `=` aliases, `~` what else it may be.
fn entities(marked: &str) -> String {
    let marked = marked::read(marked);
    let article = Article::parse(&marked.text);
    let document = Document::new(&marked.text, &article.spans());
    let entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    let shown = entities.list().iter().map(|entity| {
        let mut shown = format!("{} {} ×{}", letter(entity.kind()), entity.name(), entity.mentions().len());
        if !entity.aliases().is_empty() {
            shown += &format!(" = {}", entity.aliases().join(", "));
        }
        if !entity.ambiguous_with().is_empty() {
            let rivals: Vec<&str> = entity.ambiguous_with().iter().map(|&id| entities.get(id).name()).collect();
            shown += &format!(" ~ {}", rivals.join(", "));
        }
        shown
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn names_of_one_person_body_or_place_are_one_entity() {
    table::run("aliases.tsv", include_str!("tables/aliases.tsv"), entities);
}

#[test]
fn a_contested_surname_is_less_sure_than_a_plain_one() {
    let marked = marked::read(
        "{P|Ana Ruiz} leads. {P|Ruiz} won. Her brother {P|Tomás Ruiz} lost. {P|Ruiz} spoke of {P|Lena Holt}.",
    );
    let document = Document::new(&marked.text, &Article::parse(&marked.text).spans());
    let entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    let [full, early, late] = entities.list()[0].mentions() else { panic!("Ana Ruiz has three mentions") };
    assert!(full.confidence() > late.confidence() && early.confidence() > late.confidence());
}

#[test]
fn a_name_found_again_is_less_sure_than_where_it_was_found() {
    let marked = marked::read("{P|Mara Quent} spoke first. Later Quent left, and the crowd with Quent.");
    let document = Document::new(&marked.text, &Article::parse(&marked.text).spans());
    let entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    let mentions = entities.list()[0].mentions();
    assert_eq!(mentions.len(), 3);
    assert!(mentions[1].confidence() < mentions[0].confidence());
}

#[test]
fn ten_thousand_namesakes_are_linked_in_linear_time() {
    let mut text = String::new();
    for number in 0..10_000u32 {
        let given: String = number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        text += &format!("{{P|Q{given} Smith}} met {{P|Smith}}. ");
    }
    let marked = marked::read(&text);
    let document = Document::new(&marked.text, &Article::parse(&marked.text).spans());
    let entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    // The bare surnames go to the first Smith by custom; some given names are spellings of others.
    assert!(entities.list().len() > 5_000);
}
