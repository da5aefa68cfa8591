//! Labels: what the tagger says of one token, and which label may follow which.

use super::EntityKind;

/// Labels: outside, and for each of four kinds begin, inside, last and unit (a name of one token).
pub(crate) const LABELS: usize = 17;

/// Outside of every name.
pub(crate) const OUTSIDE: usize = 0;

/// The kinds in the order of their labels.
pub(crate) const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

/// Names of the labels, as the model file lists them.
pub(crate) const NAMES: &str =
    "O B-PER I-PER L-PER U-PER B-ORG I-ORG L-ORG U-ORG B-LOC I-LOC L-LOC U-LOC B-MISC I-MISC L-MISC U-MISC";

/// Where in its name a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Begin,
    Inside,
    Last,
    Unit,
}

/// The label of a part of a name of the kind at `kind` in [`KINDS`].
pub(crate) const fn label(kind: usize, part: Part) -> usize {
    1 + 4 * kind + part as usize
}

/// Kind (index into [`KINDS`]) and part that a label says; none for [`OUTSIDE`].
pub(crate) const fn meaning(label: usize) -> Option<(usize, Part)> {
    if label == OUTSIDE || label >= LABELS {
        return None;
    }
    let part = match (label - 1) % 4 {
        0 => Part::Begin,
        1 => Part::Inside,
        2 => Part::Last,
        _ => Part::Unit,
    };
    Some(((label - 1) / 4, part))
}

/// Whether a name is open after this label, so that its inside or last token must follow.
pub(crate) const fn is_open(label: usize) -> bool {
    matches!(meaning(label), Some((_, Part::Begin | Part::Inside)))
}

/// Whether `next` may follow `last`.
pub(crate) const fn may_follow(last: usize, next: usize) -> bool {
    match (meaning(last), meaning(next)) {
        (Some((kind, Part::Begin | Part::Inside)), Some((other, Part::Inside | Part::Last))) => kind == other,
        (Some((_, Part::Begin | Part::Inside)), _) | (_, Some((_, Part::Inside | Part::Last))) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_begun_is_ended_by_its_own_kind() {
        let begin = label(0, Part::Begin);
        assert!(may_follow(begin, label(0, Part::Last)));
        assert!(!may_follow(begin, label(1, Part::Last)));
        assert!(!may_follow(begin, OUTSIDE));
        assert!(may_follow(OUTSIDE, label(3, Part::Unit)));
        assert!(!may_follow(OUTSIDE, label(3, Part::Last)));
        assert_eq!(NAMES.split(' ').count(), LABELS);
        assert_eq!(NAMES.split(' ').nth(label(2, Part::Unit)), Some("U-LOC"));
    }
}
