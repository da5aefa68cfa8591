//! Reading the articles that an example is given: files, or folders of `.txt`.

use std::error::Error;
use std::path::{Path, PathBuf};

/// An article by the name of its file.
pub(crate) struct Article {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The articles that the command line names; the sample articles of the repository where it names
/// none.
pub(crate) fn articles() -> Result<Vec<Article>, Box<dyn Error>> {
    let mut places: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if places.is_empty() {
        places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"));
    }
    let mut articles = Vec::new();
    for place in places {
        let mut paths = vec![place.clone()];
        if place.is_dir() {
            let entries = std::fs::read_dir(&place)?.collect::<Result<Vec<_>, _>>()?;
            paths = entries.into_iter().map(|entry| entry.path()).collect();
            paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
            paths.sort();
        }
        for path in paths {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            articles.push(Article { name, text });
        }
    }
    if articles.is_empty() {
        return Err("no .txt file to read".into());
    }
    Ok(articles)
}
