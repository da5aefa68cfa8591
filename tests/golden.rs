//! Golden digests: each sample article beside its digest as Markdown.
//!
//! `GOLDEN=write cargo test golden` writes what is found today; review reads the change as prose. The
//! fingerprints in `fingerprints.tsv` are of the whole digest, to its last bit: one file for debug and
//! release builds, for all features, all numbers of threads and all machines.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use article_digest::{Detail, Digester, Scratch};

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

/// FNV-1a over everything that a digest holds, as its debug form prints it: floats to their last bit.
fn fingerprint(digester: &Digester, scratch: &mut Scratch, text: &str) -> u64 {
    let shown = format!("{:?}", digester.digest_with(scratch, text));
    shown
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[test]
fn each_sample_article_has_one_digest_to_the_last_bit_in_any_build_order_and_number_of_threads() {
    let articles = crate::render::sample_articles();
    let digester = Digester::builder().detail(Detail::Full).build();
    let mut scratch = Scratch::new();
    let found: Vec<u64> = articles.iter().map(|(_, text)| fingerprint(&digester, &mut scratch, text)).collect();

    for (index, (name, text)) in articles.iter().enumerate().rev() {
        assert_eq!(fingerprint(&digester, &mut scratch, text), found[index], "{name} read in reverse order");
    }
    for threads in [2, 8] {
        let next = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let mut scratch = Scratch::new();
                    // Each thread takes whatever is next: another share of the articles in each run.
                    while let Some((name, text)) = articles.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
                    {
                        let index = articles.iter().position(|(other, _)| other == name).expect("one of them");
                        assert_eq!(
                            fingerprint(&digester, &mut scratch, text),
                            found[index],
                            "{name}, {threads} threads"
                        );
                    }
                });
            }
        });
    }

    let mut lines = String::new();
    for ((name, _), hash) in articles.iter().zip(found) {
        lines.push_str(&format!("{name}\t{hash:016x}\n"));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/fingerprints.tsv");
    if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
        fs::write(&path, &lines).expect("tests/golden can be written");
    }
    let wanted = fs::read_to_string(&path).expect("the fingerprints are in the repository");
    assert_eq!(lines, wanted, "If the new digests are right: GOLDEN=write cargo test golden");
}

#[test]
fn a_difference_shows_the_changed_lines_and_those_around_them() {
    let shown = difference("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
    assert_eq!(shown, "    …\n    b\n    c\n  - d\n  + X\n    e\n    f\n");
}
