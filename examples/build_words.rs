//! Makes `data/words.bin`: how common each word of English news is, and whether it is a noun, a
//! verb or an adjective, by the company it keeps in unlabelled news.
//!
//! ```text
//! cargo run --release --features train --example build_words -- ../shared/data data/words.bin
//! ```

use std::error::Error;
use std::process::ExitCode;

use article_digest::keyword::WordCounts;

/// News first; the others teach words that news has seldom. Documents are divided by this line.
const TEXTS: [&str; 4] = ["news/gmb_voa.txt", "news/wikinews.txt", "news/18f_blog.txt", "news/cia_factbook_prose.txt"];
const DIVIDER: &str = "=====DOC=====";

fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(folder), Some(out)) = (words.next(), words.next()) else {
        return Err("usage: build_words DATA_FOLDER OUT_FILE".into());
    };
    let mut counts = WordCounts::default();
    for name in TEXTS {
        let file = format!("{folder}/{name}");
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        for document in text.split(DIVIDER) {
            counts.add(document);
        }
    }
    let bytes = counts.to_bytes();
    std::fs::write(&out, &bytes).map_err(|error| format!("{out}: {error}"))?;
    println!("{out}: {} bytes", bytes.len());
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("build_words: {error}");
            ExitCode::FAILURE
        }
    }
}
