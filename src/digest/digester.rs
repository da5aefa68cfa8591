//! Digester: runs the stages in order and hands each what the earlier ones found.

use std::borrow::Cow;

use super::{Digest, Warning, attribution, rank};
use crate::alias;
use crate::article::{Article, is_english};
use crate::detail::Detail;
use crate::entity::{self, Model, Tagger};
use crate::figure;
use crate::keyword::{self, Story};
use crate::lexicon::Lexicon;
use crate::place;
use crate::quote;
use crate::role;
use crate::text::{Buffers, Document, TokenRange};
use crate::time::{self, Date};

/// How many keywords a digest has, unless the builder says otherwise: what an editor would tag an
/// article with (our annotators gave 8 to 12), and the 15 that keyword benchmarks look at.
const MAX_KEYWORDS: usize = 15;

/// Vectors that are kept between articles, so that they are allocated once.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    text: Buffers,
    tagger: Tagger,
    taken: Vec<TokenRange>,
    stemmed: keyword::Stemmed,
}

impl Scratch {
    /// Empty vectors, which grow with the longest article.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Reads articles. Shared between threads by reference; cheap to clone.
#[derive(Debug, Clone)]
pub struct Digester {
    model: Model,
    lexicon: Lexicon,
    published: Option<Date>,
    detail: Detail,
    max_keywords: usize,
}

#[cfg(feature = "embedded-model")]
impl Default for Digester {
    fn default() -> Self {
        Self::new()
    }
}

impl Digester {
    /// A digester with the embedded model and lexicon and the defaults of [`Builder`].
    #[cfg(feature = "embedded-model")]
    #[must_use]
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// A builder with the embedded model.
    #[cfg(feature = "embedded-model")]
    pub fn builder() -> Builder {
        Self::with_model(Model::embedded())
    }

    /// A builder with a model of one's own.
    pub fn with_model(model: Model) -> Builder {
        Builder {
            digester: Digester {
                model,
                lexicon: Lexicon::embedded(),
                published: None,
                detail: Detail::Standard,
                max_keywords: MAX_KEYWORDS,
            },
        }
    }

    /// Reads one article.
    ///
    /// Never fails: any text has a digest, if an empty one.
    ///
    /// # Complexity
    /// Linear in the text.
    #[must_use]
    pub fn digest<'t>(&self, text: &'t str) -> Digest<'t> {
        self.digest_with(&mut Scratch::new(), text)
    }

    /// Reads one article with vectors kept from the last one.
    #[must_use]
    pub fn digest_with<'t>(&self, scratch: &mut Scratch, text: &'t str) -> Digest<'t> {
        self.digest_published(scratch, text, self.published)
    }

    /// Reads one article that was published on a day of its own.
    #[must_use]
    pub fn digest_published<'t>(&self, scratch: &mut Scratch, text: &'t str, published: Option<Date>) -> Digest<'t> {
        let (text, mut warnings) = readable(text);
        let article = Article::parse(text);
        let published = published.or(self.published).or(article.published());
        let mut document = Document::new_in(std::mem::take(&mut scratch.text), text, &article.spans());
        if document.tokens().is_empty() {
            warnings.push(Warning::NoText);
        } else if !is_english(&document) {
            warnings.push(Warning::NotEnglish);
        }

        let tokens = if self.detail == Detail::Full { document.tokens().to_vec() } else { Vec::new() };
        let mut mentions = entity::find_with(&mut scratch.tagger, &mut document, &self.model, self.detail);
        entity::add_publisher(&article, &document, &mut mentions);
        place::settle_datelines(&article, &document, &mut mentions);
        if let Some(known) = self.lexicon.known() {
            entity::prefer(&document, known, &mut mentions, self.detail);
        }
        let taken = &mut scratch.taken;
        taken.clear();
        taken.extend(mentions.iter().map(|mention| mention.tokens));
        let times = time::find_outside(&document, published, taken, self.detail);
        if published.is_none() && times.iter().any(|time| time.value.is_none()) {
            warnings.push(Warning::NoDate);
        }
        taken.extend(times.iter().map(|time| time.tokens));
        taken.sort_unstable_by_key(|range| range.start);
        let mut figures = figure::find_outside(&document, taken, self.detail);

        let mut entities = alias::link_with(&document, mentions, &self.lexicon, self.detail);
        role::assign(&document, &mut entities);
        place::resolve_with(&document, &mut entities, self.detail);
        place::settle_publisher(&article, &document, &mut entities);
        rank::salience(&article, &document, &mut entities);
        let quotes = quote::find_with(&article, &document, &entities, self.detail);
        attribution::assign(&document, &entities, &quotes, &times, &mut figures);
        let stemmed = std::mem::take(&mut scratch.stemmed);
        let mut story = Story::read_with(stemmed, &article, &document, &entities, &figures, &times);
        let keywords = story.keywords(self.max_keywords);
        let key_sentences = story.key_sentences();
        scratch.stemmed = story.into_stemmed();

        let sentences = document.sentences().to_vec();
        scratch.text = document.into_buffers();
        Digest {
            text: Cow::Borrowed(text),
            detail: self.detail,
            published,
            warnings,
            title: article.title(),
            authors: article.authors().to_vec(),
            blocks: article.blocks().to_vec(),
            sentences,
            tokens,
            entities: entities.into_list(),
            figures,
            times,
            quotes,
            keywords,
            key_sentences,
        }
    }
}

/// The part of a text whose offsets fit 32 bits, with a warning where that is not all of it.
fn readable(text: &str) -> (&str, Vec<Warning>) {
    const MOST: usize = u32::MAX as usize;
    if text.len() <= MOST {
        return (text, Vec::new());
    }
    let mut end = MOST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[..end], vec![Warning::TooLong])
}

/// Settings of a [`Digester`].
#[derive(Debug, Clone)]
#[must_use]
pub struct Builder {
    digester: Digester,
}

impl Builder {
    /// The lexicon; by default the one inside the crate.
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.digester.lexicon = lexicon;
        self
    }

    /// The name model; by default the one inside the crate.
    pub fn model(mut self, model: Model) -> Self {
        self.digester.model = model;
        self
    }

    /// The day against which "yesterday" and "October 18" are resolved; by default the one that
    /// the article states, if it does.
    pub fn published(mut self, published: Date) -> Self {
        self.digester.published = Some(published);
        self
    }

    /// How much the digest says; by default [`Detail::Standard`].
    pub fn detail(mut self, detail: Detail) -> Self {
        self.digester.detail = detail;
        self
    }

    /// How many keywords at most; by default 15.
    pub fn max_keywords(mut self, most: usize) -> Self {
        self.digester.max_keywords = most;
        self
    }

    /// The digester.
    #[must_use]
    pub fn build(self) -> Digester {
        self.digester
    }
}
