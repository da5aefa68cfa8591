//! Abbreviations, and what may stand beside each.

use once_cell::sync::Lazy;

use super::list::{List, hash_of};

/// What makes a word with a full stop an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing more: `etc.`, `Inc.` are no words without their stop.
    Clear,
    /// Nothing more; a name follows: `Mr.`, `Dr.`
    Honorific,
    /// Nothing more; the sentence goes on: `vs.`, `cf.`
    Joining,
    /// A capital, and another after it: "Gen. Park", but "the new gen. Park".
    Title,
    /// A capital; `Jan.` and `Mar.`, which are names and words, only beside a number.
    Month,
    /// A capital, and a number, a comma or small letters after it.
    Day,
    /// A number after it: "No. 5", but "She said no."
    Number,
    /// A capital; those that are words (`Miss.`, `Wash.`, `Ore.`) only after a comma.
    State,
    /// A number before it: "6 ft. tall".
    Unit,
    /// Names on both sides, "Brown v. Board", or a number after it.
    Versus,
}

impl Kind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "clear" => Self::Clear,
            "honorific" => Self::Honorific,
            "joining" => Self::Joining,
            "title" => Self::Title,
            "month" => Self::Month,
            "day" => Self::Day,
            "number" => Self::Number,
            "state" => Self::State,
            "unit" => Self::Unit,
            "versus" => Self::Versus,
            _ => return None,
        })
    }
}

static ABBREVIATIONS: Lazy<List<Kind>> =
    Lazy::new(|| List::parse(include_str!("../../data/lists/abbreviations.tsv"), Kind::parse));

static STARTERS: Lazy<List<()>> =
    Lazy::new(|| List::parse(include_str!("../../data/lists/sentence_starters.tsv"), |_| Some(())));

/// Whether a word, by its hash, shows with its capital that a sentence begins.
pub(super) fn is_starter(hash: u64) -> bool {
    STARTERS.get(hash).is_some()
}

/// Whether no sentence ends with an abbreviation, given with its stop: `Mr.`, `vs.`, `No.`, `e.g.`
pub(super) fn never_ends(abbreviation: &str) -> bool {
    let word = abbreviation.strip_suffix('.').unwrap_or(abbreviation);
    let kind = hash_of(word).and_then(|hash| ABBREVIATIONS.get(hash));
    matches!(kind, Some(Kind::Honorific | Kind::Joining | Kind::Title | Kind::Number | Kind::Versus))
        || matches!(word, "e.g" | "i.e")
}

/// What stands around a word with a full stop.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The last character of the token before, on the same line of thought.
    pub(super) before: Before,
    /// The first character after the full stop and any white space; none at the end of the block.
    pub(super) next: Option<char>,
    /// Whether white space stands between.
    pub(super) space: bool,
    /// Whether the next word is a [starter](is_starter).
    pub(super) starter: bool,
}

/// What the token before is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Before {
    #[default]
    Other,
    /// Nothing: the line begins here.
    Line,
    Comma,
    Number,
    /// A word with a capital, or an initial.
    Name,
    /// "in", "since": what stands before a month.
    InTime,
}

impl Around {
    fn next_is(self, test: impl Fn(char) -> bool) -> bool {
        self.next.is_some_and(test)
    }
}

/// Whether the full stop after `word` belongs to it.
pub(super) fn takes_stop(word: &str, around: Around) -> bool {
    let mut chars = word.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    if second.is_none() && first.is_uppercase() {
        return is_initial(first, around);
    }
    let Some(kind) = hash_of(word).and_then(|hash| ABBREVIATIONS.get(hash)) else {
        // "a. the first item": a letter that opens a line is a mark of a list.
        return second.is_none() && first.is_alphabetic() && around.before == Before::Line;
    };
    let capital = first.is_uppercase();
    let number = around.next_is(char::is_numeric);
    match kind {
        Kind::Clear | Kind::Honorific | Kind::Joining => true,
        Kind::Title => capital && around.next_is(char::is_uppercase) && !around.starter,
        Kind::Month if matches!(word, "Jan" | "Mar" | "Jun" | "JAN" | "MAR" | "JUN") => {
            number || around.before == Before::InTime
        }
        Kind::Month => capital,
        Kind::Day => capital && around.next_is(|c| c.is_numeric() || c.is_lowercase() || c == ','),
        Kind::Number => number || word.starts_with(['n', 'N']) && around.next_is(|c| c == '#'),
        Kind::State
            if matches!(word.len(), 2..=4) && !matches!(word, "Fla" | "Ariz" | "Conn" | "Tenn" | "Wis" | "Minn") =>
        {
            capital && around.before == Before::Comma
        }
        Kind::State => capital && !(around.next.is_none() && around.before != Before::Comma),
        Kind::Versus => number || around.before == Before::Name && around.next_is(char::is_uppercase),
        Kind::Unit => around.before == Before::Number,
    }
}

/// Whether a capital with a full stop is the initial of a name: "J. Smith", "George W. said".
fn is_initial(letter: char, around: Around) -> bool {
    let Some(next) = around.next else { return false };
    if around.before == Before::Line {
        return true;
    }
    if next.is_uppercase() && around.space {
        // "you and I. Did you", "vitamin C. The": no name goes on with a function word.
        return !around.starter && (letter != 'I' || around.before == Before::Name);
    }
    // "Smith, J., and", "J.Smith", "W. of": no sentence begins so.
    letter != 'I' || around.before == Before::Name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_read_in_full() {
        for list in [
            include_str!("../../data/lists/abbreviations.tsv"),
            include_str!("../../data/lists/sentence_starters.tsv"),
            include_str!("../../data/lists/word_parts.tsv"),
        ] {
            let words: Vec<_> = list.lines().filter(|row| !row.starts_with('#')).collect();
            let words: Vec<_> = words.iter().map(|row| row.split('\t').next().expect("split gives one")).collect();
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", words.first());
        }
        assert!(is_starter(hash_of("However").expect("short")));
        assert!(takes_stop("Mr", Around::default()));
        assert!(!takes_stop("no", Around::default()));
    }
}
