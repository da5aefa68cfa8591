//! The right half of the page: the digest, each entry leading to its words in the article.

use std::fmt;

use super::Page;
use crate::digest::Digest;
use crate::entity::{Entity, EntityKind};
use crate::quote::QuoteKind;
use crate::render::escape::HtmlText;
use crate::render::order::{self, Speaker, Voice};
use crate::render::snippet::{Context, Snippet};
use crate::render::when::{self, When};
use crate::text::Excerpt;

pub(super) fn write(f: &mut fmt::Formatter<'_>, page: &Page<'_, '_>) -> fmt::Result {
    f.write_str("<aside id=\"digest\" aria-label=\"Digest of the article\" tabindex=\"-1\">\n")?;
    write_key(f, page.digest)?;
    for warning in page.digest.warnings() {
        writeln!(f, "<p class=\"warning\" role=\"note\">{}</p>", HtmlText(warning.sentence()))?;
    }
    write_key_sentences(f, page.digest)?;
    write_names(f, page.digest, EntityKind::Person, "People")?;
    write_names(f, page.digest, EntityKind::Organisation, "Organisations")?;
    write_names(f, page.digest, EntityKind::Place, "Places")?;
    write_names(f, page.digest, EntityKind::Other, "Also named")?;
    write_figures(f, page.digest)?;
    write_timeline(f, page)?;
    write_voices(f, page.digest)?;
    write_keywords(f, page.digest)?;
    f.write_str("</aside>\n")
}

/// What each mark looks like, how many there are, and a box to hide them: the style sheet reads
/// the boxes, no script does.
fn write_key(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    let names = |kind| digest.entities().iter().filter(|entity| entity.kind() == kind).count();
    let kinds = [
        ("person", "People", names(EntityKind::Person)),
        ("organisation", "Organisations", names(EntityKind::Organisation)),
        ("place", "Places", names(EntityKind::Place)),
        ("other", "Other names", names(EntityKind::Other)),
        ("figure", "Figures", digest.figures().len()),
        ("time", "Times", digest.times().len()),
        ("quote", "Quotations", digest.quotes().len()),
    ];
    f.write_str("<fieldset class=\"legend\">\n<legend>Marked in the article</legend>\n")?;
    for (class, words, count) in kinds.into_iter().filter(|(.., count)| *count > 0) {
        writeln!(
            f,
            "<label><input type=\"checkbox\" id=\"show-{class}\" checked> \
             <span class=\"mark {class}\">{words}</span> <span class=\"count\">{count}</span></label>"
        )?;
    }
    f.write_str("</fieldset>\n")
}

fn open_section(f: &mut fmt::Formatter<'_>, id: &str, heading: &str) -> fmt::Result {
    writeln!(f, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>")
}

fn write_key_sentences(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.key_sentences().is_empty() {
        return Ok(());
    }
    open_section(f, "in-short", "In short")?;
    f.write_str("<ol class=\"short\">\n")?;
    let mut indexes = digest.key_sentences().to_vec();
    indexes.sort_unstable();
    for index in indexes {
        let words = digest.words(digest.sentences()[index].span());
        writeln!(f, "<li><a href=\"#s{}\">{}</a></li>", index + 1, HtmlText(words))?;
    }
    f.write_str("</ol>\n</section>\n")
}

fn write_names(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>, kind: EntityKind, heading: &str) -> fmt::Result {
    let list = order::of_kind(digest, kind);
    if list.is_empty() {
        return Ok(());
    }
    open_section(f, kind.as_str(), heading)?;
    // What has no office to state is told in a line with its like.
    let is_terse = !matches!(kind, EntityKind::Person | EntityKind::Organisation);
    writeln!(f, "<ul class=\"{}\">", if is_terse { "names terse" } else { "names" })?;
    for (index, entity) in list {
        write_name(f, index, entity)?;
    }
    f.write_str("</ul>\n</section>\n")
}

fn write_name(f: &mut fmt::Formatter<'_>, index: usize, entity: &Entity<'_>) -> fmt::Result {
    let id = index + 1;
    write!(f, "<li id=\"e{id}\"><a class=\"name\" href=\"#e{id}-1\">{}</a>", HtmlText(entity.name()))?;
    for (number, alias) in entity.aliases().iter().enumerate() {
        let before = if number == 0 { " <span class=\"alias\">also " } else { ", " };
        write!(f, "{before}{}", HtmlText(alias))?;
    }
    if !entity.aliases().is_empty() {
        f.write_str("</span>")?;
    }
    if let Some(country) = entity.country() {
        write!(f, " <abbr class=\"country\" title=\"country code\">{}</abbr>", country.code())?;
    }
    if entity.mentions().len() > 1 {
        let mentions = entity.mentions().len();
        write!(f, " <span class=\"count\" title=\"{mentions} mentions\">×{mentions}</span>")?;
    }
    for (number, role) in entity.roles().iter().enumerate() {
        let before = if number == 0 { " <span class=\"role\">" } else { "; " };
        write!(f, "{before}{}", HtmlText(role.words().text()))?;
    }
    if !entity.roles().is_empty() {
        f.write_str("</span>")?;
    }
    writeln!(f, "</li>")
}

fn write_figures(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.figures().is_empty() {
        return Ok(());
    }
    open_section(f, "figures", "Figures")?;
    // Where no figure has a source, a column of blanks would only say that.
    let has_sources = digest.figures().iter().any(|figure| figure.attributed_to().is_some());
    let source = if has_sources { "<th scope=\"col\" class=\"source\">Who says so</th>" } else { "" };
    writeln!(
        f,
        "<table>\n<thead><tr><th scope=\"col\">How much</th><th scope=\"col\">Of what</th>{source}</tr></thead>\n<tbody>"
    )?;
    for (index, figure) in digest.figures().iter().enumerate() {
        let id = index + 1;
        write!(f, "<tr id=\"f{id}\"><th scope=\"row\"><a href=\"#f{id}-1\">")?;
        if let Some(words) = figure.change_words() {
            write!(f, "<span class=\"change\">{words}</span> ")?;
        }
        write!(f, "{}</a></th><td>", HtmlText(&figure.to_string()))?;
        let span = figure.words().span();
        if let Some(of) = figure.of() {
            write!(f, "{}", HtmlText(Snippet::head(of.text()).text))?;
        } else if let Some(index) = digest.sentence_at(span.start()) {
            // Nothing is counted: the words around it say what it is.
            let sentence = digest.sentences()[index].span();
            let (start, end) = (span.start() - sentence.start(), span.end() - sentence.start());
            let context = Context::new(digest.words(sentence), start, end.min(sentence.len()));
            let (before, after) = (HtmlText(context.before), HtmlText(context.after));
            write!(f, "<span class=\"context\">{before}<b>{}</b>{after}</span>", HtmlText(figure.words().text()))?;
        }
        if has_sources {
            let source = figure.attributed_to().map_or("", |id| digest.entity(id).name());
            write!(f, "</td><td>{}", HtmlText(Snippet::head(source).text))?;
        }
        f.write_str("</td></tr>\n")?;
    }
    f.write_str("</tbody>\n</table>\n</section>\n")
}

fn write_timeline(f: &mut fmt::Formatter<'_>, page: &Page<'_, '_>) -> fmt::Result {
    if page.timeline.is_empty() {
        return Ok(());
    }
    let digest = page.digest;
    open_section(f, "when", "When")?;
    f.write_str("<ol class=\"timeline\">\n")?;
    for (entry, (value, times)) in page.timeline.iter().enumerate() {
        write!(f, "<li id=\"w{}\"><time", entry + 1)?;
        if when::is_html_datetime(value) {
            write!(f, " datetime=\"{}\"", HtmlText(value))?;
        }
        write!(f, ">{}</time>", HtmlText(&When(value).to_string()))?;
        let mut before = None;
        for &index in times {
            let words = digest.times()[index].words();
            let sentence = digest.sentence_at(words.span().start());
            // Twice in one sentence is one entry.
            if sentence.is_some() && sentence == before {
                continue;
            }
            before = sentence;
            write!(f, " <a href=\"#t{}\">", index + 1)?;
            match sentence {
                Some(sentence) => {
                    let span = digest.sentences()[sentence].span();
                    let at = words.span().start() - span.start();
                    write!(f, "{}", HtmlText(&Snippet::around(digest.words(span), at).to_string()))?;
                }
                None => write!(f, "{}", HtmlText(words.text()))?,
            }
            f.write_str("</a>")?;
        }
        f.write_str("</li>\n")?;
    }
    f.write_str("</ol>\n</section>\n")
}

fn write_voices(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    let voices = order::voices(digest);
    if voices.is_empty() {
        return Ok(());
    }
    open_section(f, "said", "Who said what")?;
    for Voice { speaker, quotes } in voices {
        f.write_str("<h3>")?;
        match speaker {
            Speaker::Named(id) => {
                let entity = digest.entity(id);
                write!(f, "<a href=\"#e{}\">{}</a>", id.index() + 1, HtmlText(entity.name()))?;
                if let Some(role) = entity.roles().first().map(crate::role::Role::words) {
                    write!(f, " <span class=\"role\">{}</span>", HtmlText(role.text()))?;
                }
            }
            Speaker::Described(words) => write!(f, "{}", HtmlText(words))?,
            Speaker::Unknown => f.write_str("Speaker not named")?,
        }
        f.write_str("</h3>\n")?;
        for index in quotes {
            let quote = &digest.quotes()[index];
            let reported = if quote.kind() == QuoteKind::Indirect { " class=\"reported\"" } else { "" };
            write!(f, "<blockquote id=\"q{}\"{reported}><a href=\"#q{}-1\">", index + 1, index + 1)?;
            for (piece, words) in quote.pieces().iter().map(Excerpt::text).enumerate() {
                write!(f, "{}{}", if piece > 0 { " " } else { "" }, HtmlText(words))?;
            }
            f.write_str("</a></blockquote>\n")?;
        }
    }
    f.write_str("</section>\n")
}

fn write_keywords(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>) -> fmt::Result {
    if digest.keywords().is_empty() {
        return Ok(());
    }
    open_section(f, "keywords", "Keywords")?;
    f.write_str("<ul class=\"keywords\">\n")?;
    for keyword in digest.keywords() {
        f.write_str("<li>")?;
        match keyword.entity() {
            Some(id) => write!(f, "<a href=\"#e{}\">{}</a>", id.index() + 1, HtmlText(keyword.text()))?,
            None => write!(f, "{}", HtmlText(keyword.text()))?,
        }
        writeln!(f, "</li>")?;
    }
    f.write_str("</ul>\n</section>\n")
}
