//! Source voices: whose words fill a folder of articles, by person and by office.
//!
//! ```text
//! cargo run --release --example media_study -- [FILE or FOLDER]...
//! ```
//!
//! Counts words between quotation marks; reported words are the reporter's. Words of one person in two articles are joined by the
//! full name; quotations whose speaker is not named are a voice of their own.

mod folder;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};

use article_digest::{Digest, Digester, Quote, QuoteKind, Scratch};

#[derive(Default)]
struct Voice {
    role: Option<String>,
    quotes: usize,
    words: usize,
    articles: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let articles = folder::articles()?;
    let digester = Digester::new();
    let mut scratch = Scratch::new();
    let mut people: BTreeMap<String, Voice> = BTreeMap::new();
    let mut unnamed = Voice::default();
    let mut words_in_all = 0;
    for article in &articles {
        let digest = digester.digest_with(&mut scratch, &article.text);
        words_in_all += article.text.split_whitespace().count();
        for quote in digest.quotes().iter().filter(|quote| quote.kind() != QuoteKind::Indirect) {
            let voice = match quote.speaker() {
                Some(id) => {
                    let entity = digest.entity(id);
                    let voice = people.entry(one_line(entity.name())).or_default();
                    let role = entity.roles().first().map(|role| one_line(role.words().text()));
                    voice.role = voice.role.take().or(role);
                    voice
                }
                None => &mut unnamed,
            };
            voice.quotes += 1;
            voice.words += words(&digest, quote);
            if voice.articles.last() != Some(&article.name) {
                voice.articles.push(article.name.clone());
            }
        }
    }

    let mut out = BufWriter::new(io::stdout().lock());
    let named: usize = people.values().map(|voice| voice.words).sum();
    let quoted = named + unnamed.words;
    writeln!(
        out,
        "{} articles, {words_in_all} words, {quoted} of them quoted ({:.0} %), {} named voices\n",
        articles.len(),
        percent(quoted, words_in_all),
        people.len()
    )?;
    writeln!(out, "{:<36} {:>6} {:>6} {:>6}  office as the article gives it", "voice", "quotes", "words", "share")?;
    let mut list: Vec<_> = people.iter().collect();
    list.sort_by_key(|(_, voice)| Reverse(voice.words));
    for (name, voice) in &list {
        let role = voice.role.as_deref().unwrap_or("–");
        print_row(&mut out, name, voice, quoted, &format!("{role} ({})", voice.articles.join(", ")))?;
    }
    print_row(&mut out, "(not named)", &unnamed, quoted, "")?;

    let mut offices: BTreeMap<String, Voice> = BTreeMap::new();
    for voice in people.values() {
        let office = offices.entry(voice.role.as_deref().map_or("(no office)".into(), office)).or_default();
        office.quotes += voice.quotes;
        office.words += voice.words;
    }
    writeln!(out, "\n{:<36} {:>6} {:>6} {:>6}", "office", "quotes", "words", "share")?;
    let mut list: Vec<_> = offices.iter().collect();
    list.sort_by_key(|(_, voice)| Reverse(voice.words));
    for (office, voice) in list {
        print_row(&mut out, office, voice, quoted, "")?;
    }
    Ok(())
}

fn print_row(out: &mut impl Write, name: &str, voice: &Voice, quoted: usize, note: &str) -> io::Result<()> {
    let row =
        format!("{name:<36} {:>6} {:>6} {:>4.0} %  {note}", voice.quotes, voice.words, percent(voice.words, quoted));
    writeln!(out, "{}", row.trim_end())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

fn words(digest: &Digest<'_>, quote: &Quote<'_>) -> usize {
    quote.pieces().iter().map(|piece| digest.words(piece.span()).split_whitespace().count()).sum()
}

/// The noun of an office: "minister" of "environment minister of Uruguay", "analyst" of "an
/// analyst at Baekdu Securities".
fn office(role: &str) -> String {
    const AFTER: [&str; 10] = ["of", "for", "at", "in", "with", "from", "to", "who", "which", "on"];
    let first_part = role.split(',').next().unwrap_or(role);
    let before = first_part.split_whitespace().take_while(|word| !AFTER.contains(&word.to_lowercase().as_str()));
    before.last().map_or_else(|| role.to_lowercase(), str::to_lowercase)
}
