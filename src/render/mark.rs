//! Marks: what was found in an article, laid over its text as elements that nest.
//!
//! A name stands inside a quotation, and a quotation may begin in one sentence and end in the
//! next. Elements of a page must not cross: where two marks do, the inner one is cut at the end of
//! the outer and goes on after it.

use std::cmp::Reverse;
use std::fmt;

use crate::digest::Digest;
use crate::text::Span;

/// What a mark says of the words under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A key sentence, by index.
    Sentence(usize),
    /// A piece of a quotation, by both indexes.
    Quote(usize, usize),
    /// A mention of an entity, by both indexes.
    Mention(usize, usize),
    Figure(usize),
    Time(usize),
}

/// Marked words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) what: What,
    /// Whether these are the first of its words, or those after a cut.
    pub(super) is_head: bool,
}

/// A step of writing a block.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Open(Mark),
    Text(Span),
    Close,
}

/// How deep marks may nest. Real articles need three (sentence, quotation, name); more is a text
/// made to be slow, and what lies deeper is left unmarked.
const DEEPEST: usize = 6;

/// The marks of an article in the order in which they open, and how far they have been written.
pub(super) struct Marks {
    list: Vec<Mark>,
    next: usize,
    open: Vec<Mark>,
    /// What was cut at the end of an outer mark or of a block and goes on after it.
    cut: Vec<Mark>,
}

impl Marks {
    pub(super) fn new(digest: &Digest<'_>) -> Self {
        let mut marks = Vec::new();
        let mut add = |span, what| marks.push(Mark { span, what, is_head: true });
        for &index in digest.key_sentences() {
            add(digest.sentences()[index].span(), What::Sentence(index));
        }
        for (index, quote) in digest.quotes().iter().enumerate() {
            for (piece, words) in quote.pieces().iter().enumerate() {
                add(words.span(), What::Quote(index, piece));
            }
        }
        for (index, entity) in digest.entities().iter().enumerate() {
            for (number, mention) in entity.mentions().iter().enumerate() {
                add(mention.words().span(), What::Mention(index, number));
            }
        }
        for (index, figure) in digest.figures().iter().enumerate() {
            add(figure.words().span(), What::Figure(index));
        }
        for (index, time) in digest.times().iter().enumerate() {
            add(time.words().span(), What::Time(index));
        }
        Self::of(marks)
    }

    fn of(mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| (mark.span.start(), Reverse(mark.span.end()), mark.what));
        Self { list: marks, next: 0, open: Vec::new(), cut: Vec::new() }
    }

    /// Gives the steps that write one block. Blocks come in the order of the text.
    pub(super) fn write(&mut self, block: Span, step: &mut dyn FnMut(Step) -> fmt::Result) -> fmt::Result {
        let mut at = block.start();
        loop {
            while self.open.last().is_some_and(|mark| mark.span.end() <= at) {
                self.open.pop();
                step(Step::Close)?;
            }
            if at >= block.end() {
                return Ok(());
            }
            for mark in std::mem::take(&mut self.cut) {
                self.open(mark, at, block, step)?;
            }
            while let Some(&mark) = self.list.get(self.next).filter(|mark| mark.span.start() <= at) {
                self.next += 1;
                self.open(mark, at, block, step)?;
            }
            let mut end = self.open.last().map_or(block.end(), |mark| mark.span.end());
            if let Some(mark) = self.list.get(self.next) {
                end = end.min(mark.span.start());
            }
            step(Step::Text(Span::new(at, end)))?;
            at = end;
        }
    }

    fn open(&mut self, mark: Mark, at: usize, block: Span, step: &mut dyn FnMut(Step) -> fmt::Result) -> fmt::Result {
        if mark.span.end() <= at {
            return Ok(());
        }
        let limit = self.open.last().map_or(block.end(), |outer| outer.span.end());
        let start = mark.span.start().max(at);
        if start >= limit || self.open.len() == DEEPEST {
            // It may still find room after the outer mark, unless the nest is full.
            if self.cut.len() < DEEPEST && self.open.len() < DEEPEST {
                self.cut.push(Mark { span: Span::new(start, mark.span.end()), ..mark });
            }
            return Ok(());
        }
        if mark.span.end() > limit && self.cut.len() < DEEPEST {
            self.cut.push(Mark { span: Span::new(limit, mark.span.end()), is_head: false, ..mark });
        }
        let shown = Mark { span: Span::new(start, mark.span.end().min(limit)), ..mark };
        self.open.push(shown);
        step(Step::Open(shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    /// The text with a bracket where a mark opens, a parenthesis where it goes on after a cut.
    fn shown(mut marks: Marks, text: &str, blocks: &[Span]) -> String {
        let mut out = String::new();
        for &block in blocks {
            marks
                .write(block, &mut |step| {
                    match step {
                        Step::Open(mark) => out.push(if mark.is_head { '[' } else { '(' }),
                        Step::Text(span) => out += &text[span],
                        Step::Close => out.push(']'),
                    }
                    Ok(())
                })
                .expect("a string takes any text");
        }
        out
    }

    fn marks(spans: &[(usize, usize)]) -> Marks {
        let mark = |&(start, end): &(usize, usize)| Mark {
            span: Span::new(start, end),
            what: What::Figure(start),
            is_head: true,
        };
        Marks::of(spans.iter().map(mark).collect())
    }

    #[test]
    fn a_name_stands_inside_the_quotation() {
        let mut digest = sample::digest("{P1|Ruiz} said: {S1|“We warned {O2|OSE} in {D=2024-05|May}.”}");
        digest.key_sentences.clear();
        let blocks: Vec<_> = digest.blocks().iter().map(|block| block.span()).collect();
        assert_eq!(shown(Marks::new(&digest), digest.text(), &blocks), "[Ruiz] said: [“We warned [OSE] in [May].”]");
    }

    #[test]
    fn of_two_marks_that_cross_the_inner_is_cut_and_goes_on() {
        assert_eq!(shown(marks(&[(1, 5), (3, 8)]), "0123456789", &[Span::new(0, 10)]), "0[12[34]](567]89");
    }

    #[test]
    fn a_mark_over_two_blocks_is_cut_between_them() {
        let blocks = [Span::new(0, 4), Span::new(6, 10)];
        assert_eq!(shown(marks(&[(2, 8)]), "0123  6789", &blocks), "01[23](67]89");
    }

    #[test]
    fn whatever_the_marks_every_character_is_written_once() {
        proptest::proptest!(|(spans: Vec<(usize, usize)>, cut in 0..40usize)| {
            let text: String = ('a'..='z').chain('A'..='N').collect();
            let spans: Vec<_> = spans.iter().map(|&(a, b)| (a % 40, b % 41)).filter(|(a, b)| a < b).collect();
            let blocks = [Span::new(0, cut), Span::new(cut, 40)];
            let shown = shown(marks(&spans), &text, &blocks);
            let mut depth = 0usize;
            for character in shown.chars() {
                match character {
                    '[' | '(' => depth += 1,
                    ']' => depth = depth.checked_sub(1).expect("a mark is open"),
                    _ => {}
                }
                proptest::prop_assert!(depth <= DEEPEST);
            }
            proptest::prop_assert_eq!(depth, 0);
            proptest::prop_assert_eq!(shown.replace(['[', '(', ']'], ""), text);
        });
    }
}
