//! The digest of a text does not hang on how the text is typed: forms of fresh sentences with what is
//! to be found, and the share of the sample articles' findings that outlives each change of form.

use std::collections::BTreeSet;

use article_digest::{Digest, Digester, EntityKind};
use once_cell::sync::Lazy;

static DIGESTER: Lazy<Digester> = Lazy::new(Digester::new);

/// Name, figures and speakers of a digest in one line, spelled plainly.
fn shown(digest: &Digest<'_>) -> String {
    let mut parts = Vec::new();
    for entity in digest.entities() {
        let kind = match entity.kind() {
            EntityKind::Person => 'P',
            EntityKind::Organisation => 'O',
            EntityKind::Place => 'L',
            _ => 'M',
        };
        parts.push(format!("{kind} {}", plain(entity.name())));
    }
    parts.extend(digest.figures().iter().map(figure));
    for quote in digest.quotes() {
        let speaker = quote.speaker().map_or("nobody".to_owned(), |id| plain(digest.entity(id).name()));
        parts.push(format!("said by {speaker}"));
    }
    parts.join("; ")
}

fn figure(figure: &article_digest::Figure<'_>) -> String {
    let unit = figure.currency().map(|currency| format!(" {}", currency.code()));
    format!("{}{}", figure.quantity(), unit.unwrap_or_default())
}

/// A name without what changes of form change: one kind of quote and space, no code, no case.
fn plain(name: &str) -> String {
    let name = name
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace("&#8217;", "'")
        .replace("â€™", "'")
        .replace("Ã©", "é");
    let folded: String = name
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'))
        .map(|c| match c {
            '’' | '‘' => '\'',
            c => c,
        })
        .collect();
    folded.replace('ﬁ', "fi").replace('ﬂ', "fl").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sentence_is_read_alike_in_every_form_that_it_may_come_in() {
    crate::table::run("forms.tsv", include_str!("tables/forms.tsv"), |text| {
        // What a table cannot hold as it is.
        let text = text.replace("\\t", "\t").replace("\\r", "\r").replace("\\u00a0", "\u{a0}");
        let text = text.replace("\\u2009", "\u{2009}").replace("\\u202f", "\u{202f}").replace("\\u00ad", "\u{ad}");
        let text = text.replace("\\u200b", "\u{200b}").replace("\\ufeff", "\u{feff}");
        let text = text.replace("\\u009d", "\u{9d}");
        shown(&DIGESTER.digest(&text))
    });
}

#[test]
fn a_sentence_is_read_alike_in_small_letters_capitals_and_title_case() {
    // As it is, in each case: what all four share, or all of them where they differ.
    crate::table::run("cases.tsv", include_str!("tables/cases.tsv"), |text| {
        let forms = [text.to_owned(), text.to_lowercase(), text.to_uppercase(), title_case(text)];
        let digests = forms.map(|text| shown(&DIGESTER.digest(&text)));
        let alike = |digest: &String| digest.eq_ignore_ascii_case(&digests[0]);
        if digests.iter().all(alike) { digests[0].clone() } else { digests.join(" / ") }
    });
}

/// A change of form: its name, whether a reader would not even see it, and the change.
type Change = (&'static str, Harm, fn(&str) -> String);

/// What a change takes from a reader.
#[derive(Clone, Copy)]
enum Harm {
    /// Nothing that he goes by.
    None,
    /// Full stops, breaks of paragraphs, what capitals tell.
    Some,
}

impl Harm {
    /// The least share of findings that must outlive the change, in percent.
    fn floor(self) -> f64 {
        match self {
            Self::None => 95.0,
            Self::Some => 80.0,
        }
    }
}

const CHANGES: [Change; 25] = [
    ("straight quotes", Harm::None, |text| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")),
    ("quotes of two signs", Harm::None, |text| text.replace('“', "``").replace('”', "''")),
    ("guillemets", Harm::None, |text| text.replace('“', "«").replace('”', "»")),
    ("spaces that do not break", Harm::None, |text| text.replace(' ', "\u{a0}")),
    ("thin spaces", Harm::None, |text| text.replace(' ', "\u{2009}")),
    ("double spaces", Harm::None, |text| text.replace(' ', "  ")),
    ("tabs", Harm::None, |text| text.replace(". ", ".\t")),
    ("line ends of Windows", Harm::None, |text| text.replace('\n', "\r\n")),
    ("a byte-order mark", Harm::None, |text| format!("\u{feff}{text}")),
    ("spaces at line ends", Harm::None, |text| text.replace('\n', "  \n")),
    ("soft hyphens", Harm::None, |text| every_long_word(text, "\u{ad}")),
    ("zero-width spaces", Harm::None, |text| every_long_word(text, "\u{200b}")),
    ("ligatures", Harm::None, |text| text.replace("fi", "ﬁ").replace("fl", "ﬂ")),
    ("entities", Harm::None, |text| {
        let text = text.replace('&', "&amp;").replace('’', "&#8217;").replace('“', "&ldquo;");
        text.replace('”', "&rdquo;").replace('–', "&ndash;").replace('—', "&mdash;").replace('£', "&pound;")
    }),
    ("mojibake", Harm::None, |text| {
        let text = text.replace('’', "â€™").replace('“', "â€œ").replace('”', "â€\u{9d}").replace('—', "â€”");
        text.replace('–', "â€“").replace('£', "Â£").replace('é', "Ã©")
    }),
    ("hard-wrapped lines", Harm::None, wrapped),
    ("one line break between paragraphs", Harm::None, |text| text.replace("\n\n", "\n")),
    ("glued paragraphs", Harm::Some, |text| text.replace("\n\n", "")),
    ("no full stops", Harm::Some, |text| text.replace(". ", " ").replace(".\n", "\n")),
    ("double full stops", Harm::Some, |text| text.replace(". ", ".. ").replace(".\n", "..\n")),
    ("headline in capitals", Harm::Some, |text| headline(text, str::to_uppercase)),
    ("headline in Title Case", Harm::Some, |text| headline(text, title_case)),
    ("all in small letters", Harm::Some, str::to_lowercase),
    ("all in capitals", Harm::Some, str::to_uppercase),
    ("all in Title Case", Harm::Some, title_case),
];

fn every_long_word(text: &str, sign: &str) -> String {
    let mut out = String::new();
    let mut letters = 0;
    for c in text.chars() {
        letters = if c.is_ascii_lowercase() { letters + 1 } else { 0 };
        if letters == 5 {
            out.push_str(sign);
        }
        out.push(c);
    }
    out
}

fn wrapped(text: &str) -> String {
    let wrap = |paragraph: &str| {
        let (mut out, mut width) = (String::new(), 0);
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > 72 {
                out.push('\n');
                width = 0;
            } else if width > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
        out
    };
    text.split('\n').map(wrap).collect::<Vec<_>>().join("\n")
}

/// The text with its first line changed.
fn headline(text: &str, change: fn(&str) -> String) -> String {
    let end = text.find('\n').unwrap_or(text.len());
    change(&text[..end]) + &text[end..]
}

fn title_case(text: &str) -> String {
    let mut previous = ' ';
    let upper = |c: char| {
        let starts = !previous.is_alphanumeric() && !matches!(previous, '\'' | '’');
        previous = c;
        if starts { c.to_uppercase().next().unwrap_or(c) } else { c }
    };
    text.chars().map(upper).collect()
}

/// Entities and figures of a digest, as what may be told of them in any form: words in small letters, values.
fn findings(digest: &Digest<'_>) -> [BTreeSet<String>; 2] {
    let names = digest.entities().iter().map(|entity| plain(entity.name()).to_lowercase()).collect();
    [names, digest.figures().iter().map(figure).collect()]
}

#[test]
fn what_is_found_in_the_sample_articles_outlives_changes_of_form() {
    let articles = crate::render::sample_articles();
    let mut failures = String::new();
    println!("share of entities and of figures that are found again (cargo test -- form --nocapture)");
    for (name, harm, change) in CHANGES {
        let (mut kept, mut all) = ([0; 2], [0; 2]);
        for (_, text) in &articles {
            let before = findings(&DIGESTER.digest(text));
            let changed = change(text);
            let after = findings(&DIGESTER.digest(&changed));
            for what in 0..2 {
                kept[what] += before[what].intersection(&after[what]).count();
                all[what] += before[what].len();
            }
        }
        let share = |what: usize| 100.0 * f64::from(kept[what] as u32) / f64::from(all[what] as u32);
        let floor = harm.floor();
        let line = format!("{name:34} {:5.1} {:5.1}   floor {floor}", share(0), share(1));
        println!("{line}");
        if share(0) < floor || share(1) < floor {
            failures += &format!("{line}\n");
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}
