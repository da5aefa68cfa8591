//! A digest as a page: the article with everything marked in place, beside it the digest.
//!
//! One file that loads nothing and runs nothing. What a mark means is said by its underline or
//! ground, by the note that appears when it is pointed at or focused, and by the entry it leads
//! to: never by colour alone. A note is the mark's `aria-description`, so that what is seen is
//! what a screen reader says.

mod article;
mod panel;

use std::fmt;

use super::escape::HtmlText;
use super::snippet::Snippet;
use super::when;
use crate::digest::Digest;
use crate::entity::{Entity, EntityKind};
use crate::text::Excerpt;

/// A digest as a page: a borrowed [`Display`](fmt::Display), made by [`Digest::html`].
#[derive(Debug, Clone, Copy)]
pub struct Html<'d, 't> {
    digest: &'d Digest<'t>,
    title: Option<&'d str>,
}

impl<'t> Digest<'t> {
    /// The digest as one self-contained HTML page, readable on screen, on paper and aloud.
    ///
    /// # Complexity
    /// Linear in the article and its digest, but for putting marks and times in order.
    #[must_use]
    pub fn html(&self) -> Html<'_, 't> {
        Html { digest: self, title: None }
    }
}

impl<'d> Html<'d, '_> {
    /// A headline that was given apart from the text; by default none. It is shown where the text
    /// has no headline of its own.
    #[must_use]
    pub fn title(mut self, title: Option<&'d str>) -> Self {
        self.title = title;
        self
    }
}

/// No script, no network: a page that a browser holds to its promise.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

impl fmt::Display for Html<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = Page::new(self.digest, self.title);
        write!(
            f,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
             <title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#digest\">Skip to the digest</a>\n<div class=\"page\">\n",
            page.digest.language().unwrap_or(""),
            HtmlText(Snippet::head(page.title.unwrap_or("Untitled article")).text),
            include_str!("page.css")
        )?;
        article::write(f, &page)?;
        panel::write(f, &page)?;
        f.write_str("</div>\n</body>\n</html>\n")
    }
}

/// What both halves of the page know.
struct Page<'d, 't> {
    digest: &'d Digest<'t>,
    title: Option<&'d str>,
    timeline: Vec<(String, Vec<usize>)>,
    /// For each time expression the entry of the timeline that it leads to.
    moments: Vec<Option<usize>>,
}

impl<'d, 't> Page<'d, 't> {
    fn new(digest: &'d Digest<'t>, title: Option<&'d str>) -> Self {
        let timeline = when::timeline(digest);
        let mut moments = vec![None; digest.times().len()];
        for (entry, (_, times)) in timeline.iter().enumerate() {
            for &time in times {
                moments[time] = Some(entry);
            }
        }
        Self { digest, title: digest.title().map(Excerpt::text).or(title), timeline, moments }
    }
}

/// The word for a kind of name.
const fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Other => "Name",
    }
}

/// A name with its first role, short enough for a note: "Graciela Otero, senator from Salto".
struct Introduced<'d, 't>(&'d Entity<'t>);

impl fmt::Display for Introduced<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Snippet::head(self.0.name());
        write!(f, "{}", HtmlText(name.text))?;
        if let Some(role) = self.0.roles().first() {
            write!(f, ", {}", HtmlText(Snippet::head(role.words().text()).text))?;
        }
        if let Some(country) = self.0.country() {
            write!(f, " ({})", country.code())?;
        }
        Ok(())
    }
}
