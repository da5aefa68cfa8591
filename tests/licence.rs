//! Every crate that users compile has a licence that goes with MIT or Apache-2.0.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than their text being kept.
const ALLOWED: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];

/// Whether one choice of an expression such as "(MIT OR Apache-2.0) AND Unicode-3.0" is allowed.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    split(&expression, " AND ").into_iter().all(|part| {
        let part = part.trim();
        let inner = part.strip_prefix('(').and_then(|part| part.strip_suffix(')')).unwrap_or(part);
        split(inner, " OR ").into_iter().any(|choice| {
            let choice = choice.trim();
            if choice.contains(" AND ") { is_allowed(choice) } else { ALLOWED.contains(&choice) }
        })
    })
}

/// Parts between words that stand outside brackets.
fn split<'e>(expression: &'e str, word: &str) -> Vec<&'e str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in expression.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && at >= start && expression[at..].starts_with(word) {
            parts.push(&expression[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&expression[start..]);
    parts
}

/// What `cargo metadata` says without a network; nothing, said aloud, where cargo is not there.
fn metadata() -> Option<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let words = ["metadata", "--format-version", "1", "--offline", "--all-features", "--manifest-path", manifest];
    let output = Command::new(cargo).args(words).args(["--filter-platform", "x86_64-unknown-linux-gnu"]).output();
    match output {
        Ok(output) if output.status.success() => serde_json::from_slice(&output.stdout).ok(),
        Ok(output) => {
            eprintln!("SKIPPED: no licence was checked: {}", String::from_utf8_lossy(&output.stderr));
            None
        }
        Err(error) => {
            eprintln!("SKIPPED: no licence was checked: cargo does not run: {error}");
            None
        }
    }
}

#[test]
fn every_crate_that_the_library_brings_may_be_used_under_its_licences() {
    let Some(metadata) = metadata() else { return };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let licences: BTreeMap<String, String> =
        list(&metadata["packages"]).iter().map(|package| (text(&package["id"]), text(&package["license"]))).collect();
    // What users compile: the edges that are neither of tests nor of build scripts.
    let uses: BTreeMap<String, Vec<String>> = list(&metadata["resolve"]["nodes"])
        .iter()
        .map(|node| {
            let compiled =
                |dependency: &&Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let all = list(&node["deps"]);
            (text(&node["id"]), all.iter().filter(compiled).map(|dependency| text(&dependency["pkg"])).collect())
        })
        .collect();
    let root = text(&metadata["resolve"]["root"]);
    let (mut seen, mut open) = (BTreeSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(uses[&id].iter().cloned());
        }
    }
    assert!(seen.len() > 8, "only {} crates found: the list was misread", seen.len());
    let refused: Vec<_> = seen.iter().filter(|id| !is_allowed(&licences[*id])).collect();
    assert!(refused.is_empty(), "{:#?}", refused.iter().map(|id| (id, &licences[*id])).collect::<Vec<_>>());
}

#[test]
fn an_expression_is_allowed_when_one_of_its_choices_is() {
    assert!(is_allowed("MIT OR Apache-2.0"));
    assert!(is_allowed("Unlicense/MIT"));
    assert!(is_allowed("(MIT OR GPL-3.0) AND Unicode-3.0"));
    assert!(!is_allowed("MIT AND GPL-3.0-only"));
    assert!(!is_allowed("GPL-2.0"));
    assert!(!is_allowed(""));
}
