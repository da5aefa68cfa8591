//! Document: a text, its tokens and its sentences.

use super::piece::Piece;
use super::token::Shape;
use super::{Case, Span, Token, TokenKind, TokenRange, coded, fold, sentence, tokenize};

/// A sentence: its place in the text, its tokens, and the block it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    span: Span,
    tokens: TokenRange,
    block: u32,
}

impl Sentence {
    pub(crate) fn new(span: Span, tokens: TokenRange, block: usize) -> Self {
        Self { span, tokens, block: block as u32 }
    }

    /// Where it stands, from its first token to its last.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Its tokens.
    #[must_use]
    pub fn tokens(self) -> TokenRange {
        self.tokens
    }

    /// Index of its block in the list that the document was made from.
    #[must_use]
    pub fn block(self) -> usize {
        self.block as usize
    }
}

/// The vectors of a document, kept between articles so that they are allocated once.
#[derive(Debug, Default, Clone)]
pub(crate) struct Buffers {
    pub(super) tokens: Vec<Token>,
    pub(super) hashes: Vec<u64>,
    pub(super) folded: String,
    pub(super) fold_ends: Vec<u32>,
    pub(super) sentences: Vec<Sentence>,
    /// The pieces of the chunk that is being read.
    pub(super) pieces: Vec<Piece>,
}

impl Buffers {
    /// Appends a token with its fold and its hash.
    pub(super) fn push(&mut self, text: &str, span: Span, kind: TokenKind, space: bool, line_break: bool) {
        let token = &text[span];
        let start = self.folded.len();
        let (shape, hash) = match Shape::and_hash_of_plain(token) {
            Some((shape, hash)) => {
                self.folded.push_str(token);
                if !matches!(shape.case(), Case::None | Case::Lower) {
                    self.folded[start..].make_ascii_lowercase();
                }
                (shape, hash)
            }
            None => {
                fold::push(&mut self.folded, token);
                (Shape::of_any(token), fold::hash(&self.folded[start..]))
            }
        };
        self.fold_ends.push(self.folded.len() as u32);
        self.hashes.push(hash);
        self.tokens.push(Token::new(span, kind, shape.after(space, line_break)));
    }

    pub(super) fn clear(&mut self) {
        self.tokens.clear();
        self.hashes.clear();
        self.folded.clear();
        self.fold_ends.clear();
        self.sentences.clear();
    }
}

/// A text with its tokens and sentences: what every later stage reads.
///
/// Each token is folded (lower case, straight apostrophes) and hashed once, here; word lists,
/// gazetteer, tagger and grammars all use that fold and that hash.
///
/// # Complexity
/// Linear in the text, with no allocation per token.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    buffers: Buffers,
}

impl<'t> Document<'t> {
    /// Reads the blocks of a text. Blocks are in order and do not overlap; no sentence crosses
    /// from one into the next.
    ///
    /// # Panics
    /// When a block is not a range of characters of `text`.
    ///
    /// # Examples
    /// ```
    /// use article_digest::{Document, Span};
    ///
    /// let text = "Mr. Arce won 55.1% of the vote. “It’s over,” she said.";
    /// let document = Document::new(text, &[Span::new(0, text.len())]);
    /// assert_eq!(document.sentences().len(), 2);
    /// assert_eq!(document.token_text(0), "Mr.");
    /// assert_eq!(document.fold(1), "arce");
    /// ```
    #[must_use]
    pub fn new(text: &'t str, blocks: &[Span]) -> Self {
        Self::new_in(Buffers::default(), text, blocks)
    }

    pub(crate) fn new_in(mut buffers: Buffers, text: &'t str, blocks: &[Span]) -> Self {
        buffers.clear();
        for (index, &block) in blocks.iter().enumerate() {
            let first = buffers.tokens.len();
            tokenize::push(&mut buffers, text, block);
            let tokens = TokenRange::new(first, buffers.tokens.len());
            sentence::push(&mut buffers, text, tokens, index);
        }
        Self { text, buffers }
    }

    /// Gives the vectors back for the next article.
    pub(crate) fn into_buffers(self) -> Buffers {
        self.buffers
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All tokens in the order of the text.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.buffers.tokens
    }

    /// Gives a token another letter case than its characters have, for the stages to come.
    pub(crate) fn set_case(&mut self, index: usize, case: Case) {
        self.buffers.tokens[index].set_case(case);
    }

    /// All sentences in the order of the text; every token is in exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.buffers.sentences
    }

    /// The characters of token `index`.
    #[must_use]
    pub fn token_text(&self, index: usize) -> &'t str {
        &self.text[self.buffers.tokens[index].span()]
    }

    /// The characters of token `index` as they were meant: `&ldquo;` and `â€œ` are “.
    pub(crate) fn characters(&self, index: usize) -> impl Iterator<Item = char> {
        coded::chars(self.token_text(index))
    }

    /// The characters from the first to the last token of a run; empty for an empty run.
    #[must_use]
    pub fn range_text(&self, tokens: TokenRange) -> &'t str {
        &self.text[self.range_span(tokens)]
    }

    /// The span from the first to the last token of a run; empty for an empty run.
    #[must_use]
    pub fn range_span(&self, tokens: TokenRange) -> Span {
        match self.buffers.tokens[tokens.range()] {
            [] => Span::default(),
            [only] => only.span(),
            [first, .., last] => first.span().cover(last.span()),
        }
    }

    /// Token `index` in lower case with straight apostrophes.
    #[must_use]
    pub fn fold(&self, index: usize) -> &str {
        self.buffers.fold(index)
    }

    /// Hash of [`Document::fold`], by which word lists are asked.
    #[must_use]
    pub fn hash(&self, index: usize) -> u64 {
        self.buffers.hashes[index]
    }

    /// Index of the sentence that holds token `index`.
    ///
    /// # Complexity
    /// Logarithmic in the number of sentences.
    #[must_use]
    pub fn sentence_at(&self, token: usize) -> usize {
        self.buffers.sentences.partition_point(|s| s.tokens().end as usize <= token)
    }

    /// Index of the first token that ends after byte `offset`: the token there, or the next one.
    ///
    /// # Complexity
    /// Logarithmic in the number of tokens.
    #[must_use]
    pub fn token_at(&self, offset: usize) -> usize {
        self.buffers.tokens.partition_point(|t| t.span().end() <= offset)
    }
}

impl Buffers {
    pub(super) fn fold(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.fold_ends[index - 1] as usize };
        &self.folded[start..self.fold_ends[index] as usize]
    }
}
