//! Memory: of the example `corpus` over many articles, and of one article of 10 MB.

use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use article_digest::{Digester, Scratch};

use crate::input;
use crate::process::{least, memory, pieces};

/// Feeds `count` articles to the example `corpus` and prints what memory it holds on the way.
pub(crate) fn print(count: usize) {
    let program = corpus();
    let texts = input::articles();
    let mut child = Command::new(&program)
        .args(["--threads", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}: cargo build --release --example corpus", program.display()));
    let process = child.id().to_string();
    let mut pipe = BufWriter::new(child.stdin.take().expect("its input is a pipe"));
    println!("articles   MB now   MB at most");
    for index in 0..count {
        let text = changed(&texts[index % texts.len()], index);
        let line = serde_json::json!({ "id": index, "text": text });
        writeln!(pipe, "{line}").expect("corpus reads on");
        if [count / 1000, count / 100, count / 10, count / 2, count - 1].contains(&index) {
            pipe.flush().expect("corpus reads on");
            let (now, most) = memory(&process).expect("a Linux kernel");
            println!("{index:8} {now:8.1} {most:12.1}");
        }
    }
    drop(pipe);
    assert!(child.wait().expect("corpus ends").success(), "corpus read every article");
}

/// The example, built beside this program.
fn corpus() -> PathBuf {
    let here = std::env::current_exe().expect("this program has a path");
    let folder = here.ancestors().nth(2).expect("it stands in target/release/deps");
    folder.join("examples/corpus")
}

/// An article with other figures, other names and its paragraphs in another order: nothing that is kept
/// from one article helps with the next.
fn changed(text: &str, index: usize) -> String {
    let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
    let middle = paragraphs.len() / 2;
    if let Some(last) = paragraphs.get_mut(2..).filter(|body| !body.is_empty()) {
        let places = last.len();
        last.rotate_left((index / 7 + middle) % places);
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut previous = ' ';
    for c in paragraphs.join("\n\n").chars() {
        match c {
            '0'..='9' => out.push(char::from(b'0' + (c as u8 - b'0' + (index % 10) as u8) % 10)),
            // "Rahman" becomes "Rzahman": a name no other article has.
            'a' | 'e' | 'o' if previous.is_uppercase() => {
                out.push(c);
                out.push(char::from(b'a' + (index % 26) as u8));
                out.push(char::from(b'a' + (index / 26 % 26) as u8));
            }
            _ => out.push(c),
        }
        previous = c;
    }
    out
}

/// Prints time per byte and memory of one article of 10 MB beside one of 5 kB.
pub(crate) fn print_large() {
    const LARGE: usize = 10_000_000;
    let texts = input::articles();
    let digester = Digester::new();
    let small: String = longest_prefix(&texts.join("\n\n"), 5000).to_owned();
    let mut scratch = Scratch::new();
    let mut time = Vec::new();
    for _ in 0..200 {
        pieces(&mut time, 1, |_| drop(black_box(digester.digest_with(&mut scratch, &small))));
    }
    let each = time[0].as_secs_f64() * 1e9 / small.len() as f64;
    println!("{} bytes: {each:.0} ns a byte", small.len());
    show("after it");

    let mut large = String::with_capacity(LARGE + 100_000);
    for index in 0.. {
        if large.len() >= LARGE {
            break;
        }
        large.push_str(&changed(&texts[index % texts.len()], index));
        large.push_str("\n\n");
    }
    show("with the text of 10 MB");
    let time = least(3, || drop(black_box(digester.digest_with(&mut scratch, &large))));
    let each_large = time.as_secs_f64() * 1e9 / large.len() as f64;
    println!("{} bytes: {each_large:.0} ns a byte, {:.2} times that of 5 kB", large.len(), each_large / each);
    show("digest dropped");
    drop(scratch);
    show("scratch dropped");
    let digest = digester.digest(&large);
    println!(
        "{} entities, {} figures, {} times, {} quotes, {} sentences",
        digest.entities().len(),
        digest.figures().len(),
        digest.times().len(),
        digest.quotes().len(),
        digest.sentences().len()
    );
    show("a digest held");
    let json = serde_json::to_vec(&digest.json()).expect("a digest serialises");
    println!("{} bytes of JSON", json.len());
    show("its JSON held too");
}

fn show(what: &str) {
    let (now, most) = memory("self").expect("a Linux kernel");
    println!("{what:24} {now:8.1} MB now {most:8.1} MB at most");
}

fn longest_prefix(text: &str, len: usize) -> &str {
    let end = (0..=len.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}
