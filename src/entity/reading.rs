//! Reading: what the tagger sees of a document before it decides: forms, word lists, and how each
//! word is written elsewhere in the article.

use super::letters::Letters;
use super::segment::{self, Segment};
use crate::lexicon::{Facts, Gazetteer, Lists, class_of};
use crate::text::{Case, Document, TokenKind, TokenRange};

/// How a token is written, with the guess of its usual case where the sentence hides it.
///
/// A number below 64; features are made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Form(pub(super) u8);

impl Form {
    pub(super) const LOWER: Self = Self(16);
    pub(super) const CAPITALISED: Self = Self(17);
    const UPPER: Self = Self(18);
    const MIXED: Self = Self(19);
    const CASELESS: Self = Self(20);
    const CLITIC: Self = Self(21);
    pub(super) const INITIAL: Self = Self(22);
    /// Title Case and what follows: where each word has a capital whatever it is.
    const TITLE: u8 = 24;
    const CAPITALS: u8 = 32;
    const SMALL: u8 = 40;
    const GUESS_LOWER: u8 = 0;
    const GUESS_CAPITAL: u8 = 1;
    const GUESS_NONE: u8 = 2;
    const GUESS_EITHER: u8 = 3;
    /// `NATO` amid Title Case.
    const TITLE_UPPER: Self = Self(Self::TITLE + 3);

    /// Whether it may be a name's word by its letters alone.
    pub(super) const fn is_name_like(self) -> bool {
        matches!(self.0, 17 | 18 | 19 | 22 | 25 | 26 | 27 | 33 | 34 | 41 | 42 | 43)
    }

    /// Whether it has a capital by the hand of a writer who also uses small letters.
    const fn is_capital(self) -> bool {
        matches!(self.0, 17 | 18 | 19 | 22)
    }
}

/// How the letters of a sentence are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Normal,
    /// As nobody can tell: the text is written in one case throughout.
    Hidden,
    Title,
    Capitals,
    Small,
}

/// What is known of a distinct word of the document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    hash: u64,
    pub(super) facts: Facts,
    /// Times in lower case, and with a capital where none was due.
    pub(super) lower: u32,
    pub(super) capital: u32,
    /// The first places where it has a capital, `u32::MAX` where there are no more.
    pub(super) places: [u32; PLACES],
}

/// Other places of a word that features look at.
const PLACES: usize = 3;

const NONE: u32 = u32::MAX;

/// A listed name that covers a token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Listed {
    pub(super) lists: Lists,
    /// 0 alone, 1 first, 2 inside, 3 last.
    pub(super) part: u8,
}

/// All that features are made of, a document at a time; the vectors are kept between documents.
#[derive(Debug, Default, Clone)]
pub(super) struct Reading {
    pub(super) letters: Letters,
    /// Distinct words in order of their first occurrence, and for each token which.
    pub(super) words: Vec<Word>,
    pub(super) word: Vec<u32>,
    pub(super) forms: Vec<Form>,
    pub(super) listed: Vec<Listed>,
    /// First token of the run of name-like tokens that a token is in, and the one after its last.
    pub(super) run_start: Vec<u32>,
    pub(super) run_end: Vec<u32>,
    /// For each token the first token of its sentence, and the one after its last.
    pub(super) sentences: Vec<TokenRange>,
    pub(super) sentence: Vec<u32>,
    /// Runs of tokens that may be part of a name; the others are outside whatever the weights say.
    pub(super) segments: Vec<Segment>,
    slots: Vec<u32>,
}

impl Reading {
    pub(super) fn read(&mut self, document: &Document<'_>, gazetteer: &Gazetteer, letters: Letters) {
        self.letters = letters;
        self.find_words(document, gazetteer);
        self.find_forms(document);
        self.find_listed(document, gazetteer);
        self.find_runs(document);
        segment::find(document, self);
    }

    /// Numbers the distinct words and asks the word lists once for each.
    fn find_words(&mut self, document: &Document<'_>, gazetteer: &Gazetteer) {
        let tokens = document.tokens().len();
        let capacity = (tokens * 2).next_power_of_two().max(16);
        self.words.clear();
        self.word.clear();
        self.slots.clear();
        self.slots.resize(capacity, NONE);
        for index in 0..tokens {
            let hash = document.hash(index);
            let mut slot = hash as usize & (capacity - 1);
            let id = loop {
                let id = self.slots[slot];
                if id == NONE {
                    let id = self.words.len() as u32;
                    self.slots[slot] = id;
                    self.words.push(Word { hash, places: [NONE; PLACES], ..Word::default() });
                    break id;
                }
                if self.words[id as usize].hash == hash {
                    break id;
                }
                slot = (slot + 1) & (capacity - 1);
            };
            self.word.push(id);
        }
        gazetteer.look_up(&mut self.words, |word| word.hash, |word, facts| word.facts = facts);
    }

    pub(super) fn word_at(&self, token: usize) -> &Word {
        &self.words[self.word[token] as usize]
    }

    /// Whether a word of a name gives a letter to its acronym: "Bank of Korea (BOK)" would also.
    pub(super) fn has_initial(&self, document: &Document<'_>, token: usize) -> bool {
        match self.letters {
            Letters::Cased => document.tokens()[token].shape().is_capitalised(),
            Letters::Caseless => class_of(document.hash(token)).is_none(),
        }
    }

    pub(super) fn facts(&self, token: usize) -> Facts {
        self.word_at(token).facts
    }

    /// Decides how each sentence is written, counts how each word is, then gives every token its form.
    fn find_forms(&mut self, document: &Document<'_>) {
        let tokens = document.tokens();
        self.forms.clear();
        self.forms.resize(tokens.len(), Form::default());
        self.sentences.clear();
        self.sentence.clear();
        let (mut capitals, mut letters) = (0usize, 0usize);
        for token in tokens.iter().filter(|token| token.kind() == TokenKind::Word) {
            capitals += usize::from(token.shape().is_capitalised());
            letters += 1;
        }
        let small = letters >= 5 && capitals * 50 < letters;
        let mut hidden = Vec::new();
        for (index, sentence) in document.sentences().iter().enumerate() {
            let range = sentence.tokens();
            self.sentences.push(range);
            self.sentence.resize(range.end as usize, index as u32);
            let writing = match self.letters {
                Letters::Caseless => Writing::Hidden,
                Letters::Cased if small => Writing::Small,
                Letters::Cased => writing(document, range),
            };
            if writing != Writing::Normal {
                hidden.push((range, writing));
                continue;
            }
            let mut initial = true;
            for i in range.range() {
                let form = plain_form(document, i);
                self.forms[i] = form;
                let word = &mut self.words[self.word[i] as usize];
                if form == Form::LOWER {
                    word.lower += 1;
                } else if form.is_capital() {
                    word.capital += u32::from(!initial);
                    if let Some(place) = word.places.iter_mut().find(|place| **place == NONE) {
                        *place = i as u32;
                    }
                }
                // A capital is due after an opening quotation mark, a colon and at the start.
                initial = match tokens[i].kind() {
                    TokenKind::Quote | TokenKind::Open => true,
                    TokenKind::Punctuation | TokenKind::Stop if matches!(document.fold(i), ":" | "…" | "...") => true,
                    _ => initial && !tokens[i].is_word(),
                };
            }
        }
        for (range, writing) in hidden {
            for i in range.range() {
                let plain = plain_form(document, i);
                self.forms[i] = self.hidden_form(i, plain, writing);
                if writing == Writing::Hidden && self.forms[i].is_name_like() {
                    let places = &mut self.words[self.word[i] as usize].places;
                    if let Some(place) = places.iter_mut().find(|place| **place == NONE) {
                        *place = i as u32;
                    }
                }
            }
        }
    }

    /// The form of a token whose sentence hides its case: the usual case of the word, by the rest
    /// of the article, then by the news at large.
    fn hidden_form(&self, token: usize, plain: Form, writing: Writing) -> Form {
        if plain.0 < Form::LOWER.0 || plain == Form::CASELESS || plain == Form::CLITIC {
            return plain;
        }
        let base = match writing {
            Writing::Normal => return plain,
            Writing::Title if plain == Form::LOWER || plain == Form::INITIAL => return plain,
            Writing::Title if plain == Form::UPPER || plain == Form::MIXED => return Form::TITLE_UPPER,
            Writing::Title => Form::TITLE,
            Writing::Capitals => Form::CAPITALS,
            Writing::Small | Writing::Hidden => Form::SMALL,
        };
        let word = self.word_at(token);
        let guess = if word.lower > 2 * word.capital {
            Form::GUESS_LOWER
        } else if word.capital > 2 * word.lower {
            Form::GUESS_CAPITAL
        } else {
            match word.facts.case() {
                1 => Form::GUESS_LOWER,
                3 => Form::GUESS_CAPITAL,
                2 if writing == Writing::Hidden => Form::GUESS_EITHER,
                _ => Form::GUESS_NONE,
            }
        };
        Form(base + guess)
    }

    fn find_listed(&mut self, document: &Document<'_>, gazetteer: &Gazetteer) {
        let len = document.tokens().len();
        self.listed.clear();
        self.listed.resize(len, Listed::default());
        for &range in &self.sentences {
            let (mut i, end) = (range.start as usize, range.end as usize);
            while i < end {
                let longest = self.facts(i).longest();
                let may_begin = self.forms[i].is_name_like() || (longest > 1 && self.letters == Letters::Caseless);
                let found = if longest > 0 && may_begin {
                    gazetteer.match_at((i..end).map(|at| document.hash(at)), longest)
                } else {
                    None
                };
                // A single word that is mostly written small is no name for standing in a list: "reading".
                let found = found.filter(|&(length, _)| length > 1 || self.forms[i].is_name_like());
                let Some((length, lists)) = found else {
                    i += 1;
                    continue;
                };
                for at in 0..length {
                    let part = match (length, at) {
                        (1, _) => 0,
                        (_, 0) => 1,
                        _ if at + 1 == length => 3,
                        _ => 2,
                    };
                    self.listed[i + at] = Listed { lists, part };
                }
                i += length;
            }
        }
    }

    fn find_runs(&mut self, document: &Document<'_>) {
        let len = document.tokens().len();
        self.run_start.clear();
        self.run_end.clear();
        self.run_end.resize(len, 0);
        for &range in &self.sentences {
            let mut start = range.start;
            for i in range.range() {
                if !self.forms[i].is_name_like() {
                    start = i as u32 + 1;
                }
                self.run_start.push(start.min(i as u32));
            }
            let mut end = range.end;
            for i in range.range().rev() {
                if !self.forms[i].is_name_like() {
                    end = i as u32;
                }
                self.run_end[i] = end.max(i as u32 + 1);
            }
        }
    }
}

/// The form of a token by its own characters.
fn plain_form(document: &Document<'_>, token: usize) -> Form {
    let token = document.tokens()[token];
    match token.kind() {
        TokenKind::Word | TokenKind::Mixed => match token.shape().case() {
            Case::Lower => Form::LOWER,
            Case::Capitalised if token.span().len() == 1 || (token.span().len() == 2 && token.shape().has_period()) => {
                Form::INITIAL
            }
            Case::Capitalised => Form::CAPITALISED,
            Case::Upper => Form::UPPER,
            Case::Mixed if token.shape().is_capitalised() || token.span().len() > 2 => Form::MIXED,
            Case::Mixed | Case::None => Form::CASELESS,
        },
        TokenKind::Clitic => Form::CLITIC,
        // Handles and addresses are written as anyone likes.
        kind => Form(kind as u8),
    }
}

/// How a sentence is written, by its longer words.
fn writing(document: &Document<'_>, range: TokenRange) -> Writing {
    let (mut lower, mut capital, mut upper) = (0usize, 0usize, 0usize);
    for i in range.range() {
        let token = document.tokens()[i];
        // Function words tell nothing: Title Case writes them small.
        if token.kind() != TokenKind::Word || token.span().len() < 2 || class_of(document.hash(i)).is_some() {
            continue;
        }
        match token.shape().case() {
            Case::Lower => lower += 1,
            Case::Upper => upper += 1,
            Case::Capitalised | Case::Mixed => capital += 1,
            Case::None => {}
        }
    }
    let all = lower + capital + upper;
    if all >= 3 && upper * 5 >= all * 4 {
        Writing::Capitals
    } else if all >= 4 && lower * 8 <= all {
        Writing::Title
    } else if lower >= 3 && capital + upper == 0 && starts_small(document, range) {
        Writing::Small
    } else {
        Writing::Normal
    }
}

/// Whether a sentence begins without the capital that is due there, as messages are written.
fn starts_small(document: &Document<'_>, range: TokenRange) -> bool {
    let first = range.range().map(|i| document.tokens()[i]).find(|token| token.is_word());
    first.is_some_and(|token| token.shape().case() == Case::Lower)
}
