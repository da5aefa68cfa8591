//! Keywords of articles: see `src/keyword/`.

#![cfg(feature = "embedded-model")]

use article_digest::Digester;

use crate::table;

#[test]
fn the_first_keywords_say_what_an_article_is_about() {
    let digester = Digester::builder().max_keywords(2).build();
    table::run("keywords.tsv", include_str!("tables/keywords.tsv"), |text| {
        let digest = digester.digest(text);
        digest.keywords().iter().map(article_digest::Keyword::text).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn occurrences_of_a_keyword_are_its_words_in_the_article() {
    let text = "Iraqi troops left the town on Monday. The Iraqi troops had held it for a year, and oil prices fell.";
    let digest = Digester::new().digest(text);
    assert!(!digest.keywords().is_empty());
    for keyword in digest.keywords() {
        assert!((0.0..=1.0).contains(&keyword.score()), "{}", keyword.score());
        assert!(keyword.occurrences().iter().all(|at| &text[at.span()] == at.text()));
        assert!(keyword.occurrences().iter().any(|at| at.text() == keyword.text()));
    }
}

#[test]
fn scores_never_rise_down_the_list() {
    let text =
        "The reservoir fell by a third. Reservoir managers blamed a pump failure. A second pump failure followed.";
    let digest = Digester::new().digest(text);
    let scores: Vec<f32> = digest.keywords().iter().map(article_digest::Keyword::score).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{scores:?}");
}

#[test]
fn furniture_gives_no_keyword() {
    let text = "Ferry returns to service\n\nThe ferry sailed again on Monday after the repair of its engine.\n\nPassengers on the ferry said that the engine was quiet.\n\nSign up for our gardening newsletter";
    let digest = Digester::new().digest(text);
    assert!(digest.keywords().iter().all(|keyword| !keyword.text().contains("gardening")));
}

#[test]
fn no_two_keywords_are_the_same_words_in_other_forms() {
    let text =
        "The pump failure closed the plant. Pump failures had closed two plants before. Each pump failure cost a week.";
    let digest = Digester::new().digest(text);
    let failures = digest.keywords().iter().filter(|keyword| keyword.text().to_lowercase().starts_with("pump failure"));
    assert_eq!(failures.count(), 1);
}
