//! Makes `data/words.bin`, how common each word of English news is and which parts of speech it plays,
//! from the counts that `data/count_words.py` took.
//!
//! ```text
//! cargo run --release --features train --example build_words -- data data/words.bin
//! ```

use std::error::Error;
use std::process::ExitCode;

use article_digest::keyword::build_words;

fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(folder), Some(out)) = (words.next(), words.next()) else {
        return Err("usage: build_words DATA_FOLDER OUT_FILE".into());
    };
    let read = |name: &str| {
        let file = format!("{folder}/{name}");
        std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))
    };
    let bytes = build_words(&read("words.tsv")?, &read("tags.tsv")?)?;
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
