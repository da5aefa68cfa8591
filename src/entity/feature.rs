//! Features: a token and its surroundings as numbers that the weights are asked by.

use super::reading::Reading;
use crate::text::Document;

/// A kind of feature. Its number goes into the hash of each of its features: a change here is a
/// change of [`VERSION`] and of every model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Template {
    Bias,
    Written,
    Word,
    Shape,
    Prefix,
    Suffix,
    Cluster,
    PersonName,
    CaseHabit,
    Title,
    WordBefore2,
    WordBefore,
    WordAfter,
    WordAfter2,
    FormBefore2,
    FormBefore,
    FormAfter,
    FormAfter2,
    ClusterBefore2,
    ClusterBefore,
    ClusterAfter,
    ClusterAfter2,
    FactsBefore,
    FactsAfter,
    SuffixBefore,
    SuffixAfter,
    PairBefore,
    PairAfter,
    PairBefore2,
    PairAfter2,
    WordsAround,
    ClusterPairBefore,
    ClusterPairAfter,
    ClustersAround,
    ClusterPairBefore2,
    ClusterPairAfter2,
    FormTriple,
    FormQuintuple,
    NamesBefore,
    NamesAfter,
    Listed,
    ListedBefore,
    ListedAfter,
    RunBefore,
    RunBeforeCluster,
    RunAfter,
    RunAfterCluster,
    RunPlace,
    RunFirst,
    RunLast,
    RunLastCluster,
    RunFirstCluster,
    SentenceStart,
    Elsewhere,
    ElsewhereBefore,
    ElsewhereAfter,
    ElsewhereBeforeCluster,
    ElsewhereAfterCluster,
    ElsewhereRun,
    Bracketed,
    MemoryKind,
    MemoryMost,
    MemoryLast,
    MemoryBefore,
    MemoryAfter,
    MemoryPair,
    MemoryAcronym,
    Narrow,
    Wide,
}

/// Templates of one idea: what can be left out of a training to see what it is worth.
#[cfg(feature = "train")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// The token itself and how it is written.
    Word,
    /// Kinds of letters and signs, of the token and around it.
    Form,
    /// Beginnings and ends of words.
    Affix,
    /// Classes of words by the company they keep.
    Cluster,
    /// How common words are as given and family names.
    PersonName,
    /// Words that call a person.
    Title,
    /// Whether a word is usually small.
    CaseHabit,
    /// The words around.
    Neighbour,
    /// Two words in a row.
    Pair,
    /// Names in lists.
    List,
    /// The run of capitals.
    Run,
    /// The same word at other places of the article.
    Elsewhere,
    /// What the first pass read at other places.
    Memory,
}

#[cfg(feature = "train")]
impl Family {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Word,
        Self::Form,
        Self::Affix,
        Self::Cluster,
        Self::PersonName,
        Self::Title,
        Self::CaseHabit,
        Self::Neighbour,
        Self::Pair,
        Self::List,
        Self::Run,
        Self::Elsewhere,
        Self::Memory,
    ];

    /// A template of several ideas belongs to the most particular one.
    pub(super) const fn of(template: Template) -> Option<Self> {
        use Template as T;
        Some(match template {
            T::Bias | T::SentenceStart | T::Bracketed => return None,
            T::Written | T::Word => Self::Word,
            T::Shape
            | T::FormBefore2
            | T::FormBefore
            | T::FormAfter
            | T::FormAfter2
            | T::FormTriple
            | T::FormQuintuple => Self::Form,
            T::Prefix | T::Suffix | T::SuffixBefore | T::SuffixAfter => Self::Affix,
            T::Cluster
            | T::Narrow
            | T::Wide
            | T::ClusterBefore2
            | T::ClusterBefore
            | T::ClusterAfter
            | T::ClusterAfter2
            | T::ClusterPairBefore
            | T::ClusterPairAfter
            | T::ClustersAround
            | T::ClusterPairBefore2
            | T::ClusterPairAfter2
            | T::RunBeforeCluster
            | T::RunAfterCluster
            | T::RunLastCluster
            | T::RunFirstCluster
            | T::ElsewhereBeforeCluster
            | T::ElsewhereAfterCluster => Self::Cluster,
            T::PersonName | T::NamesBefore | T::NamesAfter | T::ElsewhereRun => Self::PersonName,
            T::Title | T::FactsBefore | T::FactsAfter => Self::Title,
            T::CaseHabit => Self::CaseHabit,
            T::WordBefore2 | T::WordBefore | T::WordAfter | T::WordAfter2 => Self::Neighbour,
            T::PairBefore | T::PairAfter | T::PairBefore2 | T::PairAfter2 | T::WordsAround => Self::Pair,
            T::Listed | T::ListedBefore | T::ListedAfter => Self::List,
            T::RunBefore | T::RunAfter | T::RunPlace | T::RunFirst | T::RunLast => Self::Run,
            T::Elsewhere | T::ElsewhereBefore | T::ElsewhereAfter => Self::Elsewhere,
            T::MemoryKind
            | T::MemoryMost
            | T::MemoryLast
            | T::MemoryBefore
            | T::MemoryAfter
            | T::MemoryPair
            | T::MemoryAcronym => Self::Memory,
        })
    }
}

/// The version of hash and templates, which a model must match.
pub(crate) const VERSION: u16 = 2;

/// The number of a feature: template and value, spread over 32 bits.
pub(crate) const fn key(template: Template, value: u64) -> u32 {
    let x = value.wrapping_add((template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let x = (x ^ (x >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    ((x ^ (x >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 32) as u32
}

const fn pair(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29) ^ b
}

/// What stands before the first and after the last token of a sentence.
const EDGE: u64 = 0x0065_6467_6500;

/// What is seen of the token at a place of the sentence, the edges included.
#[derive(Clone, Copy)]
struct Seen {
    hash: u64,
    form: u64,
    cluster: u64,
    facts: u64,
    names: u64,
}

impl Seen {
    fn at(document: &Document<'_>, reading: &Reading, token: Option<usize>) -> Self {
        let Some(token) = token else {
            return Self { hash: EDGE, form: 63, cluster: 1023, facts: 0, names: 0 };
        };
        let facts = reading.facts(token);
        Self {
            hash: document.hash(token),
            form: u64::from(reading.forms[token].0),
            cluster: class(facts.cluster(), 600, u64::from(reading.forms[token].0)),
            facts: u64::from(facts.title() << 6 | facts.given() << 3 | facts.surname()),
            names: u64::from(facts.given() << 3 | facts.surname()),
        }
    }
}

/// A class, or for a word without one, of which its form says most, a number from `beyond` on.
fn class(class: u32, beyond: u64, form: u64) -> u64 {
    if class == 0 { beyond + form } else { u64::from(class) }
}

/// Gives every feature of a token to `sink`.
pub(super) fn features(document: &Document<'_>, reading: &Reading, i: usize, mut sink: impl FnMut(Template, u64)) {
    of_word(document, reading, i, &mut sink);
    of_surroundings(document, reading, i, sink);
}

/// How a token is written, as far as its own features tell: they are the same for all tokens of one
/// word that are written alike.
pub(super) fn writing(document: &Document<'_>, reading: &Reading, i: usize) -> u64 {
    let token = document.tokens()[i];
    let shape = token.shape();
    let marks = u64::from(shape.has_digit())
        | u64::from(shape.has_hyphen()) << 1
        | u64::from(shape.has_period()) << 2
        | u64::from(shape.has_apostrophe()) << 3
        | u64::from(shape.has_non_ascii()) << 4;
    u64::from(reading.forms[i].0) << 16 | marks << 8 | (token.span().len() as u64).min(8)
}

/// Features of the token itself, which hang on its word and its [`writing`] alone.
pub(super) fn of_word(document: &Document<'_>, reading: &Reading, i: usize, mut sink: impl FnMut(Template, u64)) {
    use Template as T;
    let this = Seen::at(document, reading, Some(i));
    let (form, facts) = (this.form, reading.facts(i));
    sink(T::Bias, 0);
    sink(T::Written, pair(this.hash, form));
    sink(T::Word, this.hash);
    sink(T::Shape, writing(document, reading, i));
    let folded = document.fold(i).as_bytes();
    let capital = u64::from(reading.forms[i].is_name_like()) << 60;
    for length in 1..=4 {
        if folded.len() > length {
            sink(T::Prefix, affix(&folded[..length]) ^ capital);
            sink(T::Suffix, affix(&folded[folded.len() - length..]) ^ capital);
        }
    }
    sink(T::Cluster, this.cluster << 8 | form);
    // Classes of the other sizes are asked of the token itself alone, where they cost nothing: of its
    // neighbours and of its run they gained no more than the order of the text makes.
    sink(T::Narrow, class(facts.narrow(), 3000, form) << 8 | form);
    sink(T::Wide, class(facts.wide(), 100, form) << 8 | form);
    sink(T::PersonName, this.names << 8 | form);
    sink(T::CaseHabit, u64::from(facts.case()) << 8 | form);
    if facts.title() != 0 {
        sink(T::Title, u64::from(facts.title()) << 8 | form);
    }
}

/// Features of a token among its neighbours, in its run of capitals, and at other places of the article.
#[allow(clippy::too_many_lines)] // a list; splitting it would only hide its length
pub(super) fn of_surroundings(
    document: &Document<'_>,
    reading: &Reading,
    i: usize,
    mut sink: impl FnMut(Template, u64),
) {
    use Template as T;
    let sentence = reading.sentences[reading.sentence[i] as usize];
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let before = |offset: usize| Seen::at(document, reading, i.checked_sub(offset).filter(|&place| place >= start));
    let after = |offset: usize| Seen::at(document, reading, (i + offset < end).then_some(i + offset));
    let (b2, b1, this, a1, a2) = (before(2), before(1), after(0), after(1), after(2));
    let token = document.tokens()[i];
    let form = this.form;
    let facts = reading.facts(i);

    // Its neighbours.
    sink(T::WordBefore2, b2.hash);
    sink(T::WordBefore, b1.hash);
    sink(T::WordAfter, a1.hash);
    sink(T::WordAfter2, a2.hash);
    sink(T::FormBefore2, b2.form << 8 | form);
    sink(T::FormBefore, b1.form << 8 | form);
    sink(T::FormAfter, a1.form << 8 | form);
    sink(T::FormAfter2, a2.form << 8 | form);
    sink(T::ClusterBefore2, b2.cluster);
    sink(T::ClusterBefore, b1.cluster << 8 | form);
    sink(T::ClusterAfter, a1.cluster << 8 | form);
    sink(T::ClusterAfter2, a2.cluster);
    sink(T::FactsBefore, b1.facts << 8 | form);
    sink(T::FactsAfter, a1.facts << 8 | form);
    if i > start {
        sink(T::SuffixBefore, suffix(document.fold(i - 1)));
    }
    if i + 1 < end {
        sink(T::SuffixAfter, suffix(document.fold(i + 1)));
    }

    // Pairs.
    sink(T::PairBefore, pair(b1.hash, this.hash));
    sink(T::PairAfter, pair(this.hash, a1.hash));
    sink(T::PairBefore2, pair(b2.hash, b1.hash));
    sink(T::PairAfter2, pair(a1.hash, a2.hash));
    sink(T::WordsAround, pair(pair(b1.hash, a1.hash), form));
    sink(T::ClusterPairBefore, b1.cluster << 16 | this.cluster);
    sink(T::ClusterPairAfter, this.cluster << 16 | a1.cluster);
    sink(T::ClustersAround, b1.cluster << 26 | a1.cluster << 8 | form);
    sink(T::ClusterPairBefore2, b2.cluster << 16 | b1.cluster);
    sink(T::ClusterPairAfter2, a1.cluster << 16 | a2.cluster);
    let triple = b1.form << 12 | form << 6 | a1.form;
    sink(T::FormTriple, triple);
    sink(T::FormQuintuple, b2.form << 24 | triple << 6 | a2.form);
    sink(T::NamesBefore, b1.facts << 16 | this.names << 6 | form);
    sink(T::NamesAfter, this.names << 16 | a1.names << 6 | a1.form);

    // Lists.
    let listed = |token: usize| {
        let listed = reading.listed[token];
        u64::from(listed.lists.0) << 2 | u64::from(listed.part)
    };
    let here = reading.listed[i];
    for list in 0..16 {
        if here.lists.0 >> list & 1 == 1 {
            sink(T::Listed, list << 16 | u64::from(here.part) << 8 | form);
        }
    }
    if here.lists.0 != 0 {
        sink(T::Listed, 1 << 40 | listed(i));
    }
    if i > start && reading.listed[i - 1].lists.0 != 0 {
        sink(T::ListedBefore, listed(i - 1) << 8 | form);
    }
    if i + 1 < end && reading.listed[i + 1].lists.0 != 0 {
        sink(T::ListedAfter, listed(i + 1) << 8 | form);
    }

    // The run of capitals that it stands in.
    if reading.forms[i].is_name_like() {
        let (first, last) = (reading.run_start[i] as usize, reading.run_end[i] as usize - 1);
        let before = Seen::at(document, reading, (first > start).then(|| first - 1));
        let after = Seen::at(document, reading, (last + 1 < end).then_some(last + 1));
        let (from, to) = ((i - first).min(3) as u64, (last - i).min(3) as u64);
        let place = from << 2 | to;
        sink(T::RunPlace, place << 8 | form);
        sink(T::RunBefore, pair(before.hash, place));
        sink(T::RunBeforeCluster, before.cluster << 8 | place);
        sink(T::RunAfter, pair(after.hash, place));
        sink(T::RunAfterCluster, after.cluster << 8 | place);
        if last > i {
            let word = Seen::at(document, reading, Some(last));
            sink(T::RunLast, pair(word.hash, from));
            sink(T::RunLastCluster, word.cluster << 8 | from);
        }
        if first < i {
            let word = Seen::at(document, reading, Some(first));
            sink(T::RunFirst, pair(word.hash, to));
            sink(T::RunFirstCluster, word.cluster << 8 | to);
        }
    }
    if i == start {
        sink(T::SentenceStart, pair(this.hash, a1.form));
        sink(T::SentenceStart, u64::from(facts.case()) << 8 | form);
    }
    if i > start && i + 1 < end && document.fold(i - 1) == "(" && document.fold(i + 1) == ")" {
        sink(T::Bracketed, form << 8 | (token.span().len() as u64).min(8));
    }
    elsewhere(document, reading, i, start, &mut sink);
}

/// The same word at other places of the article.
fn elsewhere(document: &Document<'_>, reading: &Reading, i: usize, start: usize, sink: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let form = reading.forms[i];
    if !form.is_name_like() {
        return;
    }
    let word = reading.word_at(i);
    let habit = u64::from(word.lower.min(2)) << 4 | u64::from(word.capital.min(3));
    sink(T::Elsewhere, habit << 9 | u64::from(i == start) << 8 | u64::from(form.0));
    for &place in word.places.iter().filter(|&&place| place as usize != i && place != u32::MAX) {
        let place = place as usize;
        let sentence = reading.sentences[reading.sentence[place] as usize];
        let before = Seen::at(document, reading, (place > sentence.start as usize).then(|| place - 1));
        let after = Seen::at(document, reading, (place + 1 < sentence.end as usize).then_some(place + 1));
        sink(T::ElsewhereBefore, before.hash);
        sink(T::ElsewhereAfter, after.hash);
        sink(T::ElsewhereBeforeCluster, before.cluster << 8 | before.form);
        sink(T::ElsewhereAfterCluster, after.cluster << 8 | after.form);
        let (first, last) = (reading.run_start[place] as usize, reading.run_end[place] as usize - 1);
        let shape = ((place - first).min(2) << 2 | (last - place).min(2)) as u64;
        let names = u64::from(reading.facts(first).given() << 3 | reading.facts(last).surname());
        sink(T::ElsewhereRun, shape << 8 | names);
    }
}

/// Three letters at the end of a neighbour.
fn suffix(folded: &str) -> u64 {
    let bytes = folded.as_bytes();
    affix(&bytes[bytes.len().saturating_sub(3)..])
}

/// Up to seven bytes as one number, with their count.
fn affix(bytes: &[u8]) -> u64 {
    bytes.iter().fold(bytes.len() as u64, |state, &byte| state << 8 | u64::from(byte))
}
