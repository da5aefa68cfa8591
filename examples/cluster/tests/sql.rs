//! The functions as SQL sees them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use article_digest_cluster::session;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{SessionConfig, SessionContext};
use serde_json::Value;

const FLOOD: &str = include_str!("../../articles/sylhet-flood.txt");

/// Articles of every kind of row: 600 stories, in more than one batch, a null and an empty text.
const ARTICLES: &str = "CREATE TABLE articles AS
    SELECT value AS id, 'Mayor Ana Ruiz said on Friday that ' || value || ' homes burnt in Lima.' AS text
    FROM generate_series(1, 600)
    UNION ALL VALUES (601, NULL), (602, '')";
/// Its texts that are not null.
const DIGESTED: u64 = 601;

struct Engine {
    context: SessionContext,
    rows: Arc<AtomicU64>,
}

impl Engine {
    async fn new() -> Self {
        let rows = Arc::default();
        let state = session::state(session::config(SessionConfig::new().with_target_partitions(2)), &rows).unwrap();
        let engine = Self { context: SessionContext::new_with_state(state), rows };
        engine.run(ARTICLES).await;
        engine
    }

    async fn run(&self, sql: &str) -> String {
        let found = self.context.sql(sql).await.unwrap().collect().await.unwrap();
        pretty_format_batches(&found).unwrap().to_string()
    }

    /// The only value of the only row.
    async fn value(&self, sql: &str) -> String {
        let table = self.run(sql).await;
        let row = table.lines().nth(3).unwrap_or_else(|| panic!("no row in {table}"));
        row.trim_matches('|').trim().to_owned()
    }
}

#[tokio::test]
async fn each_text_is_digested_once_whatever_is_asked_of_its_digest() {
    let engine = Engine::new().await;
    for sql in [
        "SELECT id, article_digest(text) FROM articles",
        "SELECT id, article_digest_json(text) FROM articles",
        "SELECT article_digest(text)['people'] FROM articles",
        "SELECT d['people'], d['places'], d['figures'] FROM (SELECT article_digest(text) AS d FROM articles)",
        "SELECT count(*) FROM (SELECT article_digest(text) AS d FROM articles) WHERE d['people'] IS NOT NULL",
        "SELECT d['places'] FROM (SELECT article_digest(text) AS d FROM articles) WHERE cardinality(d['people']) > 0",
        "SELECT d['places'] FROM (SELECT article_digest(text) AS d FROM articles) ORDER BY d['people'][1]['name']",
        "SELECT p['name'], count(*) FROM (SELECT unnest(d['people']) AS p, d FROM
            (SELECT article_digest(text) AS d FROM articles)) WHERE p['mentions'] > 0 GROUP BY 1",
        "SELECT json FROM (SELECT article_digest_json(text) AS json FROM articles) WHERE json LIKE '%Ana%Lima%'",
    ] {
        engine.rows.store(0, Ordering::Relaxed);
        engine.run(sql).await;
        assert_eq!(engine.rows.load(Ordering::Relaxed), DIGESTED, "{sql}");
    }
}

#[tokio::test]
async fn a_filter_on_another_column_spares_the_digests_of_what_it_drops() {
    let engine = Engine::new().await;
    engine.run("SELECT d['people'] FROM (SELECT id, article_digest(text) AS d FROM articles) WHERE id <= 10").await;
    assert_eq!(engine.rows.load(Ordering::Relaxed), 10);
}

#[tokio::test]
async fn a_null_has_no_digest_and_an_empty_text_one_with_a_warning() {
    let engine = Engine::new().await;
    for function in ["article_digest", "article_digest_json"] {
        assert_eq!(engine.value(&format!("SELECT count(*) FROM articles WHERE {function}(text) IS NULL")).await, "1");
    }
    assert_eq!(engine.value("SELECT article_digest(text)['warnings'] FROM articles WHERE id = 602").await, "[no-text]");
}

#[tokio::test]
async fn the_struct_says_what_the_json_says() {
    let engine = Engine::new().await;
    let flood = FLOOD.replace('\'', "''");
    engine.run(&format!("CREATE TABLE flood AS VALUES ('{flood}')")).await;
    let json: Value =
        serde_json::from_str(&engine.value("SELECT article_digest_json(column1, '2022-06-18') FROM flood").await)
            .unwrap();
    let list = |name: &str| json[name].as_array().unwrap().clone();
    let texts = |items: Vec<Value>, field: &str| -> Vec<String> {
        items.iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
    };
    let of_kind = |kind: &str| list("entities").into_iter().filter(|entity| entity["kind"] == kind).collect();

    for (found, wanted) in [
        ("people", texts(of_kind("person"), "name")),
        ("organisations", texts(of_kind("organisation"), "name")),
        ("places", texts(of_kind("place"), "name")),
        ("figures", texts(list("figures"), "text")),
        ("times", texts(list("times"), "text")),
    ] {
        let field = if ["figures", "times"].contains(&found) { "text" } else { "name" };
        let sql = format!(
            "SELECT array_agg(item['{field}']) FROM (SELECT unnest(digest['{found}']) AS item
                FROM (SELECT article_digest(column1, DATE '2022-06-18') AS digest FROM flood))"
        );
        assert!(!wanted.is_empty(), "{found}");
        assert_eq!(engine.value(&sql).await, format!("[{}]", wanted.join(", ")), "{found}");
    }
    for (found, wanted) in
        [("quotes", list("quotes")), ("keywords", list("keywords")), ("key_sentences", list("key_sentences"))]
    {
        let sql = format!("SELECT cardinality(article_digest(column1, '2022-06-18')['{found}']) FROM flood");
        assert!(!wanted.is_empty(), "{found}");
        assert_eq!(engine.value(&sql).await, wanted.len().to_string(), "{found}");
    }
}

#[tokio::test]
async fn the_bounds_of_a_figure_keep_its_hedge() {
    let engine = Engine::new().await;
    for (words, low, high) in [
        ("more than 1,200", "1200.0", ""),
        ("at most 1,200", "", "1200.0"),
        ("dozens of", "24.0", ""),
        ("1,200", "1200.0", "1200.0"),
    ] {
        let text = format!("The mayor said that {words} homes burnt in Lima.");
        for (field, wanted) in [("low", low), ("high", high)] {
            let sql = format!("SELECT article_digest('{text}')['figures'][1]['{field}']");
            assert_eq!(engine.value(&sql).await, wanted, "{field} of {words}");
        }
    }
}

#[tokio::test]
async fn a_day_may_be_a_date_a_timestamp_or_a_text_and_is_left_out_when_it_is_none() {
    let engine = Engine::new().await;
    let time =
        |day: &str| format!("SELECT article_digest('Mayor Ana Ruiz spoke on Friday.', {day})['times'][1]['value']");
    for day in ["DATE '2020-10-27'", "TIMESTAMP '2020-10-27 08:30:00'", "'2020-10-27'", "'2020-10-27T08:30:00Z'"] {
        assert_eq!(engine.value(&time(day)).await, "2020-10-23", "{day}");
    }
    for day in ["NULL", "''", "'yesterday'", "'2020-02-30'", "7"] {
        assert_eq!(engine.value(&time(day)).await, "", "{day}");
    }
}

#[tokio::test]
async fn a_text_may_be_of_any_type_of_text() {
    let engine = Engine::new().await;
    for data_type in ["Utf8", "LargeUtf8", "Utf8View", "Binary", "Dictionary(Int32, Utf8)"] {
        let text = format!("arrow_cast('Mayor Ana Ruiz spoke.', '{data_type}')");
        assert_eq!(
            engine.value(&format!("SELECT article_digest({text})['people'][1]['name']")).await,
            "Ana Ruiz",
            "{data_type}"
        );
    }
    assert_eq!(engine.value("SELECT article_digest(arrow_cast(x'ff', 'Binary')) IS NULL").await, "true");
}
