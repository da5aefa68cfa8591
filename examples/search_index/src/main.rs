//! Names and figures of articles as rows of a full-text index, queried back.
//!
//! ```text
//! cargo run --release -- [--in FOLDER] [QUERY]...
//! ```

mod index;

use std::error::Error;
use std::path::PathBuf;

use index::Index;

/// What a newsroom asks of its archive; see README.md for the fields.
const QUESTIONS: [(&str, &str); 4] = [
    ("Articles with more than 1,000 evacuated", "+row:figure +sentence:evacuated +kind:count +low:{1000 TO *}"),
    ("Sums of a hundred million dollars or more", "+row:figure +kind:money +unit:USD +low:[100000000 TO *]"),
    ("Ministers, and who has been one", "+row:name +kind:person +role:minister"),
    ("Figures that are half or more of something", "+row:figure +kind:percent +low:[50 TO 100]"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../articles"));
    let mut questions = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--in" {
            folder = arguments.next().ok_or("--in wants a folder")?.into();
        } else {
            questions.push((argument.clone(), argument));
        }
    }
    if questions.is_empty() {
        questions = QUESTIONS.map(|(title, query)| (title.to_owned(), query.to_owned())).into();
    }

    let index = Index::of_folder(&folder)?;
    println!("{} articles, {} rows\n", index.articles, index.rows);
    for (title, query) in questions {
        println!("{title}\n  {query}");
        let hits = index.find(&query)?;
        for hit in &hits {
            println!("  - {}: {}", hit.article, hit.shown);
            if !hit.sentence.is_empty() {
                println!("      {}", hit.sentence);
            }
        }
        println!("  {} rows\n", hits.len());
    }
    Ok(())
}
