//! Tables of sentences and the figures in them; the notation is at the head of each table.

use article_digest::figure::{self, Figure, FigureKind, Hedge, Value};
use article_digest::{Digester, Document, Span};

use crate::table;

fn shown(figure: &Figure<'_>) -> String {
    let quantity = figure.quantity();
    let mut out = String::from(match quantity.hedge {
        Hedge::About => "~",
        Hedge::MoreThan => ">",
        Hedge::AtLeast => ">=",
        Hedge::LessThan => "<",
        Hedge::AtMost => "<=",
        _ => "",
    });
    if figure.kind() == FigureKind::Rank {
        out.push('#');
    }
    let end = |end: Option<article_digest::Decimal>| end.map(|number| number.to_string()).unwrap_or_default();
    out += &match quantity.value {
        Value::Exact(number) => number.to_string(),
        Value::Range(min, max) => format!("{}..{}", end(min), end(max)),
        Value::Ratio(part, whole) => format!("{part}/{whole}"),
        Value::Points(ours, theirs) => format!("{ours}-{theirs}"),
        _ => "?".into(),
    };
    if let Some(currency) = figure.currency() {
        out += &format!(" {}{}", currency.code(), if figure.is_currency_assumed() { "?" } else { "" });
    }
    if let Some(unit) = figure.unit() {
        out += &format!(" {}", unit.code());
    }
    if figure.kind() == FigureKind::Age {
        out += " old";
    }
    if let Some(iso) = figure.iso() {
        out += &format!(" {iso}");
    }
    if let Some(of) = figure.of() {
        out += &format!(" {}", of.text());
    }
    if let Some(change) = figure.change() {
        out += &format!(" ({} {})", change.direction.as_str(), change.part.as_str());
    }
    out
}

fn all(text: &str) -> String {
    let document = Document::new(text, &[Span::new(0, text.len())]);
    let found: Vec<String> = figure::find(&document).iter().map(shown).collect();
    if found.is_empty() { "-".into() } else { found.join(" | ") }
}

#[test]
fn every_production_of_the_grammar_reads_its_figures() {
    table::run("figures.tsv", include_str!("tables/figures.tsv"), all);
}

#[test]
fn what_only_looks_like_a_figure_is_none() {
    table::run("figures_vetoes.tsv", include_str!("tables/figures_vetoes.tsv"), all);
}

#[test]
fn a_change_has_its_direction_and_its_parts() {
    table::run("figures_change.tsv", include_str!("tables/figures_change.tsv"), all);
}

/// Each figure with the entity that gives it and the time it holds for.
fn attributed(text: &str) -> String {
    let digester = Digester::builder().published("2020-10-27".parse().expect("a day")).build();
    let digest = digester.digest(text);
    let shown = |figure: &Figure<'_>| {
        let who = figure.attributed_to().map_or("-", |id| digest.entities()[id.index()].name());
        let when = figure.time().map_or("-", |index| digest.times()[index].words().text());
        format!("{} / {who} / {when}", figure.words().text())
    };
    digest.figures().iter().map(shown).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_figure_has_its_source_and_its_time_where_the_sentence_states_them() {
    table::run("figures_attributed.tsv", include_str!("tables/figures_attributed.tsv"), attributed);
}
