//! Scores and votes: "3-2", "59–41", "230-to-197", "45 points to 24".

use super::context::{self, Context};
use super::grammar::{Draft, FROM, TO, hedged};
use super::numeral::And;
use super::numeral::Form;
use super::piece::Pieces;
use super::reading::Reading;
use super::term::{self, Term};
use super::{Decimal, FigureKind, Value, counted};
use crate::text::fold;

const POINTS: u64 = fold::hash("points");

/// The score that starts with `first`; some none where two numbers joined by a dash are neither a
/// score nor a range.
pub(super) fn read(pieces: &Pieces<'_, '_>, first: &Term) -> Option<Option<Draft>> {
    let digits = first.is_bare() && first.numeral.form == Form::Digits && !first.numeral.scaled;
    let ours = first.exact().filter(|value| value.is_whole() && !value.is_negative())?;
    let end = first.end;
    // "45 points to 24"
    if first.is_bare() && pieces.hash(end) == POINTS && pieces.hash(end + 1) == TO {
        let second = plain(pieces, end + 2)?;
        let theirs = second.exact()?;
        let draft = Draft::new(first.start, second.end, FigureKind::Score, Value::Points(ours, theirs), Reading::Score);
        return Some(Some(hedged(pieces, draft)));
    }
    let near = |after: usize| {
        (1..=8).any(|back| context::is(pieces.hash_before(first.start, back), Context::Score))
            || (0..3).any(|ahead| context::is(pieces.hash(after + ahead), Context::Score))
    };
    // "voted nine to three in favour": the larger number first, so no range.
    if first.is_bare() && pieces.hash(end) == TO && pieces.hash_before(first.start, 1) != FROM {
        let second = plain(pieces, end + 1).filter(Term::is_bare)?;
        let theirs = second.exact().filter(|theirs| theirs.compare(ours) == Some(std::cmp::Ordering::Less))?;
        let draft = Draft::new(first.start, second.end, FigureKind::Score, Value::Points(ours, theirs), Reading::Score);
        return near(second.end).then(|| Some(hedged(pieces, draft)));
    }
    if !digits || !pieces.is_hyphen(end) {
        return None;
    }
    let spelt = pieces.hash(end + 1) == TO && pieces.is_hyphen(end + 2);
    let second = plain(pieces, if spelt { end + 3 } else { end + 1 })?;
    let theirs = second.exact().filter(|value| value.is_whole())?;
    let (a, b) = (ours.to_u32()?, theirs.to_u32()?);
    // "555-0134-22", "4-4-2": a third number makes it a telephone number or a formation.
    if pieces.is_hyphen(second.end) && pieces.is_number(second.end + 1) {
        return Some(None);
    }
    if second.end > 0 && !second.is_bare() {
        return None;
    }
    // "2018-19", "1990-2000": years; "50-50", "20-20": sayings.
    let saying = a == b && matches!(a, 20 | 50);
    if a >= 1000 || b >= 1000 || saying {
        return (a >= 1000 && first.end == first.start + 1 && !pieces.text(first.start).contains(',') || saying)
            .then_some(None);
    }
    let near = near(second.end);
    let counts = counted::phrase(pieces, second.end, true).is_some_and(|(_, end)| counted::is_plural(pieces, end - 1));
    if a < b && (!near || counts) && !spelt {
        return None;
    }
    let reading = if near { Reading::Score } else { Reading::ScoreAlone };
    Some(Some(Draft::new(first.start, second.end, FigureKind::Score, Value::Points(ours, theirs), reading)))
}

fn plain(pieces: &Pieces<'_, '_>, at: usize) -> Option<Term> {
    let term = term::read(pieces, at, And::Parts)?;
    let whole = |value: Decimal| value.is_whole() && !value.is_negative();
    (term.numeral.form != Form::Ordinal && !term.numeral.scaled && term.exact().is_some_and(whole)).then_some(term)
}
