//! Trains the name model, and the one for texts whose letter case says nothing.
//!
//! ```text
//! cargo run --release --features train --example train -- ../shared/data --out data/ner.bin --caseless data/caseless.bin
//! cargo run --release --features train --example train -- --conll mine.conll --jsonl mine.jsonl --out mine.bin
//! ```
//!
//! The first form reads the folder of open corpora (`gold`, `names`, `silver`); the second one's own
//! files. Both may be combined; one's own files weigh 4, as annotated news does. `--fold K` leaves
//! out every fifth annotated article from the Kth on and prints the scores on those; `--score FILE`
//! prints the scores on a file that is not trained on. Either of `--out` and `--caseless` may be left out.
//! `--without A,B` leaves out families of features (`Cluster`) and sources (`silver/news.conll`, or all of `silver`).

use std::error::Error;
use std::path::{Path, PathBuf};

use article_digest::entity::train::{self, Example, Family, Options, Style};
use article_digest::{Article, EntityKind, Model, Span};

const USAGE: &str = "usage: train [FOLDER] [--conll FILE] [--jsonl FILE] [--score FILE] [--fold K] [--without NAMES] [--silver SHARE] [--silver-weight X] [--open-weight X] \
                     [--epochs N] [--rate X] [--caution X] [--dropout X] [--seed N] [--runs N] [--rows N] [--out FILE] [--caseless FILE]";

/// Files of the folder with what their text counts. Annotated news weighs most; the corpora of
/// other conventions and the texts that machines labelled help, but must not outvote it.
const SOURCES: [(&str, f32, bool); 13] = [
    ("gold/gold-train.jsonl", 4.0, true),
    ("gold/newswire-names.jsonl", 4.0, true),
    ("names/docred.conll", 1.0, true),
    ("names/gum.conll", 1.0, true),
    ("names/wikigold.conll", 1.0, true),
    ("names/crossner-politics.conll", 1.0, false),
    ("names/crossner-culture-science.conll", 0.5, false),
    ("names/grobid-wikipedia.conll", 0.5, false),
    ("names/ewt-web.conll", 0.5, false),
    ("names/btc-news-tweets.conll", 0.5, false),
    ("silver/news.conll", 1.0, false),
    ("silver/speeches.conll", 0.5, false),
    ("silver/government.conll", 0.5, false),
];

fn kind_of(name: &str) -> Option<EntityKind> {
    Some(match name {
        "P" => EntityKind::Person,
        "O" => EntityKind::Organisation,
        "L" => EntityKind::Place,
        "M" => EntityKind::Other,
        _ => return None,
    })
}

/// The names among annotated spans, whose offsets count characters.
fn names(text: &str, base: usize, spans: &serde_json::Value) -> Result<Vec<(Span, EntityKind)>, String> {
    let mut places: Vec<usize> = text.char_indices().map(|(at, _)| base + at).collect();
    places.push(base + text.len());
    let mut names = Vec::new();
    for span in spans.as_array().ok_or("no spans")? {
        let offset = |index: usize| {
            let at = span[index].as_u64().and_then(|at| places.get(at as usize).copied());
            at.ok_or_else(|| format!("{span} has no offset inside the text at {index}"))
        };
        if let Some(kind) = span[2].as_str().and_then(kind_of) {
            let (start, end) = (offset(0)?, offset(1)?);
            if start >= end {
                return Err(format!("{span} ends before it starts"));
            }
            names.push((Span::new(start, end), kind));
        }
    }
    Ok(names)
}

/// One line: an article (`text`, `spans`) or a block of sentences (`sentences`).
fn article(line: &str, weight: f32) -> Result<Example, String> {
    let row: serde_json::Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let mut example =
        Example { text: String::new(), blocks: Vec::new(), names: Vec::new(), weight, whole: true, calibrates: true };
    if let Some(sentences) = row["sentences"].as_array() {
        for sentence in sentences {
            let text = sentence["text"].as_str().ok_or("a sentence without text")?;
            let base = example.text.len();
            example.names.extend(names(text, base, &sentence["spans"])?);
            example.text.push_str(text);
            example.blocks.push(Span::new(base, example.text.len()));
            example.text.push('\n');
        }
    } else {
        let text = row["text"].as_str().ok_or("neither text nor sentences")?;
        example.names = names(text, 0, &row["spans"])?;
        example.blocks = Article::parse(text).spans();
        text.clone_into(&mut example.text);
    }
    Ok(example)
}

fn read(path: &Path, weight: f32, whole: bool) -> Result<Vec<Example>, Box<dyn Error>> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    if path.extension().is_some_and(|extension| extension == "jsonl") {
        let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        return rows
            .map(|(index, line)| {
                article(line, weight).map_err(|reason| format!("{file}, line {}: {reason}", index + 1).into())
            })
            .collect();
    }
    Ok(train::read_conll(&file, &text, weight, whole)?)
}

#[derive(Default)]
struct Arguments {
    folder: Option<PathBuf>,
    own: Vec<PathBuf>,
    score: Vec<PathBuf>,
    fold: Option<usize>,
    /// Sources to leave out, by the beginnings of their names.
    without: Vec<String>,
    silver: f32,
    silver_weight: f32,
    open_weight: f32,
    out: Option<PathBuf>,
    caseless: Option<PathBuf>,
    options: Options,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut arguments = Arguments { silver: 1.0, silver_weight: 1.0, open_weight: 1.0, ..Arguments::default() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        if !word.starts_with("--") {
            arguments.folder = Some(word.into());
            continue;
        }
        let value = words.next().ok_or_else(|| format!("{word} wants a value\n{USAGE}"))?;
        let number = || value.parse::<f32>().map_err(|_| format!("{word}: found {value:?}, wanted a number"));
        let whole = || value.parse::<usize>().map_err(|_| format!("{word}: found {value:?}, wanted a whole number"));
        match word.as_str() {
            "--conll" | "--jsonl" => arguments.own.push(value.into()),
            "--score" => arguments.score.push(value.into()),
            "--out" => arguments.out = Some(value.into()),
            "--caseless" => arguments.caseless = Some(value.into()),
            "--fold" => arguments.fold = Some(whole()?),
            "--without" => {
                for name in value.split(',') {
                    match Family::ALL.iter().find(|family| format!("{family:?}") == name) {
                        Some(&family) => arguments.options.without.push(family),
                        None if SOURCES.iter().any(|(file, ..)| file.starts_with(name)) => {
                            arguments.without.push(name.to_owned());
                        }
                        None => {
                            return Err(format!(
                                "--without: found {name:?}, wanted one of {:?} or a source",
                                Family::ALL
                            )
                            .into());
                        }
                    }
                }
            }
            "--silver" => arguments.silver = number()?,
            "--silver-weight" => arguments.silver_weight = number()?,
            "--open-weight" => arguments.open_weight = number()?,
            "--epochs" => arguments.options.epochs = whole()?,
            "--rate" => arguments.options.rate = number()?,
            "--caution" => arguments.options.caution = number()?,
            "--dropout" => arguments.options.dropout = number()?,
            "--seed" => arguments.options.seed = whole()? as u64,
            "--runs" => arguments.options.runs = whole()?,
            "--rows" => arguments.options.rows = whole()?,
            _ => return Err(format!("unknown option {word}\n{USAGE}").into()),
        }
    }
    Ok(arguments)
}

fn report(name: &str, model: &Model, examples: &[Example]) {
    let examples: Vec<_> = examples.iter().collect();
    let [person, organisation, place, other, all] = train::evaluate(model, &examples);
    println!("{name}: names {all}  person {person}  organisation {organisation}  place {place}  other {other}");
}

/// Trains a model, writes its file, and gives it back to be scored.
fn write(out: &Path, examples: &[Example], options: &Options) -> Result<Model, Box<dyn Error>> {
    let started = std::time::Instant::now();
    let bytes = train::train(examples, options, &|line| eprintln!("{:4} s  {line}", started.elapsed().as_secs()));
    std::fs::write(out, &bytes)?;
    println!("{}: {} bytes, {} s", out.display(), bytes.len(), started.elapsed().as_secs());
    Ok(Model::from_bytes(&bytes)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    if arguments.out.is_none() && arguments.caseless.is_none() {
        return Err(USAGE.into());
    }
    let mut examples = Vec::new();
    let mut left_out = Vec::new();
    if let Some(folder) = &arguments.folder {
        for (file, weight, whole) in SOURCES {
            if arguments.without.iter().any(|name| file.starts_with(name.as_str())) {
                continue;
            }
            let factor = match file.split('/').next() {
                Some("silver") => arguments.silver_weight,
                Some("names") => arguments.open_weight,
                _ => 1.0,
            };
            let mut read = read(&folder.join(file), weight * factor, whole)?;
            if file.starts_with("silver") {
                #[allow(clippy::cast_sign_loss)] // a share of a length
                read.truncate((read.len() as f32 * arguments.silver) as usize);
            }
            for (index, example) in read.into_iter().enumerate() {
                let fold = file.starts_with("gold/gold").then_some(index % 5);
                if fold.is_some() && fold == arguments.fold { left_out.push(example) } else { examples.push(example) }
            }
        }
    }
    for path in &arguments.own {
        examples.extend(read(path, 4.0, true)?);
    }
    let mut scored = vec![("fold left out".to_owned(), left_out)];
    for path in &arguments.score {
        scored.push((path.display().to_string(), read(path, 1.0, false)?));
    }
    scored.retain(|(_, examples)| !examples.is_empty());
    if let Some(out) = &arguments.out {
        let model = write(out, &examples, &arguments.options)?;
        for (name, examples) in &scored {
            report(name, &model, examples);
        }
    }
    if let Some(out) = &arguments.caseless {
        // By pairs: the training takes even and odd ones apart.
        let restyled = |(index, example): (usize, &Example)| example.in_style(Style::ALL[index / 2 % 3]);
        let examples: Vec<_> = examples.iter().enumerate().map(restyled).collect();
        let model = write(out, &examples, &arguments.options.clone().caseless())?;
        for (name, examples) in &scored {
            for style in Style::ALL {
                let examples: Vec<_> = examples.iter().map(|example| example.in_style(style)).collect();
                report(&format!("{name}, {style:?}"), &model, &examples);
            }
        }
    }
    Ok(())
}
