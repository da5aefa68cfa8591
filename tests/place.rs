//! Tests of the `place` stage on sentences of our own.

use article_digest::{Article, Document, Lexicon, alias, place};

use crate::{marked, table};

/// Every place and nationality: name, kind, country, coordinates in whole degrees, and with `?` the
/// number of candidates where no location was chosen of several.
fn places(marked: &str) -> String {
    let marked = marked::read(marked);
    let article = Article::parse(&marked.text);
    let document = Document::new(&marked.text, &article.spans());
    let mut entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    place::resolve(&article, &document, &Lexicon::embedded(), &mut entities);
    let shown = entities.list().iter().map(|entity| {
        let kind = entity.place_kind().map_or("-", |kind| kind.as_str());
        let country = entity.country().map_or("-".to_owned(), |country| country.code().to_owned());
        let location = entity.location().map(|at| format!(" {:.0},{:.0}", at.latitude, at.longitude));
        let open = (!entity.candidates().is_empty()).then(|| format!(" ?{}", entity.candidates().len()));
        format!("{}: {kind} {country}{}", entity.name(), location.or(open).unwrap_or_default())
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn places_are_chosen_by_the_evidence_of_the_article() {
    table::run("places.tsv", include_str!("tables/places.tsv"), places);
}

#[test]
fn candidates_are_probabilities_in_falling_order() {
    let marked = marked::read("The ferry left {L|Portland} at dawn.");
    let article = Article::parse(&marked.text);
    let document = Document::new(&marked.text, &article.spans());
    let mut entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    place::resolve(&article, &document, &Lexicon::embedded(), &mut entities);
    let candidates = entities.list()[0].candidates();
    assert!(candidates.len() > 1);
    assert!(candidates.windows(2).all(|pair| pair[0].confidence() >= pair[1].confidence()));
    assert!(candidates.iter().map(article_digest::place::Candidate::confidence).sum::<f32>() <= 1.001);
}
