//! The texts that are benchmarked: see `benches/corpus/README.md`.

use std::fs;
use std::path::Path;

/// A text and the name that its benchmarks carry.
pub struct Input {
    pub name: String,
    pub text: String,
}

/// The corpus of the repository; with `ARTICLES=FOLDER` in the environment, one more input of all
/// `.txt` files of that folder together.
pub fn all() -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = read(&root.join("benches/corpus"));
    assert!(!inputs.is_empty(), "benches/corpus holds no text");
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
pub fn articles() -> Vec<String> {
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
        .map(|path| Input {
            name: path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            text: fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        })
        .collect()
}
