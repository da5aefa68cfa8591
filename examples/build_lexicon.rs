//! Makes `data/lexicon.bin` from the open lists.
//!
//! ```text
//! cargo run --release --features train --example build_lexicon -- ../shared/data/lexicons data/lexicon.bin
//! ```

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [lists, out] = &arguments[..] else {
        return Err("usage: build_lexicon FOLDER-OF-LISTS OUT".into());
    };
    let bytes = article_digest::lexicon::build(Path::new(lists))?;
    std::fs::write(out, &bytes)?;
    println!("{out}: {} bytes", bytes.len());
    Ok(())
}
