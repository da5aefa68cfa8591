//! From a web page to a digest: a readability crate finds the article in the page, this crate
//! reads the article.
//!
//! ```text
//! cargo run --release --example from_html -- [PAGE.html]
//! ```
//!
//! Spans of the digest count in the text that readability took out of the page, not in the page.

use std::error::Error;

use article_digest::{Date, Digester, Scratch};
use dom_smoothie::{Config, Readability, TextMode};

fn main() -> Result<(), Box<dyn Error>> {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/pages/lighthouse.html");
    let path = std::env::args().nth(1).unwrap_or_else(|| sample.to_owned());
    let page = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;

    // `Formatted` keeps the paragraphs apart, which is what the reading of zones goes by.
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let article = Readability::new(page, None, Some(config))?.parse()?;
    // The page knows its date better than its text does: "2024-09-04T06:00:00Z".
    let published: Option<Date> = article.published_time.as_deref().and_then(|time| time.get(..10)?.parse().ok());
    // The headline stands apart in the page, and often the byline: put back where a reader sees
    // them, they are read.
    let byline = article.byline.filter(|byline| !article.text_content.contains(byline.as_str()));
    let byline = byline.map_or(String::new(), |byline| format!("By {}\n\n", byline.trim_start_matches("By ")));
    let text = format!("{}\n\n{byline}{}", article.title, article.text_content);

    let digest = Digester::new().digest_published(&mut Scratch::new(), &text, published);
    print!("{}", digest.markdown());
    Ok(())
}
