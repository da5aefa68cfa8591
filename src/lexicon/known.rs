//! `KnownNames`: the names that a user brings, found again in any article.

use super::table::Table;
use crate::entity::EntityKind;
use crate::error::{Error, ErrorKind};
use crate::text::{Buffers, Case, Document, Shape, TokenRange, fold, tokens_of};

/// Names longer than this many tokens are refused: it bounds what matching may cost a token. The
/// longest official name of a state or agency that we met has 14.
const MAX_TOKENS: usize = 16;

/// A name of one's own for the lexicon: what it names, under which id, and its other forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName<'n> {
    name: &'n str,
    kind: EntityKind,
    id: &'n str,
    aliases: Vec<&'n str>,
}

impl<'n> KnownName<'n> {
    /// A name without id and without other forms.
    #[must_use]
    pub fn new(name: &'n str, kind: EntityKind) -> Self {
        Self { name, kind, id: "", aliases: Vec::new() }
    }

    /// The id under which the caller knows it; shown with the entity.
    #[must_use]
    pub fn id(mut self, id: &'n str) -> Self {
        self.id = id;
        self
    }

    /// Another form of the name.
    #[must_use]
    pub fn alias(mut self, alias: &'n str) -> Self {
        self.aliases.push(alias);
        self
    }
}

/// What a form in the table stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// The known name of this index.
    Name(u32),
    /// A form that names nothing.
    Ignored,
}

/// One known name: where its texts lie in the pool.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: EntityKind,
    name: (u32, u32),
    id: (u32, u32),
}

/// Names with kinds and ids, and forms to ignore, as a table keyed by the hashes of their tokens.
///
/// Two open-addressing tables: the first token of every form with the greatest length of the forms
/// that begin with it, and the hash of every whole form. A token that begins no form costs one
/// probe; one that does costs at most 16 more.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownNames {
    /// Names and ids, one after another.
    pool: String,
    entries: Vec<Entry>,
    starts: Table<u8>,
    forms: Table<Form>,
}

/// A form of a name: what it means and how it must be written.
#[derive(Debug, Clone, Copy)]
struct Form {
    meaning: Meaning,
    /// Whether the form has a capital: then it is not found in lower case, so that the company
    /// "Apple" is not found in "an apple".
    cased: bool,
}

/// A known name where it stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KnownMention {
    pub(crate) tokens: TokenRange,
    /// Index of the name; none for a form to ignore.
    pub(crate) name: Option<u32>,
}

impl KnownNames {
    /// Adds a name with all its forms.
    fn push(&mut self, buffers: &mut Buffers, known: &KnownName<'_>) -> Result<(), String> {
        let index = u32::try_from(self.entries.len()).map_err(|_| "more than 4,294,967,295 names".to_owned())?;
        for form in std::iter::once(&known.name).chain(&known.aliases) {
            self.push_form(buffers, form, Meaning::Name(index))?;
        }
        let name = self.keep(known.name)?;
        let id = self.keep(known.id)?;
        self.entries.push(Entry { kind: known.kind, name, id });
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Result<(u32, u32), String> {
        let start = self.pool.len();
        self.pool.push_str(text);
        let end = u32::try_from(self.pool.len()).map_err(|_| "more than 4 GiB of names".to_owned())?;
        Ok((start as u32, end))
    }

    fn push_form(&mut self, buffers: &mut Buffers, form: &str, meaning: Meaning) -> Result<(), String> {
        let (tokens, hashes) = tokens_of(buffers, form);
        if tokens.is_empty() {
            return Err(format!("found no word in the name {form:?}"));
        }
        if tokens.len() > MAX_TOKENS {
            return Err(format!(
                "found a name of {} words and signs, wanted at most {MAX_TOKENS}: {form:?}",
                tokens.len()
            ));
        }
        let state = hashes.iter().fold(0, |state, &hash| join(state, hash));
        let length = tokens.len() as u8;
        self.starts.update(hashes[0], |known| known.map_or(length, |longest| longest.max(length)));
        let cased = tokens.iter().any(|token| has_capital(token.shape()));
        // The first meaning of a form stays: lists are sorted, most trusted first.
        self.forms.update(state, |known| known.unwrap_or(Form { meaning, cased }));
        Ok(())
    }

    /// Finds the known names of a document: longest first, from left to right, never overlapping.
    ///
    /// # Complexity
    /// Linear in the tokens: at most 17 probes each.
    pub(crate) fn find(&self, document: &Document<'_>) -> Vec<KnownMention> {
        let mut found = Vec::new();
        if self.forms.is_empty() {
            return found;
        }
        for sentence in document.sentences() {
            let end = sentence.tokens().end as usize;
            let mut at = sentence.tokens().start as usize;
            while at < end {
                let longest = self.starts.get(document.hash(at)).map_or(0, usize::from).min(end - at);
                let (mut state, mut best) = (0, None);
                for length in 1..=longest {
                    state = join(state, document.hash(at + length - 1));
                    let form = self.forms.get(state);
                    best =
                        form.filter(|form| Self::fits(document, at, length, *form)).map(|form| (length, form)).or(best);
                }
                let Some((length, form)) = best else {
                    at += 1;
                    continue;
                };
                let name = match form.meaning {
                    Meaning::Name(index) => Some(index),
                    Meaning::Ignored => None,
                };
                found.push(KnownMention { tokens: TokenRange::new(at, at + length), name });
                at += length;
            }
        }
        found
    }

    fn fits(document: &Document<'_>, at: usize, length: usize, form: Form) -> bool {
        !form.cased || document.tokens()[at..at + length].iter().any(|token| has_capital(token.shape()))
    }

    /// What the name of an index names.
    pub(crate) fn kind(&self, index: u32) -> EntityKind {
        self.entries[index as usize].kind
    }

    /// The name of an index as the user wrote it.
    pub(crate) fn name(&self, index: u32) -> &str {
        let (start, end) = self.entries[index as usize].name;
        &self.pool[start as usize..end as usize]
    }

    /// The id of a name; none where the user gave none.
    pub(crate) fn id(&self, index: u32) -> Option<&str> {
        let (start, end) = self.entries[index as usize].id;
        Some(&self.pool[start as usize..end as usize]).filter(|id| !id.is_empty())
    }
}

fn has_capital(shape: Shape) -> bool {
    shape.is_capitalised() || shape.case() == Case::Mixed
}

/// The hash of a form from that of its beginning and its next token.
fn join(state: u64, token: u64) -> u64 {
    fold::mix(state.rotate_left(5) ^ token)
}

/// Collects the names of a [`Lexicon`](super::Lexicon), made by
/// [`Lexicon::builder`](super::Lexicon::builder).
#[derive(Debug, Default)]
#[must_use]
pub struct LexiconBuilder {
    names: KnownNames,
    buffers: Buffers,
    rows: usize,
}

impl LexiconBuilder {
    /// Adds a name.
    ///
    /// # Errors
    /// When one of its forms has no word, or more than 16 words and signs.
    pub fn name(mut self, known: &KnownName<'_>) -> Result<Self, Error> {
        self.rows += 1;
        self.names.push(&mut self.buffers, known).map_err(|reason| row("names", self.rows, reason))?;
        Ok(self)
    }

    /// Adds a form that names nothing: where the article has it, no entity is reported.
    ///
    /// # Errors
    /// When it has no word, or more than 16 words and signs.
    pub fn ignore(mut self, form: &str) -> Result<Self, Error> {
        self.rows += 1;
        let added = self.names.push_form(&mut self.buffers, form, Meaning::Ignored);
        added.map_err(|reason| row("names", self.rows, reason))?;
        Ok(self)
    }

    /// Adds every name of an iterator.
    ///
    /// # Errors
    /// At the first name with a form without words, or with more than 16; the error counts names.
    pub fn names<'n>(self, names: impl IntoIterator<Item = KnownName<'n>>) -> Result<Self, Error> {
        names.into_iter().try_fold(self, |builder, known| builder.name(&known))
    }

    /// Adds the rows of a list: `name`, `kind`, `id`, `alias|alias`, tabs between, the last two
    /// optional. The kind is `person`, `organisation`, `place`, `other` or `ignore`; `#` starts a
    /// comment. Rows need not be sorted; of two rows with one form the earlier counts.
    ///
    /// # Errors
    /// At the first row that cannot be read; the error names `file` and line.
    ///
    /// # Complexity
    /// Linear: a million rows load in under a second.
    pub fn tsv(mut self, file: &str, list: &str) -> Result<Self, Error> {
        for (index, line) in list.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            self.tsv_row(line).map_err(|reason| row(file, index + 1, reason))?;
        }
        Ok(self)
    }

    fn tsv_row(&mut self, line: &str) -> Result<(), String> {
        let mut fields = line.split('\t');
        let name = fields.next().unwrap_or_default();
        let kind = match fields.next().unwrap_or_default() {
            "person" => EntityKind::Person,
            "organisation" => EntityKind::Organisation,
            "place" => EntityKind::Place,
            "other" => EntityKind::Other,
            "ignore" => return self.names.push_form(&mut self.buffers, name, Meaning::Ignored),
            found => return Err(format!("found kind {found:?}, wanted person, organisation, place, other or ignore")),
        };
        let id = fields.next().unwrap_or_default();
        let aliases = fields.next().unwrap_or_default().split('|').filter(|alias| !alias.is_empty()).collect();
        if let Some(extra) = fields.next() {
            return Err(format!("found a fifth field {extra:?}, wanted at most four"));
        }
        self.names.push(&mut self.buffers, &KnownName { name, kind, id, aliases })
    }

    pub(super) fn into_names(self) -> KnownNames {
        self.names
    }
}

fn row(file: &str, line: usize, reason: String) -> Error {
    ErrorKind::Row { file: file.to_owned(), line, reason }.into()
}
