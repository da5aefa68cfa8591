//! The index: one row for each name of an article, one for each figure.

use std::error::Error;
use std::path::Path;

use article_digest::figure::{Hedge, Value};
use article_digest::{Digest, Digester, Entity, Figure, Scratch};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::{TantivyDocument, doc};

/// Memory for writing: the least that tantivy takes, far more than a day's news needs.
const WRITER_BYTES: usize = 15_000_000;
/// Rows that a query gives at most.
const MOST: usize = 50;

struct Fields {
    row: Field,
    article: Field,
    kind: Field,
    name: Field,
    role: Field,
    country: Field,
    of: Field,
    unit: Field,
    low: Field,
    high: Field,
    sentence: Field,
    shown: Field,
}

/// Articles read into rows that can be asked for.
pub(crate) struct Index {
    index: tantivy::Index,
    fields: Fields,
    pub(crate) articles: usize,
    pub(crate) rows: usize,
}

/// A row that answers a query.
pub(crate) struct Hit {
    pub(crate) article: String,
    pub(crate) shown: String,
    pub(crate) sentence: String,
}

impl Index {
    /// Digests every `.txt` of a folder.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let (schema, fields) = schema();
        let mut index = Self { index: tantivy::Index::create_in_ram(schema), fields, articles: 0, rows: 0 };
        let mut writer = index.index.writer_with_num_threads(1, WRITER_BYTES)?;
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            paths.push(entry?.path());
        }
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        let digester = Digester::new();
        let mut scratch = Scratch::new();
        for path in &paths {
            let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let digest = digester.digest_with(&mut scratch, &text);
            for entity in digest.entities() {
                writer.add_document(index.fields.name_row(&name, entity))?;
            }
            for figure in digest.figures() {
                writer.add_document(index.fields.figure_row(&name, &digest, figure))?;
            }
            index.articles += 1;
            index.rows += digest.entities().len() + digest.figures().len();
        }
        writer.commit()?;
        Ok(index)
    }

    /// The rows that answer a query in tantivy's query language, best first.
    pub(crate) fn find(&self, query: &str) -> Result<Vec<Hit>, Box<dyn Error>> {
        let parser = QueryParser::for_index(&self.index, vec![self.fields.sentence, self.fields.name]);
        let query = parser.parse_query(query)?;
        let searcher = self.index.reader()?.searcher();
        let mut hits = Vec::new();
        for (_, address) in searcher.search(&query, &TopDocs::with_limit(MOST))? {
            let row: TantivyDocument = searcher.doc(address)?;
            let text = |field| row.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
            hits.push(Hit {
                article: text(self.fields.article),
                shown: text(self.fields.shown),
                sentence: text(self.fields.sentence),
            });
        }
        Ok(hits)
    }
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    // Stemmed, so that "evacuated" finds "evacuation" and "evacuees" alike.
    let indexing = TextFieldIndexing::default().set_tokenizer("en_stem");
    let stemmed = TextOptions::default()
        .set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions));
    let number = INDEXED | FAST | STORED;
    let fields = Fields {
        row: builder.add_text_field("row", STRING),
        article: builder.add_text_field("article", STRING | STORED),
        kind: builder.add_text_field("kind", STRING),
        name: builder.add_text_field("name", stemmed.clone()),
        role: builder.add_text_field("role", stemmed.clone()),
        country: builder.add_text_field("country", STRING),
        of: builder.add_text_field("of", stemmed.clone()),
        unit: builder.add_text_field("unit", STRING),
        low: builder.add_f64_field("low", number.clone()),
        high: builder.add_f64_field("high", number),
        sentence: builder.add_text_field("sentence", stemmed | STORED),
        shown: builder.add_text_field("shown", STORED),
    };
    (builder.build(), fields)
}

impl Fields {
    fn name_row(&self, article: &str, entity: &Entity<'_>) -> TantivyDocument {
        let roles: Vec<_> = entity.roles().iter().map(|role| role.words().text()).collect();
        let roles = roles.join("; ");
        let mut row = doc!(
            self.row => "name",
            self.article => article,
            self.kind => entity.kind().as_str(),
            self.name => entity.name(),
            self.role => roles.as_str(),
        );
        for alias in entity.aliases() {
            row.add_text(self.name, alias);
        }
        if let Some(country) = entity.country() {
            row.add_text(self.country, country.code());
        }
        let separator = if roles.is_empty() { "" } else { ", " };
        row.add_text(self.shown, format!("{}{separator}{roles}", entity.name()));
        row
    }

    fn figure_row(&self, article: &str, digest: &Digest<'_>, figure: &Figure<'_>) -> TantivyDocument {
        let mut row = doc!(self.row => "figure", self.article => article, self.kind => figure.kind().as_str());
        if let Some((low, high)) = bounds(figure) {
            row.add_f64(self.low, low);
            row.add_f64(self.high, high);
        }
        if let Some(currency) = figure.currency() {
            row.add_text(self.unit, currency.code());
        } else if let Some(unit) = figure.unit() {
            row.add_text(self.unit, unit.code());
        }
        let mut shown = figure.to_string();
        if let Some(of) = figure.of() {
            row.add_text(self.of, of.text());
            shown = format!("{shown} {}", of.text());
        }
        row.add_text(self.shown, shown);
        if let Some(index) = digest.sentence_at(figure.words().span().start()) {
            row.add_text(self.sentence, digest.words(digest.sentences()[index].span()));
        }
        row
    }
}

/// The least and the most that a figure may be: "more than 200" is 200 and no end.
fn bounds(figure: &Figure<'_>) -> Option<(f64, f64)> {
    let quantity = figure.quantity();
    Some(match (quantity.value, quantity.hedge) {
        (Value::Exact(number), Hedge::MoreThan | Hedge::AtLeast) => (number.to_f64(), f64::INFINITY),
        (Value::Exact(number), Hedge::LessThan | Hedge::AtMost) => (f64::NEG_INFINITY, number.to_f64()),
        (Value::Exact(number), _) => (number.to_f64(), number.to_f64()),
        (Value::Range(low, high), _) => (
            low.map_or(f64::NEG_INFINITY, article_digest::Decimal::to_f64),
            high.map_or(f64::INFINITY, article_digest::Decimal::to_f64),
        ),
        _ => return None,
    })
}
