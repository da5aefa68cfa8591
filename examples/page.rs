//! Writes the digest of an article as a page to look at in a browser.
//!
//! ```text
//! cargo run --release --example page -- [ARTICLE.txt [PAGE.html]]
//! ```

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

use article_digest::Digester;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles/uruguay-water.txt");
    let article = arguments.next().unwrap_or_else(|| sample.to_owned());
    let page = arguments.next().unwrap_or_else(|| "page.html".to_owned());

    let text = std::fs::read_to_string(&article).map_err(|error| format!("{article}: {error}"))?;
    let digest = Digester::new().digest(&text);
    let mut file = BufWriter::new(File::create(&page).map_err(|error| format!("{page}: {error}"))?);
    write!(file, "{}", digest.html())?;
    file.flush()?;
    println!(
        "{page}: {} names, {} figures, {} times and {} quotations marked",
        digest.entities().len(),
        digest.figures().len(),
        digest.times().len(),
        digest.quotes().len()
    );
    Ok(())
}
