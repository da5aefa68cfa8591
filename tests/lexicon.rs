//! Tests of the user's lexicon.

use std::fmt::Write;

use article_digest::lexicon::KnownName;
use article_digest::{Digester, EntityKind, Lexicon};

fn names(lexicon: Lexicon, text: &str) -> Vec<(String, EntityKind, Option<String>)> {
    let digester = Digester::builder().lexicon(lexicon).build();
    let digest = digester.digest(text);
    let shown = |e: &article_digest::Entity<'_>| (e.name().to_owned(), e.kind(), e.lexicon_id().map(str::to_owned));
    digest.entities().iter().map(shown).collect()
}

fn add(name: &KnownName<'_>) -> Lexicon {
    Lexicon::builder().name(name).expect("a name of words").build()
}

#[test]
fn a_known_name_is_found_with_the_kind_of_the_user() {
    let lexicon = add(&KnownName::new("blue harvest", EntityKind::Other));
    let found = names(lexicon, "The plan, called blue harvest, failed.");
    assert_eq!(found[0].0, "blue harvest");
    assert_eq!(found[0].1, EntityKind::Other);
}

#[test]
fn a_name_with_a_capital_is_not_found_in_lower_case() {
    let lexicon = add(&KnownName::new("Apple", EntityKind::Organisation));
    assert!(names(lexicon, "she ate an apple before the talks.").is_empty());
}

#[test]
fn the_longest_known_name_wins() {
    let lexicon = Lexicon::builder()
        .tsv("test.tsv", "Zorvex\torganisation\nZorvex Lake\tplace\tL1\n")
        .expect("rows of words")
        .build();
    let found = names(lexicon, "Rescuers reached Zorvex Lake at dawn.");
    assert!(found.iter().any(|(name, kind, _)| name == "Zorvex Lake" && *kind == EntityKind::Place), "{found:?}");
}

#[test]
fn all_forms_of_a_known_name_are_one_entity_with_its_id() {
    let party = KnownName::new("League of Tides", EntityKind::Organisation).id("Q7").alias("LOTI");
    let found = names(add(&party), "The League of Tides lost. LOTI members wept, and the League of Tides sued.");
    assert_eq!(found, [("League of Tides".to_owned(), EntityKind::Organisation, Some("Q7".to_owned()))]);
}

#[test]
fn a_form_to_ignore_is_no_entity() {
    let text = "Angela Marsh met Peter Quill in Geneva.";
    assert!(names(Lexicon::default(), text).iter().any(|(name, _, _)| name == "Peter Quill"));
    let lexicon = Lexicon::builder().ignore("Peter Quill").expect("a name of words").build();
    assert!(names(lexicon, text).iter().all(|(name, _, _)| name != "Peter Quill"));
}

#[test]
fn a_bad_row_is_an_error_that_names_file_line_and_value() {
    let error = Lexicon::builder().tsv("mine.tsv", "# mine\nAna Ruiz\tperson\nMAS\tparty\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "mine.tsv, line 3: found kind \"party\", wanted person, organisation, place, other or ignore"
    );
    let error = Lexicon::builder().name(&KnownName::new("  ", EntityKind::Person)).unwrap_err();
    assert_eq!(error.to_string(), "names, line 1: found no word in the name \"  \"");
}

#[test]
fn a_million_names_load_in_a_second() {
    // The bar is one second in a release build; debug builds and loaded machines get more.
    let mut list = String::new();
    for i in 0..1_000_000 {
        writeln!(list, "Brand{i} Works\torganisation\tQ{i}").expect("a string takes any text");
    }
    let start = std::time::Instant::now();
    let lexicon = Lexicon::builder().tsv("million.tsv", &list).expect("rows of words").build();
    let seconds = start.elapsed().as_secs_f64();
    println!("1,000,000 names in {seconds:.2} s");
    assert!(seconds < if cfg!(debug_assertions) { 20.0 } else { 3.0 }, "{seconds} s");
    assert!(names(lexicon, "She left Brand777 Works.").iter().any(|(name, _, _)| name == "Brand777 Works"));
}
