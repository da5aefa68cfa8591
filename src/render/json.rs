//! A digest as JSON, in the shape of schema `article-digest/1`.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::article::{Block, BlockKind};
use crate::detail::{Detail, Reasons};
use crate::digest::Digest;
use crate::entity::{Entity, EntityId, Mention};
use crate::figure::{Change, Decimal, Figure, FigureKind, Value};
use crate::keyword::Keyword;
use crate::place::{Candidate, Location, PlaceKind};
use crate::quote::Quote;
use crate::role::Role;
use crate::text::{Excerpt, Span};
use crate::time::TimeExpression;

/// In what the offsets of a JSON digest are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8, as everywhere in this crate.
    #[default]
    Utf8,
    /// Unicode code points, as Python counts.
    Char,
    /// Units of UTF-16, as JavaScript and Java count.
    Utf16,
}

impl Offsets {
    /// The unit as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Char => "char",
            Self::Utf16 => "utf16",
        }
    }
}

/// A digest as JSON, made by [`Digest::json`]: serialise it with `serde_json` or another format.
#[derive(Debug, Clone)]
pub struct Json<'d, 't> {
    digest: &'d Digest<'t>,
    id: Option<&'d str>,
    title: Option<&'d str>,
    offsets: Offsets,
    map: OffsetMap,
}

impl<'t> Digest<'t> {
    /// The digest in the shape of schema `article-digest/1`, with offsets in bytes and no id.
    #[must_use]
    pub fn json(&self) -> Json<'_, 't> {
        Json { digest: self, id: None, title: None, offsets: Offsets::Utf8, map: OffsetMap::default() }
    }
}

impl<'d> Json<'d, '_> {
    /// The name of the article; by default none.
    #[must_use]
    pub fn id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// A headline that was given apart from the text; by default none. It is shown where the text
    /// has no headline of its own.
    #[must_use]
    pub fn title(mut self, title: Option<&'d str>) -> Self {
        self.title = title;
        self
    }

    /// In what offsets are counted; by default bytes.
    ///
    /// # Complexity
    /// Linear in the article for units other than bytes.
    #[must_use]
    pub fn offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self.map = OffsetMap::new(self.digest.text(), offsets);
        self
    }
}

impl Serialize for Digest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().serialize(serializer)
    }
}

/// From bytes to another unit: at every 64th byte how many units stand before it, so that a
/// lookup counts at most 63 bytes.
#[derive(Debug, Clone, Default)]
struct OffsetMap {
    marks: Vec<u32>,
    offsets: Offsets,
}

/// Distance of the marks of an [`OffsetMap`]: a sixteenth of the text in memory, and counting 63
/// bytes costs less than serialising the number.
const MARK: usize = 64;

impl OffsetMap {
    fn new(text: &str, offsets: Offsets) -> Self {
        let mut map = Self { marks: Vec::new(), offsets };
        if offsets != Offsets::Utf8 && !text.is_ascii() {
            let mut units = 0;
            for chunk in text.as_bytes().chunks(MARK) {
                map.marks.push(units);
                units += map.count(chunk);
            }
            map.marks.push(units);
        }
        map
    }

    /// Units that begin in these bytes.
    fn count(&self, bytes: &[u8]) -> u32 {
        let wide = u32::from(self.offsets == Offsets::Utf16);
        bytes
            .iter()
            .map(|&byte| match byte {
                0x80..=0xbf => 0,
                // Four bytes of UTF-8 are two units of UTF-16.
                0xf0.. => 1 + wide,
                _ => 1,
            })
            .sum()
    }

    fn convert(&self, text: &str, offset: usize) -> usize {
        if self.marks.is_empty() {
            return offset;
        }
        let mark = offset / MARK;
        (self.marks[mark] + self.count(&text.as_bytes()[mark * MARK..offset])) as usize
    }
}

/// What serialising an item needs to know of its digest.
#[derive(Clone, Copy)]
struct Context<'a> {
    digest: &'a Digest<'a>,
    map: &'a OffsetMap,
}

/// An item together with the context: each kind of item implements `Serialize` for this.
struct In<'a, T>(Context<'a>, T);

/// A list of items, each serialised in the context.
struct List<'a, T>(Context<'a>, &'a [T]);

impl<'a, T> Serialize for List<'a, T>
where
    In<'a, (usize, &'a T)>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.1.len()))?;
        for (index, item) in self.1.iter().enumerate() {
            list.serialize_element(&In(self.0, (index, item)))?;
        }
        list.end()
    }
}

impl Context<'_> {
    fn span(&self, span: Span) -> [usize; 2] {
        let text = self.digest.text();
        [self.map.convert(text, span.start()), self.map.convert(text, span.end())]
    }
}

/// A probability or score with three decimals: more would be noise, and two runs that differ by
/// less would look different.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

/// The id of an item in its list, counted from 1: "e17".
struct Id(&'static str, usize);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}{}", self.0, self.1 + 1))
    }
}

fn entity_id(id: EntityId) -> Id {
    Id("e", id.index())
}

/// An exact number as a decimal string.
struct Number(Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digest = self.digest;
        let context = Context { digest, map: &self.map };
        let detail = digest.detail();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("schema", "article-digest/1")?;
        object.serialize_entry("id", &self.id)?;
        object.serialize_entry("source", &Source { digest, offsets: self.offsets })?;
        object.serialize_entry("complete", &digest.is_complete())?;
        let warnings: Vec<_> = digest.warnings().iter().map(|warning| warning.as_str()).collect();
        object.serialize_entry("warnings", &warnings)?;
        object.serialize_entry("title", &digest.title().map(Excerpt::text).or(self.title))?;
        let authors: Vec<_> = digest.authors().iter().map(Excerpt::text).collect();
        object.serialize_entry("byline", &authors)?;
        if detail >= Detail::Standard {
            object.serialize_entry("zones", &Zones(context))?;
            let sentences: Vec<_> = digest.sentences().iter().map(|s| context.span(s.span())).collect();
            object.serialize_entry("sentences", &sentences)?;
        }
        if detail >= Detail::Full {
            let tokens: Vec<_> = digest.tokens().iter().map(|t| context.span(t.span())).collect();
            object.serialize_entry("tokens", &tokens)?;
        }
        object.serialize_entry("entities", &List(context, digest.entities()))?;
        object.serialize_entry("figures", &List(context, digest.figures()))?;
        object.serialize_entry("times", &List(context, digest.times()))?;
        if detail >= Detail::Standard {
            object.serialize_entry("quotes", &List(context, digest.quotes()))?;
        }
        object.serialize_entry("keywords", &List(context, digest.keywords()))?;
        object.serialize_entry("key_sentences", digest.key_sentences())?;
        object.serialize_entry("checks", &[(); 0])?;
        object.end()
    }
}

struct Source<'a> {
    digest: &'a Digest<'a>,
    offsets: Offsets,
}

impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Source", 4)?;
        object.serialize_field("bytes", &self.digest.text().len())?;
        object.serialize_field("offsets", self.offsets.as_str())?;
        object.serialize_field("published", &self.digest.published().map(|date| date.to_string()))?;
        object.serialize_field("language", &self.digest.language())?;
        object.end()
    }
}

struct Zones<'a>(Context<'a>);

impl Serialize for Zones<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.digest.blocks().iter().map(|block| In(self.0, block)))
    }
}

impl Serialize for In<'_, &Block> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Zone", 2)?;
        object.serialize_field("kind", self.1.kind().as_str())?;
        object.serialize_field("span", &self.0.span(self.1.span()))?;
        object.end()
    }
}

impl Serialize for In<'_, &Excerpt<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Excerpt", 2)?;
        object.serialize_field("text", self.1.text())?;
        object.serialize_field("span", &self.0.span(self.1.span()))?;
        object.end()
    }
}

/// Writes `why` where the digest has reasons to give.
fn write_why<M: SerializeMap>(object: &mut M, context: Context<'_>, why: &Reasons) -> Result<(), M::Error> {
    if context.digest.detail() >= Detail::Full {
        object.serialize_entry("why", why)?;
    }
    Ok(())
}

impl Serialize for In<'_, (usize, &Entity<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (index, entity)) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &Id("e", *index))?;
        object.serialize_entry("kind", entity.kind().as_str())?;
        object.serialize_entry("name", entity.name())?;
        object.serialize_entry("aliases", entity.aliases())?;
        object.serialize_entry("roles", &List(*context, entity.roles()))?;
        object.serialize_entry("salience", &rounded(entity.salience()))?;
        object.serialize_entry("confidence", &rounded(entity.confidence()))?;
        let ambiguous: Vec<_> = entity.ambiguous_with().iter().map(|&id| entity_id(id)).collect();
        object.serialize_entry("ambiguous_with", &ambiguous)?;
        object.serialize_entry("country", &entity.country().map(|country| country.code().to_owned()))?;
        object.serialize_entry("location", &entity.location().map(Place))?;
        object.serialize_entry("lexicon_id", &entity.lexicon_id())?;
        object.serialize_entry("place", &entity.place_kind().map(Kind))?;
        object.serialize_entry("candidates", &List(*context, entity.candidates()))?;
        if context.digest.detail() >= Detail::Standard {
            object.serialize_entry("mentions", &List(*context, entity.mentions()))?;
        }
        write_why(&mut object, *context, entity.why())?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Role<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (_, role)) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("text", role.words().text())?;
        object.serialize_entry("span", &context.span(role.words().span()))?;
        object.serialize_entry("of", &role.of().map(entity_id))?;
        object.serialize_entry("former", &role.is_former())?;
        object.serialize_entry("confidence", &rounded(role.confidence()))?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Candidate)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(_, (_, candidate)) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("kind", candidate.kind().as_str())?;
        object.serialize_entry("country", &candidate.country().map(|country| country.code().to_owned()))?;
        let location = candidate.location();
        object.serialize_entry("lat", &location.map(|location| rounded(location.latitude)))?;
        object.serialize_entry("lon", &location.map(|location| rounded(location.longitude)))?;
        object.serialize_entry("confidence", &rounded(candidate.confidence()))?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Mention<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (_, mention)) = self;
        let span = mention.words().span();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("span", &context.span(span))?;
        object.serialize_entry("text", mention.words().text())?;
        object.serialize_entry("confidence", &rounded(mention.confidence()))?;
        object.serialize_entry("zone", &context.digest.block_at(span.start()).map(BlockKind::as_str))?;
        write_why(&mut object, *context, mention.why())?;
        object.end()
    }
}

struct Kind(PlaceKind);

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Kind", 1)?;
        object.serialize_field("kind", self.0.as_str())?;
        object.end()
    }
}

struct Place(Location);

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Place", 3)?;
        object.serialize_field("lat", &rounded(self.0.latitude))?;
        object.serialize_field("lon", &rounded(self.0.longitude))?;
        object.serialize_field("precision_km", &rounded(self.0.precision_km))?;
        object.end()
    }
}

struct Changed(Change);

impl Serialize for Changed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Change", 2)?;
        object.serialize_field("direction", self.0.direction.as_str())?;
        object.serialize_field("kind", self.0.part.as_str())?;
        object.end()
    }
}

struct FigureValue<'a>(&'a Figure<'a>);

impl Serialize for FigureValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quantity = self.0.quantity();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("hedge", quantity.hedge.as_str())?;
        match quantity.value {
            Value::Exact(number) => object.serialize_entry("exact", &Number(number))?,
            Value::Range(min, max) => {
                object.serialize_entry("min", &min.map(Number))?;
                object.serialize_entry("max", &max.map(Number))?;
            }
            Value::Ratio(part, whole) => {
                object.serialize_entry("part", &Number(part))?;
                object.serialize_entry("whole", &Number(whole))?;
            }
            Value::Points(ours, theirs) => {
                object.serialize_entry("points", &[Number(ours), Number(theirs)])?;
            }
        }
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Figure<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (index, figure)) = self;
        let span = figure.words().span();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &Id("f", *index))?;
        object.serialize_entry("kind", figure.kind().as_str())?;
        object.serialize_entry("span", &context.span(span))?;
        object.serialize_entry("text", figure.words().text())?;
        object.serialize_entry("value", &FigureValue(figure))?;
        object.serialize_entry("unit", &figure.unit().map(crate::figure::Unit::code))?;
        object.serialize_entry("currency", &figure.currency().map(|currency| currency.code().to_owned()))?;
        if figure.kind() == FigureKind::Money {
            object.serialize_entry("currency_assumed", &figure.is_currency_assumed())?;
        }
        if let Some(si) = figure.si() {
            object.serialize_entry("si", &si)?;
        }
        if let Some(iso) = figure.iso() {
            object.serialize_entry("iso", &iso)?;
        }
        object.serialize_entry("of", &figure.of().map(|of| In(*context, of)))?;
        object.serialize_entry("change", &figure.change().map(Changed))?;
        object.serialize_entry("attributed_to", &figure.attributed_to().map(entity_id))?;
        object.serialize_entry("time", &figure.time().map(|index| Id("t", index)))?;
        object.serialize_entry("sentence", &context.digest.sentence_at(span.start()))?;
        object.serialize_entry("confidence", &rounded(figure.confidence()))?;
        write_why(&mut object, *context, figure.why())?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &TimeExpression<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (index, time)) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &Id("t", *index))?;
        object.serialize_entry("kind", time.kind().as_str())?;
        object.serialize_entry("span", &context.span(time.words().span()))?;
        object.serialize_entry("text", time.words().text())?;
        object.serialize_entry("value", &time.value().map(|value| value.to_string()))?;
        object.serialize_entry("anchor", &time.anchor().map(crate::time::Anchor::as_str))?;
        object.serialize_entry("confidence", &rounded(time.confidence()))?;
        write_why(&mut object, *context, time.why())?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Quote<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (index, quote)) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &Id("q", *index))?;
        object.serialize_entry("kind", quote.kind().as_str())?;
        let spans: Vec<_> = quote.pieces().iter().map(|piece| context.span(piece.span())).collect();
        object.serialize_entry("spans", &spans)?;
        object.serialize_entry("speaker", &quote.speaker().map(entity_id))?;
        object.serialize_entry("speaker_span", &quote.speaker_words().map(|words| context.span(words.span())))?;
        object.serialize_entry("cue", &quote.cue().map(|cue| In(*context, cue)))?;
        object.serialize_entry("confidence", &rounded(quote.confidence()))?;
        write_why(&mut object, *context, quote.why())?;
        object.end()
    }
}

impl Serialize for In<'_, (usize, &Keyword<'_>)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(context, (_, keyword)) = self;
        let mut object = serializer.serialize_struct("Keyword", 4)?;
        object.serialize_field("text", keyword.text())?;
        object.serialize_field("score", &rounded(keyword.score()))?;
        let spans: Vec<_> = keyword.occurrences().iter().map(|words| context.span(words.span())).collect();
        object.serialize_field("spans", &spans)?;
        object.serialize_field("entity", &keyword.entity().map(entity_id))?;
        object.end()
    }
}
