//! A body is named with its number ("116th U.S. Congress", "42nd Infantry Division"), an event that comes
//! again with its year ("2019 Chicago Marathon").

use super::{EntityKind, Mention};
use crate::text::{Document, TokenRange};

/// Takes in the ordinal in figures before a body's name, and the year before an event's. Of 13 ordinals in
/// annotated news all are part of the name, of 36 years before the events below too.
pub(super) fn complete<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    for index in 0..mentions.len() {
        let TokenRange { start, end } = mentions[index].tokens;
        let is_free = index == 0 || mentions[index - 1].tokens.end < start;
        let before = start.checked_sub(1).map(|before| before as usize);
        let Some(number) = before.filter(|_| is_free) else { continue };
        let is_number = match mentions[index].kind {
            EntityKind::Organisation => is_ordinal(document.fold(number)),
            EntityKind::Other => is_year(document.fold(number)) && EVENTS.contains(&document.fold(end as usize - 1)),
            _ => false,
        };
        if is_number && document.sentence_at(number) == document.sentence_at(start as usize) {
            mentions[index].set_tokens(document, TokenRange::new(number, end as usize));
        }
    }
}

/// Whether a token is an ordinal in figures: "1st", "116th".
fn is_ordinal(fold: &str) -> bool {
    let digits = fold.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number && matches!(&fold[digits.len()..], "st" | "nd" | "rd" | "th")
}

fn is_year(fold: &str) -> bool {
    fold.len() == 4
        && (fold.starts_with("19") || fold.starts_with("20"))
        && fold.bytes().all(|digit| digit.is_ascii_digit())
}

/// Last words of events that come again. "Olympics", "Games" and "Cup" are left out: there annotated news
/// leaves the year out.
const EVENTS: [&str; 12] = [
    "awards",
    "caucuses",
    "championship",
    "championships",
    "convention",
    "election",
    "elections",
    "festival",
    "marathon",
    "primaries",
    "primary",
    "referendum",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_body_has_its_number_and_other_names_have_none() {
        let completed = |text: &str, first: usize, last: usize, kind| {
            let document = Document::new(text, &[Span::new(0, text.len())]);
            let mut mentions = vec![Mention::new(&document, TokenRange::new(first, last), kind, 0.9)];
            complete(&document, &mut mentions);
            mentions[0].words.text().to_owned()
        };
        assert_eq!(completed("the 84th Knesset met", 2, 3, EntityKind::Organisation), "84th Knesset");
        assert_eq!(completed("of June 4th. Congress met", 4, 5, EntityKind::Organisation), "Congress");
        assert_eq!(completed("a 5th Nairobi fire", 2, 3, EntityKind::Place), "Nairobi");
        assert_eq!(completed("the fifth Congress", 2, 3, EntityKind::Organisation), "Congress");
        assert_eq!(completed("the 2023 Oslo Marathon", 2, 4, EntityKind::Other), "2023 Oslo Marathon");
        assert_eq!(completed("in 2023 Danish voters", 2, 3, EntityKind::Other), "Danish");
    }
}
