//! Tests of the faces of a digest: page, briefing, JSON-LD, JSON and its schema.

mod browser;
#[cfg(feature = "serde")]
mod schema;

use article_digest::Digester;
use article_digest::render::{HtmlText, JsonText, MarkdownText};
use proptest::prelude::*;

#[test]
fn what_would_be_mark_up_is_escaped_and_nothing_else() {
    crate::table::run("escape.tsv", include_str!("tables/escape.tsv"), |row| {
        let (face, text) = row.split_once(' ').expect("a row begins with a face");
        match face {
            "html" => HtmlText(text).to_string(),
            "md" => MarkdownText(text).to_string(),
            "json" => JsonText(text).to_string(),
            other => panic!("unknown face {other}"),
        }
    });
}

#[test]
fn every_face_shows_a_title_that_was_given_apart_where_the_text_has_none() {
    let digest = Digester::new().digest("the river fell by two metres on friday, and nobody was hurt.");
    assert!(digest.title().is_none());
    let title = Some("Flood <over>");
    assert!(digest.markdown().title(title).to_string().starts_with("# Flood \\<over\\>\n"));
    assert!(digest.html().title(title).to_string().contains("<h1>Flood &lt;over&gt;</h1>"));
    assert!(digest.json_ld().title(title).to_string().contains(r#""headline":"Flood \u003cover\u003e""#));
}

/// The articles of the repository by name.
pub(crate) fn sample_articles() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let mut articles: Vec<_> = std::fs::read_dir(&folder)
        .expect("the repository has sample articles")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("an article is UTF-8"))
        })
        .collect();
    articles.sort();
    articles
}

/// Where a page that nests badly does so; none for a page whose elements all close in order.
fn first_bad_tag(page: &str) -> Option<String> {
    const VOID: [&str; 4] = ["meta", "link", "input", "br"];
    let start = page.find("<html").unwrap_or(0);
    let mut open: Vec<&str> = Vec::new();
    let mut rest = &page[start..];
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        // No `>` stands in an attribute: the escaper sees to that, and a test below.
        let Some(end) = rest.find('>') else { return Some(rest.chars().take(40).collect()) };
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> in {open:?}"));
            }
        } else {
            let name = tag.split_whitespace().next().unwrap_or("");
            if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) || name.is_empty() {
                return Some(format!("<{tag}>"));
            }
            if tag.matches('"').count() % 2 == 1 {
                return Some(format!("quotes in <{tag}>"));
            }
            if name == "a" && open.contains(&"a") {
                return Some(format!("link in a link: <{tag}>"));
            }
            if name == "style" {
                // Its content is no mark-up.
                rest = &rest[rest.find("</style>").unwrap_or(0)..];
            }
            if !VOID.contains(&name) {
                open.push(name);
            }
        }
    }
    open.last().map(|name| format!("<{name}> is never closed"))
}

/// The values of every attribute `name` of a page.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let before = format!(" {name}=\"");
    page.match_indices(&before)
        .map(|(at, _)| {
            let value = &page[at + before.len()..];
            &value[..value.find('"').unwrap_or(value.len())]
        })
        .collect()
}

/// The text of the article that a page shows: what stands in `<main>`, without tags and labels.
fn article_text(page: &str) -> String {
    let main = &page[page.find("<article>").map_or(0, |at| at + 9)..page.find("</article>").unwrap_or(0)];
    let mut text = String::new();
    let mut rest = main;
    while let Some(at) = rest.find('<') {
        text += &rest[..at];
        rest = &rest[at..];
        for skipped in ["<span class=\"label\">", "<h1 class=\"unseen\">"] {
            if rest.starts_with(skipped) {
                rest = &rest[rest.find("</").unwrap_or(0)..];
            }
        }
        rest = &rest[rest.find('>').map_or(0, |at| at + 1)..];
    }
    text += rest;
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (from, to)| text.replace(from, to))
}

fn check_page(text: &str) -> Result<(), TestCaseError> {
    let digest = Digester::new().digest(text);
    let page = digest.html().to_string();
    prop_assert_eq!(first_bad_tag(&page), None, "{}", page);
    prop_assert_eq!(&page, &Digester::new().digest(text).html().to_string());
    let mut ids = attributes(&page, "id");
    for link in attributes(&page, "href").into_iter().filter_map(|link| link.strip_prefix('#')) {
        prop_assert!(ids.contains(&link), "#{link} leads nowhere");
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), count, "an id stands twice");
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric() || "<>&\"'".contains(*c)).collect() };
    prop_assert_eq!(letters(&article_text(&page)), letters(text), "the page shows every character once");
    Ok(())
}

/// Pieces of news and of mark-up, from which random texts are made.
const PIECES: [&str; 24] = [
    "Ana Ruiz",
    "President Omar Haddad",
    "said",
    "“We",
    "lost",
    "everything.”",
    "\"No,\"",
    "on Tuesday",
    "$1.5bn",
    "more than 200 people",
    "12 to 15%",
    "in Lima",
    ".",
    "\n\n",
    "<b>",
    "</article>",
    "&amp;",
    "<script>alert(1)</script>",
    "\"><img src=x>",
    "*",
    "| 3 |",
    "’",
    "]]>",
    "<!--",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn a_page_of_random_text_nests_and_shows_every_character_once(text in "\\PC{0,200}") {
        check_page(&text)?;
    }

    #[test]
    fn a_page_of_news_and_mark_up_nests_and_shows_every_character_once(text in pieces()) {
        check_page(&text)?;
    }

    #[test]
    fn markdown_of_news_and_mark_up_opens_no_element_and_breaks_no_table(text in pieces()) {
        let markdown = Digester::new().digest(&text).markdown().to_string();
        for line in markdown.lines() {
            let mut before = ' ';
            let mut bars = 0;
            for character in line.chars() {
                let is_escaped = before == '\\';
                prop_assert!(is_escaped || !matches!(character, '<' | '`'), "{line}");
                bars += usize::from(character == '|' && !is_escaped);
                before = if is_escaped { ' ' } else { character };
            }
            prop_assert!(bars == 0 || bars == 5, "{line}");
        }
    }

    #[test]
    fn json_ld_of_any_text_is_json_and_safe_in_a_script(text in pieces()) {
        let json = Digester::new().digest(&text).json_ld().to_string();
        prop_assert!(!json.contains(['<', '>', '&']));
        let value: serde_json::Value = serde_json::from_str(&json).map_err(|e| TestCaseError::fail(format!("{e}: {json}")))?;
        prop_assert_eq!(&value["@type"], "NewsArticle");
    }

    #[test]
    fn no_face_panics_on_any_characters(text in any::<String>()) {
        let digest = Digester::new().digest(&text);
        let _ = (digest.html().to_string(), digest.markdown().to_string());
        let json: Result<serde_json::Value, _> = serde_json::from_str(&digest.json_ld().to_string());
        prop_assert!(json.is_ok());
    }
}
