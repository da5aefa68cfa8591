//! A briefing of several articles: what each says, who and which places stand in more than one,
//! and the largest sums and crowds with their sources.
//!
//! ```text
//! cargo run --release --example newsroom -- [FILE or FOLDER]...
//! ```

mod folder;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};

use article_digest::figure::Value;
use article_digest::{Digest, Digester, EntityKind, Excerpt, Figure, FigureKind, Scratch};

/// Rows of a list; the rest of a long day is in the digests themselves.
const ROWS: usize = 12;

fn main() -> Result<(), Box<dyn Error>> {
    let articles = folder::articles()?;
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let digests: Vec<(&str, Digest<'_>)> = articles
        .iter()
        .map(|article| (article.name.as_str(), digester.digest_with(&mut scratch, &article.text)))
        .collect();

    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(out, "# {} articles\n", digests.len())?;
    for (name, digest) in &digests {
        print_article(&mut out, name, digest)?;
    }
    print_names(&mut out, &digests, EntityKind::Person, "People")?;
    print_names(&mut out, &digests, EntityKind::Organisation, "Organisations")?;
    print_names(&mut out, &digests, EntityKind::Place, "Places")?;
    print_figures(&mut out, &digests, FigureKind::Money, "Money")?;
    print_figures(&mut out, &digests, FigureKind::Count, "Counted")?;
    Ok(())
}

/// Headline, the first of the sentences that carry the story, and what it is about.
fn print_article(out: &mut impl Write, name: &str, digest: &Digest<'_>) -> io::Result<()> {
    writeln!(out, "## {}\n", digest.title().map_or(name, Excerpt::text))?;
    if let Some(&index) = digest.key_sentences().iter().min() {
        writeln!(out, "{}\n", one_line(digest.words(digest.sentences()[index].span())))?;
    }
    let keywords: Vec<_> = digest.keywords().iter().take(6).map(|keyword| one_line(keyword.text())).collect();
    if !keywords.is_empty() {
        writeln!(out, "*{}*\n", keywords.join(" · "))?;
    }
    Ok(())
}

/// Names by the number of articles they stand in, then by mentions, then by the alphabet.
fn print_names(
    out: &mut impl Write,
    digests: &[(&str, Digest<'_>)],
    kind: EntityKind,
    heading: &str,
) -> io::Result<()> {
    struct Row<'a> {
        articles: Vec<&'a str>,
        mentions: usize,
        role: Option<&'a str>,
    }
    let mut rows: BTreeMap<&str, Row<'_>> = BTreeMap::new();
    for (article, digest) in digests {
        for entity in digest.entities().iter().filter(|entity| entity.kind() == kind) {
            let row = rows.entry(entity.name()).or_insert(Row { articles: Vec::new(), mentions: 0, role: None });
            row.articles.push(article);
            row.mentions += entity.mentions().len();
            row.role = row.role.or(entity.roles().first().map(|role| role.words().text()));
        }
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse((row.articles.len(), row.mentions)));
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {heading}\n")?;
    for (name, row) in rows.iter().take(ROWS) {
        let role = row.role.map_or(String::new(), |role| format!(", {}", one_line(role)));
        writeln!(out, "- {name}{role} ({} mentions; {})", row.mentions, row.articles.join(", "))?;
    }
    if rows.len() > ROWS {
        writeln!(out, "- … and {} more", rows.len() - ROWS)?;
    }
    writeln!(out)
}

/// The largest figures of a kind. Sums of different currencies are not compared: each has its own
/// list, since a rate of exchange is not in the articles.
fn print_figures(
    out: &mut impl Write,
    digests: &[(&str, Digest<'_>)],
    kind: FigureKind,
    heading: &str,
) -> io::Result<()> {
    let mut lists: BTreeMap<String, Vec<(f64, String)>> = BTreeMap::new();
    for (article, digest) in digests {
        for figure in digest.figures().iter().filter(|figure| figure.kind() == kind) {
            let Some(size) = size(figure) else { continue };
            // The price of the author's book is no news.
            let start = figure.words().span().start();
            if digest.block_at(start).is_some_and(|kind| !kind.is_story()) {
                continue;
            }
            let currency = figure.currency().map_or(String::new(), |currency| currency.code().to_owned());
            let mut row = format!("- **{figure}**");
            match (figure.of(), digest.sentence_at(start)) {
                (Some(of), _) => row = format!("{row} {}", one_line(of.text())),
                (None, Some(index)) => {
                    row = format!("{row}: {}", one_line(digest.words(digest.sentences()[index].span())));
                }
                (None, None) => {}
            }
            if let Some(id) = figure.attributed_to() {
                row = format!("{row}, says {}", digest.entity(id).name());
            }
            let list = lists.entry(currency).or_default();
            // The headline and the story give the same sum: once is enough.
            let is_known = list.iter().any(|(known, row)| {
                (known - size).abs() < f64::EPSILON * size && row.ends_with(&format!("({article})"))
            });
            if !is_known {
                list.push((size, format!("{row} ({article})")));
            }
        }
    }
    if lists.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {heading}\n")?;
    for list in lists.values_mut() {
        list.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        for (_, row) in list.iter().take(ROWS / 3) {
            writeln!(out, "{row}")?;
        }
    }
    writeln!(out)
}

/// The number by which a figure is compared: of a range its upper end.
fn size(figure: &Figure<'_>) -> Option<f64> {
    match figure.quantity().value {
        Value::Exact(number) => Some(number.to_f64()),
        Value::Range(min, max) => max.or(min).map(article_digest::Decimal::to_f64),
        _ => None,
    }
}

/// A text without line breaks, cut to about a line and a half.
fn one_line(text: &str) -> String {
    const MOST: usize = 140;
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.len() + word.len() > MOST {
            return line + " …";
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    line
}
