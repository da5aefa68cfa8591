//! Tests of the `entity` stage on sentences of our own.

use article_digest::{Detail, Digester, Document, EntityKind, Model, Span, entity};

use crate::table;

fn letter(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "P",
        EntityKind::Organisation => "O",
        EntityKind::Place => "L",
        _ => "M",
    }
}

fn found(text: &str) -> String {
    let document = Document::new(text, &[Span::new(0, text.len())]);
    let mentions = entity::find(&document, &Model::embedded());
    let names: Vec<_> = mentions.iter().map(|m| format!("{} {}", letter(m.kind()), m.words().text())).collect();
    names.join("; ")
}

#[test]
fn names_are_found_with_their_kind_and_without_titles_or_possessives() {
    table::run("names.tsv", include_str!("tables/names.tsv"), found);
}

#[test]
fn a_surname_is_read_by_what_the_article_says_of_it_elsewhere() {
    let text = "Lagos mayor Chidi Okonkwo resigned on Monday. Okonkwo gave no reason.";
    assert_eq!(found(text), "L Lagos; P Chidi Okonkwo; P Okonkwo");
}

#[test]
fn names_in_capitals_are_found() {
    assert!(found("GERMANY AND FRANCE AGREE ON NEW BORDER RULES").contains("L GERMANY"));
}

#[test]
fn a_confidence_is_a_probability() {
    let text = "Sir Keir Starmer told Reuters that Hitachi would build a plant in Ashington.";
    let document = Document::new(text, &[Span::new(0, text.len())]);
    let mentions = entity::find(&document, &Model::embedded());
    assert!(mentions.len() > 2);
    assert!(mentions.iter().all(|mention| (0.0..=1.0).contains(&mention.confidence())));
}

#[test]
fn a_name_says_why_at_full_detail_only() {
    let text = "President Ngozi Adeyemi opened parliament in Abuja.";
    let full = Digester::builder().detail(Detail::Full).build().digest(text).into_owned();
    let reasons: Vec<_> =
        full.entities().iter().flat_map(article_digest::Entity::mentions).map(|m| m.why().len()).collect();
    assert!(!reasons.is_empty() && reasons.iter().all(|&reasons| (1..=3).contains(&reasons)), "{reasons:?}");
    let standard = Digester::new().digest(text).into_owned();
    assert!(standard.entities().iter().flat_map(article_digest::Entity::mentions).all(|m| m.why().is_empty()));
}
