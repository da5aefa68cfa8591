//! A digest as a struct of lists: what `article_digest` returns.
//!
//! ```text
//! people, organisations               [{name, roles: [text], mentions, salience}]
//! places                              [{name, country, mentions, salience}]
//! figures                             [{kind, text, low, high, hedge, unit, of}]
//! times                               [{kind, text, value}]
//! quotes                              [{speaker, role, kind, words}]
//! keywords, key_sentences, warnings   [text]
//! ```
//!
//! `low` and `high` are the least and the most that a figure may be, null where the text sets no
//! bound: "more than 1,000" has no `high`. They are doubles, to compare by; exact decimals, spans
//! and confidences are in the JSON. `words` counts the words of a quotation.

use std::sync::Arc;

use article_digest::figure::{Currency, Hedge, Unit, Value};
use article_digest::{Country, Decimal, Digest, Entity, EntityKind, Excerpt, Figure, Quote, TimeExpression};
use datafusion::arrow::array::{ArrayRef, LargeStringBuilder, ListBuilder, NullBufferBuilder, StructArray};
use datafusion::arrow::datatypes::{DataType, Field};

use crate::list::{Cell, Kind, List, item, list_of};

const NAME: &[(&str, Kind)] =
    &[("name", Kind::Text), ("roles", Kind::Texts), ("mentions", Kind::Count), ("salience", Kind::Number)];
const PLACE: &[(&str, Kind)] =
    &[("name", Kind::Text), ("country", Kind::Text), ("mentions", Kind::Count), ("salience", Kind::Number)];
const FIGURE: &[(&str, Kind)] = &[
    ("kind", Kind::Text),
    ("text", Kind::Text),
    ("low", Kind::Number),
    ("high", Kind::Number),
    ("hedge", Kind::Text),
    ("unit", Kind::Text),
    ("of", Kind::Text),
];
const TIME: &[(&str, Kind)] = &[("kind", Kind::Text), ("text", Kind::Text), ("value", Kind::Text)];
const QUOTE: &[(&str, Kind)] =
    &[("speaker", Kind::Text), ("role", Kind::Text), ("kind", Kind::Text), ("words", Kind::Count)];

/// The lists of structs, then those of texts, in the order of the struct.
const LISTS: [(&str, &[(&str, Kind)]); 6] = [
    ("people", NAME),
    ("organisations", NAME),
    ("places", PLACE),
    ("figures", FIGURE),
    ("times", TIME),
    ("quotes", QUOTE),
];
const TEXTS: [&str; 3] = ["keywords", "key_sentences", "warnings"];

/// The type of the struct.
#[must_use]
pub fn data_type() -> DataType {
    let lists = LISTS.iter().map(|(name, fields)| (*name, list_of(DataType::Struct(item(fields)))));
    let texts = TEXTS.iter().map(|name| (*name, list_of(DataType::LargeUtf8)));
    DataType::Struct(lists.chain(texts).map(|(name, data_type)| Field::new(name, data_type, true)).collect())
}

/// The struct's column, while it grows.
pub(crate) struct Columns {
    lists: [List; 6],
    texts: [ListBuilder<LargeStringBuilder>; 3],
    valid: NullBufferBuilder,
}

impl Default for Columns {
    fn default() -> Self {
        Self {
            lists: LISTS.map(|(_, fields)| List::new(fields)),
            texts: TEXTS.map(|_| ListBuilder::new(LargeStringBuilder::new())),
            valid: NullBufferBuilder::new(0),
        }
    }
}

impl Columns {
    /// Adds the row of a digest; a null for none.
    pub(crate) fn push(&mut self, digest: Option<&Digest<'_>>) {
        self.valid.append(digest.is_some());
        if let Some(digest) = digest {
            self.fill(digest);
        }
        self.lists.iter_mut().for_each(List::end_row);
        self.texts.iter_mut().for_each(|list| list.append(true));
    }

    fn fill(&mut self, digest: &Digest<'_>) {
        let [people, organisations, places, figures, times, quotes] = &mut self.lists;
        for entity in digest.entities() {
            match entity.kind() {
                EntityKind::Person => push_name(people, entity),
                EntityKind::Organisation => push_name(organisations, entity),
                EntityKind::Place => push_place(places, entity),
                _ => {}
            }
        }
        for figure in digest.figures() {
            push_figure(figures, figure);
        }
        for time in digest.times() {
            push_time(times, time);
        }
        for quote in digest.quotes() {
            push_quote(quotes, digest, quote);
        }
        let [keywords, key_sentences, warnings] = &mut self.texts;
        for keyword in digest.keywords() {
            keywords.values().append_value(keyword.text());
        }
        for sentence in digest.summary() {
            key_sentences.values().append_value(sentence);
        }
        for warning in digest.warnings() {
            warnings.values().append_value(warning.as_str());
        }
    }

    /// The column.
    pub(crate) fn finish(mut self) -> ArrayRef {
        let DataType::Struct(fields) = data_type() else { unreachable!("data_type is a struct") };
        let lists = self.lists.map(List::finish).into_iter();
        let texts = self.texts.map(|mut list| Arc::new(list.finish()) as ArrayRef);
        Arc::new(StructArray::new(fields, lists.chain(texts).collect(), self.valid.finish()))
    }
}

fn push_name(names: &mut List, entity: &Entity<'_>) {
    let roles = entity.roles().iter().map(|role| role.words().text()).collect();
    names.push([Cell::Text(Some(entity.name())), Cell::Texts(roles), mentions(entity), salience(entity)]);
}

fn push_place(places: &mut List, entity: &Entity<'_>) {
    let country = entity.country();
    let code = country.as_ref().map(Country::code);
    places.push([Cell::Text(Some(entity.name())), Cell::Text(code), mentions(entity), salience(entity)]);
}

fn mentions(entity: &Entity<'_>) -> Cell<'static> {
    Cell::Count(entity.mentions().len())
}

fn salience(entity: &Entity<'_>) -> Cell<'static> {
    Cell::Number(Some(entity.salience().into()))
}

fn push_figure(figures: &mut List, figure: &Figure<'_>) {
    let (low, high) = bounds(figure);
    let currency = figure.currency();
    let unit = currency.as_ref().map(Currency::code).or(figure.unit().map(Unit::code));
    figures.push([
        Cell::Text(Some(figure.kind().as_str())),
        Cell::Text(Some(figure.words().text())),
        Cell::Number(low),
        Cell::Number(high),
        Cell::Text(Some(figure.quantity().hedge.as_str())),
        Cell::Text(unit),
        Cell::Text(figure.of().map(Excerpt::text)),
    ]);
}

/// The least and the most that a figure may be; of ratios and scores, neither is told.
fn bounds(figure: &Figure<'_>) -> (Option<f64>, Option<f64>) {
    let quantity = figure.quantity();
    match (quantity.value, quantity.hedge) {
        (Value::Exact(number), Hedge::MoreThan | Hedge::AtLeast) => (Some(number.to_f64()), None),
        (Value::Exact(number), Hedge::LessThan | Hedge::AtMost) => (None, Some(number.to_f64())),
        (Value::Exact(number), _) => (Some(number.to_f64()), Some(number.to_f64())),
        (Value::Range(low, high), _) => (low.map(Decimal::to_f64), high.map(Decimal::to_f64)),
        _ => (None, None),
    }
}

fn push_time(times: &mut List, time: &TimeExpression<'_>) {
    let value = time.value().map(|value| value.to_string());
    times.push([
        Cell::Text(Some(time.kind().as_str())),
        Cell::Text(Some(time.words().text())),
        Cell::Text(value.as_deref()),
    ]);
}

fn push_quote(quotes: &mut List, digest: &Digest<'_>, quote: &Quote<'_>) {
    let speaker = quote.speaker().map(|id| digest.entity(id));
    let role = speaker.and_then(|speaker| speaker.roles().first());
    let words = quote.pieces().iter().map(|piece| piece.text().split_whitespace().count()).sum();
    quotes.push([
        Cell::Text(speaker.map(Entity::name)),
        Cell::Text(role.map(|role| role.words().text())),
        Cell::Text(Some(quote.kind().as_str())),
        Cell::Count(words),
    ]);
}
