//! The left half of the page: the article as it stands, its parts and what was found marked.

use std::fmt::{self, Write};

use super::{Introduced, Page, kind_word};
use crate::article::{Block, BlockKind};
use crate::digest::Digest;
use crate::quote::QuoteKind;
use crate::render::escape::HtmlText;
use crate::render::mark::{Mark, Marks, Step, What};
use crate::render::order::{self, Speaker};
use crate::render::snippet::Snippet;
use crate::render::when::When;

pub(super) fn write(f: &mut fmt::Formatter<'_>, page: &Page<'_, '_>) -> fmt::Result {
    f.write_str("<main id=\"article\">\n<article>\n")?;
    let digest = page.digest;
    let blocks = digest.blocks();
    if !blocks.iter().any(|block| block.kind() == BlockKind::Headline) {
        match page.title {
            Some(title) => writeln!(f, "<h1>{}</h1>", HtmlText(title))?,
            None => writeln!(f, "<h1 class=\"unseen\">Untitled article</h1>")?,
        }
    }
    let mut marks = Marks::new(digest);
    let mut has_headline = false;
    let mut in_list = false;
    let mut open = Vec::new();
    // A date line stands in the paragraph that it opens: only a line break parts two paragraphs.
    let parted =
        |a: &Block, b: &Block| digest.text()[a.span().end()..b.span().start()].bytes().any(|byte| byte == b'\n');
    for paragraph in blocks.chunk_by(|a, b| !parted(a, b)) {
        let kind = paragraph.iter().max_by_key(|block| block.span().len()).map_or(BlockKind::Body, |b| b.kind());
        if in_list != (kind == BlockKind::List) {
            in_list = !in_list;
            f.write_str(if in_list { "<ul>\n" } else { "</ul>\n" })?;
        }
        let tag = match kind {
            BlockKind::Headline if !has_headline => "h1",
            BlockKind::Subheading => "h2",
            BlockKind::List => "li",
            _ => "p",
        };
        has_headline |= kind == BlockKind::Headline;
        write!(f, "<{tag} class=\"{}\">", class(kind))?;
        if let Some(label) = label(kind) {
            write!(f, "<span class=\"label\">{label}</span> ")?;
        }
        for (index, block) in paragraph.iter().enumerate() {
            if index > 0 {
                f.write_char(' ')?;
            }
            let is_inner = block.kind() != kind;
            if is_inner {
                write!(f, "<span class=\"{}\">", class(block.kind()))?;
            }
            marks.write(block.span(), &mut |step| match step {
                Step::Text(span) => write!(f, "{}", HtmlText(digest.words(span))),
                Step::Open(mark) => write_open(f, page, mark, &mut open),
                Step::Close => write!(f, "</{}>", open.pop().unwrap_or_default()),
            })?;
            if is_inner {
                f.write_str("</span>")?;
            }
        }
        writeln!(f, "</{tag}>")?;
    }
    if in_list {
        f.write_str("</ul>\n")?;
    }
    f.write_str("</article>\n</main>\n")
}

/// The kind of a block as a class of the style sheet; what is not the story is `aside` as well.
const fn class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Timestamp => "timestamp",
        BlockKind::Body => "body",
        BlockKind::Subheading => "subheading",
        BlockKind::Caption => "aside caption",
        BlockKind::Credit => "aside credit",
        BlockKind::List => "item",
        BlockKind::Related => "aside related",
        BlockKind::Appeal => "aside appeal",
        BlockKind::AuthorNote => "aside author-note",
        BlockKind::Correction => "aside correction",
        BlockKind::Legal => "aside legal",
    }
}

/// A word before a part that is not the story; bylines and dates say themselves what they are.
const fn label(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Caption => Some("Caption"),
        BlockKind::Credit => Some("Credit"),
        BlockKind::Related => Some("Related"),
        BlockKind::Appeal => Some("Appeal"),
        BlockKind::AuthorNote => Some("Author note"),
        BlockKind::Correction => Some("Correction"),
        BlockKind::Legal => Some("Legal"),
        _ => None,
    }
}

/// Where a link leads; none for a time that is not on the timeline.
fn target(page: &Page<'_, '_>, what: What) -> Option<String> {
    match what {
        What::Mention(entity, _) => Some(format!("e{}", entity + 1)),
        What::Figure(index) => Some(format!("f{}", index + 1)),
        What::Time(index) => page.moments[index].map(|entry| format!("w{}", entry + 1)),
        What::Sentence(_) | What::Quote(..) => None,
    }
}

/// Opens the element of a mark and notes its tag. A link inside a link would close it, so only the
/// outer one is a link.
fn write_open(
    f: &mut fmt::Formatter<'_>,
    page: &Page<'_, '_>,
    mark: Mark,
    open: &mut Vec<&'static str>,
) -> fmt::Result {
    let digest = page.digest;
    let class = mark_class(page, mark.what);
    match (mark.what, target(page, mark.what)) {
        (What::Sentence(_), _) => {
            open.push("span");
            f.write_str("<span class=\"key\"")?;
        }
        (_, Some(target)) if !open.contains(&"a") => {
            open.push("a");
            write!(f, "<a class=\"mark {class}\" href=\"#{target}\"")?;
        }
        _ => {
            open.push("span");
            write!(f, "<span class=\"mark {class}\" role=\"mark\" tabindex=\"0\"")?;
        }
    }
    if mark.is_head {
        match mark.what {
            What::Sentence(index) => write!(f, " id=\"s{}\"", index + 1)?,
            What::Quote(quote, piece) => write!(f, " id=\"q{}-{}\"", quote + 1, piece + 1)?,
            What::Mention(entity, mention) => write!(f, " id=\"e{}-{}\"", entity + 1, mention + 1)?,
            What::Figure(index) => write!(f, " id=\"f{}-1\"", index + 1)?,
            What::Time(index) => write!(f, " id=\"t{}\"", index + 1)?,
        }
    }
    write_note(f, digest, mark.what)?;
    f.write_char('>')
}

/// What the mark means, as it is shown when pointed at and said by a screen reader.
fn write_note(f: &mut fmt::Formatter<'_>, digest: &Digest<'_>, what: What) -> fmt::Result {
    match what {
        What::Sentence(_) => Ok(()),
        What::Mention(entity, _) => {
            let entity = &digest.entities()[entity];
            write!(f, " aria-description=\"{}: {}\"", kind_word(entity.kind()), Introduced(entity))
        }
        What::Quote(quote, _) => {
            let quote = &digest.quotes()[quote];
            let verb = if quote.kind() == QuoteKind::Indirect { "Reported of" } else { "Said by" };
            match order::speaker(quote) {
                Speaker::Named(id) => write!(f, " aria-description=\"{verb} {}\"", Introduced(digest.entity(id))),
                Speaker::Described(words) => {
                    write!(f, " aria-description=\"{verb} {}\"", HtmlText(Snippet::head(words).text))
                }
                Speaker::Unknown => f.write_str(" aria-description=\"Speaker not named\""),
            }
        }
        What::Figure(index) => {
            let figure = &digest.figures()[index];
            f.write_str(" aria-description=\"Figure: ")?;
            if let Some(words) = figure.change_words() {
                write!(f, "{words} ")?;
            }
            write!(f, "{}", HtmlText(&figure.to_string()))?;
            if let Some(of) = figure.of() {
                write!(f, ", of: {}", HtmlText(Snippet::head(of.text()).text))?;
            }
            if let Some(id) = figure.attributed_to() {
                write!(f, ", according to {}", HtmlText(Snippet::head(digest.entity(id).name()).text))?;
            }
            f.write_char('"')
        }
        What::Time(index) => match digest.times()[index].value() {
            Some(value) => write!(f, " aria-description=\"Time: {}\"", HtmlText(&When(&value.to_string()).to_string())),
            None => f.write_str(" aria-description=\"Time, not resolved\""),
        },
    }
}

fn mark_class(page: &Page<'_, '_>, what: What) -> &'static str {
    match what {
        What::Sentence(_) => "key",
        What::Quote(quote, _) if page.digest.quotes()[quote].kind() == QuoteKind::Indirect => "quote reported",
        What::Quote(..) => "quote",
        What::Figure(_) => "figure",
        What::Time(_) => "time",
        What::Mention(entity, _) => page.digest.entities()[entity].kind().as_str(),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::BlockKind;
    use crate::render::sample;

    /// The lines between `<article>` and `</article>`.
    fn lines(parts: &[(BlockKind, &str)]) -> Vec<String> {
        let mut digest = sample::page(parts);
        digest.key_sentences.clear();
        let page = digest.html().to_string();
        let lines = page.lines().skip_while(|line| *line != "<article>").skip(1);
        lines.take_while(|line| *line != "</article>").map(str::to_owned).collect()
    }

    #[test]
    fn a_date_line_stands_in_the_paragraph_that_it_opens() {
        let lines = lines(&[
            (BlockKind::Headline, "Bridge reopens"),
            (BlockKind::Dateline, "TROY, N.C. (AP) —"),
            (BlockKind::Body, "The bridge reopened on Friday after two years."),
        ]);
        assert_eq!(lines[0], r#"<h1 class="headline">Bridge reopens</h1>"#);
        let dateline = r#"<span class="dateline">TROY, N.C. (AP) —</span>"#;
        assert_eq!(
            lines[1],
            format!(r#"<p class="body">{dateline} The bridge reopened on Friday after two years.</p>"#)
        );
    }

    #[test]
    fn furniture_is_named_and_lists_are_lists() {
        let lines = lines(&[
            (BlockKind::Caption, "The bridge on Friday."),
            (BlockKind::Body, "It reopened."),
            (BlockKind::List, "Cars pay 2 dollars"),
            (BlockKind::List, "Bicycles pay nothing"),
            (BlockKind::Subheading, "Two years late"),
        ]);
        assert_eq!(
            lines,
            [
                r#"<h1 class="unseen">Untitled article</h1>"#,
                r#"<p class="aside caption"><span class="label">Caption</span> The bridge on Friday.</p>"#,
                r#"<p class="body">It reopened.</p>"#,
                "<ul>",
                r#"<li class="item">Cars pay 2 dollars</li>"#,
                r#"<li class="item">Bicycles pay nothing</li>"#,
                "</ul>",
                r#"<h2 class="subheading">Two years late</h2>"#,
            ]
        );
    }

    #[test]
    fn a_second_headline_is_no_second_title() {
        let lines = lines(&[(BlockKind::Headline, "Bridge reopens"), (BlockKind::Headline, "Tolls to rise")]);
        assert_eq!(lines[1], r#"<p class="headline">Tolls to rise</p>"#);
    }
}
