//! A digest as a Markdown briefing.

use std::fmt;

use super::escape::MarkdownText;
use super::order::{self, Speaker, Voice};
use super::snippet::{Context, Snippet};
use super::when::{self, When};
use crate::digest::{Digest, Warning};
use crate::entity::{Entity, EntityKind};
use crate::quote::QuoteKind;
use crate::text::Excerpt;

/// A digest as Markdown: a borrowed [`Display`](fmt::Display), made by [`Digest::markdown`].
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'d, 't> {
    digest: &'d Digest<'t>,
    title: Option<&'d str>,
}

impl<'t> Digest<'t> {
    /// The digest as a Markdown briefing: what it is about, who, where, how much, when, who said
    /// what. What the article does not have is left out, heading and all.
    ///
    /// # Complexity
    /// Linear in the digest; no part of it is copied but the order of names and times.
    #[must_use]
    pub fn markdown(&self) -> Markdown<'_, 't> {
        Markdown { digest: self, title: None }
    }
}

impl<'d> Markdown<'d, '_> {
    /// A headline that was given apart from the text; by default none. It is shown where the text
    /// has no headline of its own.
    #[must_use]
    pub fn title(mut self, title: Option<&'d str>) -> Self {
        self.title = title;
        self
    }
}

impl fmt::Display for Markdown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digest = self.digest;
        write_head(f, digest, self.title)?;
        write_key_sentences(f, digest)?;
        write_names(f, digest, EntityKind::Person, "People")?;
        write_names(f, digest, EntityKind::Organisation, "Organisations")?;
        write_places(f, digest)?;
        write_names(f, digest, EntityKind::Other, "Also named")?;
        write_figures(f, digest)?;
        write_timeline(f, digest)?;
        write_voices(f, digest)?;
        write_keywords(f, digest)
    }
}

impl Warning {
    /// The warning as a sentence for the reader of a digest.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotEnglish => "The text does not read as English: what was found may be wrong.",
            Self::NoText => "There is no word in the text.",
            Self::TooLong => "Only the first 4 GiB of the text were read.",
            Self::NoDate => "The day of publication is unknown: dates like “yesterday” stay unresolved.",
        }
    }
}

fn write_head(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>, given: Option<&str>) -> fmt::Result {
    let title = digest.title().map(Excerpt::text).or(given).unwrap_or("Untitled article");
    writeln!(f, "# {}", MarkdownText(title))?;
    let mut separator = "\n";
    for (index, author) in digest.authors().iter().enumerate() {
        write!(f, "{}{}", if index == 0 { "\nBy " } else { ", " }, MarkdownText(author.text()))?;
        separator = " · ";
    }
    if let Some(published) = digest.published() {
        write!(f, "{separator}{}", When(&published.to_string()))?;
        separator = " · ";
    }
    if separator != "\n" {
        writeln!(f)?;
    }
    for warning in digest.warnings() {
        writeln!(f, "\n**Note:** {}", warning.sentence())?;
    }
    Ok(())
}

fn write_key_sentences(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.key_sentences().is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## In short\n")?;
    // As the article tells it: a sentence that begins with "He" stands after the one that says who.
    let mut indexes = digest.key_sentences().to_vec();
    indexes.sort_unstable();
    for index in indexes {
        writeln!(f, "- {}", MarkdownText(digest.words(digest.sentences()[index].span())))?;
    }
    Ok(())
}

fn write_names(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>, kind: EntityKind, heading: &str) -> fmt::Result {
    let list = order::of_kind(digest, kind);
    if list.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## {heading}\n")?;
    for (_, entity) in list {
        write!(f, "- **{}**", MarkdownText(entity.name()))?;
        write_aliases(f, entity)?;
        for (index, role) in entity.roles().iter().enumerate() {
            write!(f, "{}{}", if index == 0 { ", " } else { "; " }, MarkdownText(role.words().text()))?;
        }
        writeln!(f)?;
    }
    Ok(())
}

fn write_aliases(f: &mut fmt::Formatter<'_>, entity: &Entity<'_>) -> fmt::Result {
    for (index, alias) in entity.aliases().iter().enumerate() {
        write!(f, "{}{}", if index == 0 { " (" } else { ", " }, MarkdownText(alias))?;
    }
    if entity.aliases().is_empty() { Ok(()) } else { f.write_str(")") }
}

fn write_places(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    let list = order::of_kind(digest, EntityKind::Place);
    if list.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## Places\n")?;
    for (_, entity) in list {
        write!(f, "- **{}**", MarkdownText(entity.name()))?;
        write_aliases(f, entity)?;
        if let Some(country) = entity.country() {
            write!(f, ", {}", country.code())?;
        }
        writeln!(f)?;
    }
    Ok(())
}

/// What is counted, the value, the words around it, and whose figure it is.
fn write_figures(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.figures().is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## Figures\n\n| what | value | in the text | who says so |\n| --- | --- | --- | --- |")?;
    for figure in digest.figures() {
        let of = Snippet::head(figure.of().map_or("", Excerpt::text));
        let change = figure.change_words().map_or(String::new(), |words| format!("{words} "));
        write!(f, "| {} | {change}{figure} | ", MarkdownText(of.text))?;
        let words = figure.words();
        if let Some(index) = digest.sentence_at(words.span().start()) {
            let span = digest.sentences()[index].span();
            let (start, end) = (words.span().start() - span.start(), words.span().end() - span.start());
            let context = Context::new(digest.words(span), start, end.min(span.len()));

            // The escaper trims: the spaces beside the figure are put back.
            let before = if context.before.ends_with(char::is_whitespace) { " " } else { "" };
            let after = if context.after.starts_with(char::is_whitespace) { " " } else { "" };
            let (start, end) = (MarkdownText(context.before), MarkdownText(context.after));
            write!(f, "{start}{before}**{}**{after}{end}", MarkdownText(words.text()))?;
        } else {
            write!(f, "**{}**", MarkdownText(words.text()))?;
        }
        let source = figure.attributed_to().map_or("", |id| digest.entity(id).name());
        writeln!(f, " | {} |", MarkdownText(Snippet::head(source).text))?;
    }
    Ok(())
}

fn write_timeline(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    let moments = when::timeline(digest);
    if moments.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## When\n")?;
    for (value, times) in moments {
        let mut before = None;
        for index in times {
            let words = digest.times()[index].words();
            let sentence = digest.sentence_at(words.span().start());
            // "On Monday … by Monday evening" in one sentence is one entry.
            if sentence.is_some() && sentence == before {
                continue;
            }
            before = sentence;
            write!(f, "- **{}**", When(&value))?;
            if let Some(index) = sentence {
                let span = digest.sentences()[index].span();
                let snippet = Snippet::around(digest.words(span), words.span().start() - span.start());
                let (open, close) =
                    (if snippet.cut_before { "… " } else { "" }, if snippet.cut_after { " …" } else { "" });
                write!(f, ": {open}{}{close}", MarkdownText(snippet.text))?;
            } else {
                write!(f, ": {}", MarkdownText(words.text()))?;
            }
            writeln!(f)?;
        }
    }
    Ok(())
}

fn write_voices(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    let voices = order::voices(digest);
    if voices.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## Who said what")?;
    for Voice { speaker, quotes } in voices {
        f.write_str("\n")?;
        match speaker {
            Speaker::Named(id) => {
                let entity = digest.entity(id);
                write!(f, "**{}**", MarkdownText(entity.name()))?;
                if let Some(role) = entity.roles().first() {
                    write!(f, ", {}", MarkdownText(role.words().text()))?;
                }
            }
            Speaker::Described(words) => write!(f, "{}", MarkdownText(words))?,
            Speaker::Unknown => f.write_str("Speaker not named")?,
        }
        writeln!(f)?;
        for index in quotes {
            let quote = &digest.quotes()[index];
            // Reported words are not between marks: the reader should not take them for the speaker's own.
            f.write_str(if quote.kind() == QuoteKind::Indirect { "\n> *reported:*" } else { "\n>" })?;
            for piece in quote.pieces() {
                write!(f, " {}", MarkdownText(piece.text()))?;
            }
            writeln!(f)?;
        }
    }
    Ok(())
}

fn write_keywords(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    for (index, keyword) in digest.keywords().iter().enumerate() {
        let before = if index == 0 { "\n## Keywords\n\n" } else { ", " };
        write!(f, "{before}{}", MarkdownText(keyword.text()))?;
    }
    if digest.keywords().is_empty() { Ok(()) } else { writeln!(f) }
}
