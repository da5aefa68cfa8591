//! A digest as JSON-LD: a schema.org `NewsArticle`, as search engines and archives read it.

use std::fmt::{self, Write};

use super::escape::JsonText;
use super::order::{self, Speaker};
use crate::digest::Digest;
use crate::entity::{Entity, EntityId, EntityKind};
use crate::figure::{Figure, FigureKind, Value};
use crate::quote::{Quote, QuoteKind};
use crate::text::Excerpt;

/// A digest as JSON-LD: a borrowed [`Display`](fmt::Display), made by [`Digest::json_ld`].
#[derive(Debug, Clone, Copy)]
pub struct JsonLd<'d, 't> {
    digest: &'d Digest<'t>,
    title: Option<&'d str>,
}

impl<'t> Digest<'t> {
    /// The digest as a schema.org `NewsArticle` in JSON-LD, which may stand in a `<script
    /// type="application/ld+json">` as it is.
    ///
    /// What the article is about is in `about`, every other name and every amount in `mentions`,
    /// quotations are parts (`hasPart`).
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "embedded-model")] {
    /// let digest = article_digest::Digester::new().digest("Bridge reopens after two years");
    /// assert!(digest.json_ld().to_string().starts_with(r#"{"@context":"https://schema.org""#));
    /// # }
    /// ```
    #[must_use]
    pub fn json_ld(&self) -> JsonLd<'_, 't> {
        JsonLd { digest: self, title: None }
    }
}

impl<'d> JsonLd<'d, '_> {
    /// A headline that was given apart from the text; by default none. It is used where the text
    /// has no headline of its own.
    #[must_use]
    pub fn title(mut self, title: Option<&'d str>) -> Self {
        self.title = title;
        self
    }
}

/// How many entities an article is about at most: an editor gives a story one to three subjects.
const SUBJECTS: usize = 3;

impl fmt::Display for JsonLd<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digest = self.digest;
        f.write_str("{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"")?;
        if let Some(title) = digest.title().map(Excerpt::text).or(self.title) {
            write!(f, ",\"headline\":{}", JsonText(title))?;
        }
        write_list(f, "author", digest.authors().iter(), |f, author| {
            write!(f, "{{\"@type\":\"Person\",\"name\":{}}}", JsonText(author.text()))
        })?;
        if let Some(date) = digest.published() {
            write!(f, ",\"datePublished\":\"{date}\"")?;
        }
        if let Some(language) = digest.language() {
            write!(f, ",\"inLanguage\":\"{language}\"")?;
        }
        write_abstract(f, digest)?;
        write_list(f, "keywords", digest.keywords().iter(), |f, keyword| write!(f, "{}", JsonText(keyword.text())))?;
        let subjects = subjects(digest);
        write_list(f, "about", subjects.iter(), |f, &index| write_entity(f, index, &digest.entities()[index]))?;
        let others = digest.entities().iter().enumerate().filter(|(index, _)| !subjects.contains(index));
        let amounts = digest.figures().iter().filter(|figure| is_amount(figure));
        let mentions = others.map(Mentioned::Entity).chain(amounts.map(Mentioned::Figure));
        write_list(f, "mentions", mentions, |f, mentioned| match mentioned {
            Mentioned::Entity((index, entity)) => write_entity(f, index, entity),
            Mentioned::Figure(figure) => write_amount(f, figure),
        })?;
        // Reported words are nobody's exact words, and so no `Quotation`.
        let quotes = digest.quotes().iter().filter(|quote| quote.kind() != QuoteKind::Indirect);
        write_list(f, "hasPart", quotes, write_quotation)?;
        f.write_str("}\n")
    }
}

enum Mentioned<'d, 't> {
    Entity((usize, &'d Entity<'t>)),
    Figure(&'d Figure<'t>),
}

/// The heaviest entities that are someone or something; an article is about people, bodies and
/// places, seldom about a nationality.
fn subjects(digest: &Digest<'_>) -> Vec<usize> {
    let mut list: Vec<usize> = (0..digest.entities().len())
        .filter(|&index| digest.entities()[index].kind() != EntityKind::Other)
        .filter(|&index| digest.entities()[index].salience() > 0.0)
        .collect();
    let salience = |index: usize| digest.entities()[index].salience();
    list.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)));
    list.truncate(SUBJECTS);
    list
}

/// Writes `,"name":[…]`; nothing where the list is empty.
fn write_list<T>(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut fmt::Formatter<'_>, T) -> fmt::Result,
) -> fmt::Result {
    let mut is_empty = true;
    for item in items {
        if is_empty {
            write!(f, ",\"{name}\":[")?;
        } else {
            f.write_char(',')?;
        }
        is_empty = false;
        write(f, item)?;
    }
    if is_empty { Ok(()) } else { f.write_char(']') }
}

fn write_abstract(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.key_sentences().is_empty() {
        return Ok(());
    }
    let mut indexes = digest.key_sentences().to_vec();
    indexes.sort_unstable();
    let words: Vec<&str> = indexes.iter().map(|&index| digest.words(digest.sentences()[index].span())).collect();
    write!(f, ",\"abstract\":{}", JsonText(&words.join(" ")))
}

fn reference(id: EntityId) -> String {
    format!("{{\"@id\":\"#e{}\"}}", id.index() + 1)
}

fn write_entity(f: &mut fmt::Formatter<'_>, index: usize, entity: &Entity<'_>) -> fmt::Result {
    let class = match entity.kind() {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organization",
        EntityKind::Place => "Place",
        EntityKind::Other => "Thing",
    };
    write!(f, "{{\"@type\":\"{class}\",\"@id\":\"#e{}\",\"name\":{}", index + 1, JsonText(entity.name()))?;
    write_list(f, "alternateName", entity.aliases().iter(), |f, alias| write!(f, "{}", JsonText(alias)))?;
    // Only a person has a job; what is said of a body describes it.
    let roles = if entity.kind() == EntityKind::Person { "jobTitle" } else { "disambiguatingDescription" };
    write_list(f, roles, entity.roles().iter(), |f, role| write!(f, "{}", JsonText(role.words().text())))?;
    if entity.kind() == EntityKind::Place {
        if let Some(country) = entity.country() {
            write!(f, ",\"address\":{{\"@type\":\"PostalAddress\",\"addressCountry\":\"{}\"}}", country.code())?;
        }
        if let Some(location) = entity.location() {
            write!(
                f,
                ",\"geo\":{{\"@type\":\"GeoCoordinates\",\"latitude\":{:.3},\"longitude\":{:.3}}}",
                location.latitude, location.longitude
            )?;
        }
    }
    f.write_char('}')
}

/// Whether schema.org has a class for the figure: an amount of money or of something, one number
/// or a range. A score and a rank are neither.
fn is_amount(figure: &Figure<'_>) -> bool {
    !matches!(figure.kind(), FigureKind::Score | FigureKind::Rank)
        && matches!(figure.quantity().value, Value::Exact(_) | Value::Range(..))
}

fn write_amount(f: &mut fmt::Formatter<'_>, figure: &Figure<'_>) -> fmt::Result {
    let class = if figure.currency().is_some() { "MonetaryAmount" } else { "QuantitativeValue" };
    write!(f, "{{\"@type\":\"{class}\"")?;
    if let Some(of) = figure.of() {
        write!(f, ",\"name\":{}", JsonText(of.text()))?;
    }
    // The hedge has no field of its own: "more than 200" keeps it in its description.
    write!(f, ",\"description\":{}", JsonText(&figure.to_string()))?;
    if let Some(currency) = figure.currency() {
        write!(f, ",\"currency\":\"{}\"", currency.code())?;
    } else if let Some(unit) = figure.unit() {
        write!(f, ",\"unitText\":{}", JsonText(unit.code()))?;
    }
    match figure.quantity().value {
        Value::Exact(number) => write!(f, ",\"value\":{number}")?,
        Value::Range(min, max) => {
            if let Some(min) = min {
                write!(f, ",\"minValue\":{min}")?;
            }
            if let Some(max) = max {
                write!(f, ",\"maxValue\":{max}")?;
            }
        }
        Value::Ratio(..) | Value::Points(..) => {}
    }
    f.write_char('}')
}

fn write_quotation(f: &mut fmt::Formatter<'_>, quote: &Quote<'_>) -> fmt::Result {
    let words: Vec<&str> = quote.pieces().iter().map(Excerpt::text).collect();
    write!(f, "{{\"@type\":\"Quotation\",\"text\":{}", JsonText(&words.join(" ")))?;
    match order::speaker(quote) {
        Speaker::Named(id) => write!(f, ",\"creator\":{}", reference(id))?,
        Speaker::Described(words) => write!(f, ",\"creditText\":{}", JsonText(words))?,
        Speaker::Unknown => {}
    }
    f.write_char('}')
}
