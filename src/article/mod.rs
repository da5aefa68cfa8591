//! Which part of the page is the article: blocks, their kinds, the byline, the date line.

mod block;
mod byline;
mod classify;
mod cue;
mod date_line;
mod language;
mod line;

pub(crate) use language::is_english;

use line::Line;

use crate::text::{Excerpt, Span};
use crate::time::Date;

/// What a block of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title.
    Headline,
    /// The sentence or two under the title that sum the story up.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, at the head of the story.
    Dateline,
    /// When it was published or changed.
    Timestamp,
    /// The story itself.
    Body,
    /// A heading inside the story.
    Subheading,
    /// What a picture shows.
    Caption,
    /// Whose a picture or a report is.
    Credit,
    /// An item of a list.
    List,
    /// Links to other stories.
    Related,
    /// Sign-ups, donations, sharing.
    Appeal,
    /// About the author.
    AuthorNote,
    /// What was put right after publication.
    Correction,
    /// Copyright and terms.
    Legal,
}

impl BlockKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Timestamp => "timestamp",
            Self::Body => "body",
            Self::Subheading => "subheading",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::List => "list",
            Self::Related => "related",
            Self::Appeal => "appeal",
            Self::AuthorNote => "author_note",
            Self::Correction => "correction",
            Self::Legal => "legal",
        }
    }

    /// Whether the block tells the story: headline, standfirst, body, subheadings and lists.
    /// The rest is furniture, which weighs nothing in keywords, key sentences and salience.
    #[must_use]
    pub const fn is_story(self) -> bool {
        matches!(self, Self::Headline | Self::Standfirst | Self::Body | Self::Subheading | Self::List)
    }
}

/// A part of the page: its place and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    span: Span,
    kind: BlockKind,
}

impl Block {
    pub(crate) const fn new(span: Span, kind: BlockKind) -> Self {
        Self { span, kind }
    }

    /// Where it stands, without white space at its ends.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What it is.
    #[must_use]
    pub const fn kind(self) -> BlockKind {
        self.kind
    }
}

/// A page read as an article: blocks that together cover every character that is no white space.
#[derive(Debug, Clone)]
pub struct Article<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    authors: Vec<Excerpt<'t>>,
    published: Option<Date>,
}

impl<'t> Article<'t> {
    /// Reads the structure of a page.
    ///
    /// # Complexity
    /// Linear in the text.
    #[must_use]
    pub fn parse(text: &'t str) -> Self {
        let lines: Vec<Line<'_>> = block::split(text).into_iter().map(|span| Line::new(text, span)).collect();
        let kinds = classify::classify(&lines);
        let mut article =
            Self { text, blocks: Vec::with_capacity(lines.len() + 1), authors: Vec::new(), published: None };
        let mut first_body = true;
        for (line, kind) in lines.iter().zip(kinds) {
            let dateline = if kind == BlockKind::Body && first_body { byline::dateline(line.text) } else { None };
            first_body &= kind != BlockKind::Body;
            article.push(line, kind, dateline);
        }
        article
    }

    /// Adds a block with what it says of author and date; a dateline becomes a block of its own.
    fn push(&mut self, line: &Line<'t>, kind: BlockKind, dateline: Option<usize>) {
        let start = line.span.start();
        if let Some(end) = dateline {
            let head = Span::new(start, start + end);
            self.blocks.push(Block::new(head, BlockKind::Dateline));
            let rest = line.text[end..].trim_start();
            if !rest.is_empty() {
                self.blocks.push(Block::new(Span::new(line.span.end() - rest.len(), line.span.end()), kind));
            }
        } else {
            self.blocks.push(Block::new(line.span, kind));
        }
        let names = match kind {
            BlockKind::Byline => byline::names(line.text, start),
            BlockKind::Standfirst => classify::writes(line.text)
                .map(|name| {
                    let at = start + (name.as_ptr() as usize - line.text.as_ptr() as usize);
                    Span::new(at, at + name.len())
                })
                .into_iter()
                .collect(),
            _ => Vec::new(),
        };
        for name in names {
            let author = Excerpt::new(self.text, name);
            if self.authors.iter().all(|other| other.text() != author.text()) {
                self.authors.push(author);
            }
        }
        if self.published.is_none() && matches!(kind, BlockKind::Timestamp | BlockKind::Byline) {
            self.published = date_line::day(&line.folded);
        }
    }

    /// The page as it was given.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Its blocks in the order of the text.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The spans of all blocks, to make a [`Document`](crate::Document) from.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        self.blocks.iter().map(|block| block.span()).collect()
    }

    /// The spans of the blocks that tell the story.
    #[must_use]
    pub fn body(&self) -> Vec<Span> {
        self.blocks.iter().filter(|block| block.kind().is_story()).map(|block| block.span()).collect()
    }

    /// The headline, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<Excerpt<'t>> {
        self.blocks.iter().find(|b| b.kind() == BlockKind::Headline).map(|b| Excerpt::new(self.text, b.span()))
    }

    /// The names of the authors, wherever the page names them as such.
    #[must_use]
    pub fn authors(&self) -> &[Excerpt<'t>] {
        &self.authors
    }

    /// The day of publication, where the page states it.
    #[must_use]
    pub fn published(&self) -> Option<Date> {
        self.published
    }
}
