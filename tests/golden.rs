//! Golden digests: each sample article beside its digest as Markdown.
//!
//! `GOLDEN=write cargo test golden` writes what is found today; review reads the change as prose.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use article_digest::Digester;

/// Lines of unchanged text around a change.
const CONTEXT: usize = 2;

/// The changed lines of a text with some around them, `-` before what was and `+` before what is.
fn difference(was: &str, is: &str) -> String {
    let (was, is): (Vec<_>, Vec<_>) = (was.lines().collect(), is.lines().collect());
    let steps = steps(&was, &is);
    let mut shown = String::new();
    let mut last = 0;
    for (index, (sign, line)) in steps.iter().enumerate() {
        let from = index.saturating_sub(CONTEXT);
        if steps[from..(index + CONTEXT + 1).min(steps.len())].iter().any(|(sign, _)| *sign != ' ') {
            if index > last {
                shown += "    …\n";
            }
            writeln!(shown, "  {sign} {line}").expect("a string takes any text");
            last = index + 1;
        }
    }
    shown
}

/// The two texts as one list of lines kept, taken out and put in, by their longest common part.
fn steps<'a>(was: &[&'a str], is: &[&'a str]) -> Vec<(char, &'a str)> {
    let width = is.len() + 1;
    let mut common = vec![0u32; (was.len() + 1) * width];
    for i in (0..was.len()).rev() {
        for j in (0..is.len()).rev() {
            common[i * width + j] = if was[i] == is[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, Vec::new());
    while i < was.len() || j < is.len() {
        if i < was.len() && j < is.len() && was[i] == is[j] {
            steps.push((' ', was[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == is.len() || i < was.len() && common[(i + 1) * width + j] >= common[i * width + j + 1] {
            steps.push(('-', was[i]));
            i += 1;
        } else {
            steps.push(('+', is[j]));
            j += 1;
        }
    }
    steps
}

#[test]
fn each_sample_article_has_the_digest_that_was_read_and_approved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let write = std::env::var("GOLDEN").is_ok_and(|value| value == "write");
    let digester = Digester::new();
    let mut failures = String::new();
    for (name, text) in crate::render::sample_articles() {
        let found = digester.digest(&text).markdown().to_string();
        let path = folder.join(format!("{name}.md"));
        if write {
            fs::create_dir_all(&folder).and_then(|()| fs::write(&path, &found)).expect("tests/golden can be written");
            continue;
        }
        match fs::read_to_string(&path) {
            Ok(wanted) if wanted == found => {}
            Ok(wanted) => failures += &format!("\n{name}.md is another digest now:\n{}", difference(&wanted, &found)),
            Err(_) => failures += &format!("\n{name}.md: no golden file: run GOLDEN=write cargo test golden\n"),
        }
    }
    assert!(failures.is_empty(), "{failures}\nIf the new digests are right: GOLDEN=write cargo test golden\n");
}

#[test]
fn a_difference_shows_the_changed_lines_and_those_around_them() {
    let shown = difference("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
    assert_eq!(shown, "    …\n    b\n    c\n  - d\n  + X\n    e\n    f\n");
}
