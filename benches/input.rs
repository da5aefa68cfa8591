//! The texts that are benchmarked: see `benches/corpus/README.md`.

#![allow(dead_code)] // each benchmark uses its own half of this file

use std::fs;
use std::path::Path;

/// A text and the name that its benchmarks carry.
pub(crate) struct Input {
    pub name: String,
    pub text: String,
}

/// Names of benchmarks, which stay what they are, and the texts behind them.
const CORPUS: [(&str, &str); 5] = [
    ("wire-short", "benches/corpus/wire-short.txt"),
    ("feature-long", "examples/articles/bugoynes-crab.txt"),
    ("quotes", "examples/articles/tunis-verdict.txt"),
    ("figures", "examples/articles/battery-merger.txt"),
    ("names", "examples/articles/jakarta-dialogue.txt"),
];

/// The corpus of the repository; with `ARTICLES=FOLDER` in the environment, one more input of all
/// `.txt` files of that folder together.
pub(crate) fn all() -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs: Vec<Input> = CORPUS.iter().map(|(name, path)| load(name, &root.join(path))).collect();
    inputs.push(Input { name: "worst-names".into(), text: "Ana Ruiz of Lima met Omar Haddad (OAS). ".repeat(500) });
    inputs.push(Input { name: "worst-quotes".into(), text: "“‘\"».” ".repeat(3000) });
    inputs.push(Input { name: "worst-digits".into(), text: "1,234.5 67 8-9 ".repeat(1500) });
    if let Ok(folder) = std::env::var("ARTICLES") {
        let text = read(Path::new(&folder)).iter().map(|input| input.text.as_str()).collect::<Vec<_>>().join("\n\n");
        assert!(!text.is_empty(), "ARTICLES={folder} holds no .txt file");
        inputs.push(Input { name: "folder".into(), text });
    }
    inputs
}

/// The ordinary news of the corpus as one list of articles, for figures per stage.
#[allow(dead_code)] // each benchmark uses its own half of this file
pub(crate) fn articles() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = read(&root.join("examples/articles"));
    if let Ok(folder) = std::env::var("ARTICLES") {
        inputs = read(Path::new(&folder));
    }
    assert!(!inputs.is_empty(), "no article to read");
    inputs.into_iter().map(|input| input.text).collect()
}

fn read(folder: &Path) -> Vec<Input> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| load(&path.file_stem().unwrap_or_default().to_string_lossy(), path))
        .collect()
}

fn load(name: &str, path: &Path) -> Input {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Input { name: name.into(), text }
}
