//! Word: what a token is to the grammar of time, asked by its hash.

use once_cell::sync::Lazy;

use super::value::{Part, Season, TimeUnit};
use crate::lexicon::WordMap;

/// What a token is to the grammar. Words outside the list are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// "October"; surely a month
    Month(u8),
    /// "May", "March", "August": mostly something else, a month only in company
    MaybeMonth(u8),
    /// "Oct.": a month only beside a number
    ShortMonth(u8),
    Weekday(u8),
    /// "Sun": a weekday only beside a date
    ShortWeekday(u8),
    /// "Tuesdays"
    Weekdays(u8),
    Season(Season),
    /// "fall"
    MaybeSeason(Season),
    Part(Part),
    /// "mornings"
    Parts(Part),
    /// "noon", "midnight": the hour
    NamedHour(u8),
    Unit(TimeUnit),
    /// The plural of a unit
    Units(TimeUnit),
    /// "Q3"
    QuarterCode(u8),
    /// "H1"
    HalfCode(u8),
    Half,
    /// "today", and how many days it is from today
    Deictic(i8),
    Tonight,
    Now,
    /// "right" before "now"
    Right,
    /// "currently"
    Present,
    Recently,
    Latest,
    /// "recent" before a plural unit
    Recent,
    /// "weekly": once in each unit
    Regularly(TimeUnit),
    Once,
    Ago,
    /// "two years hence"
    Hence,
    Later,
    Earlier,
    Before,
    After,
    Last,
    Past,
    Previous,
    Next,
    Following,
    Coming,
    This,
    Current,
    That,
    Same,
    Early,
    Late,
    Mid,
    /// "beginning", "middle", "end"
    Edge,
    Number(u16),
    Ordinal(u8),
    /// "nineties"
    Decade(u8),
    A,
    /// "few", "several", "couple"
    Several,
    Every,
    Other,
    Am,
    Pm,
    OClock,
    Zone,
    Local,
    Time,
    /// "Eastern", "standard": inside the name of a zone
    OfZone,
    Fiscal,
    /// "BC" (true) or "AD"
    Era {
        before: bool,
    },
    Future,
    Moment,
    The,
    Of,
    In,
    On,
    At,
    To,
    Until,
    Through,
    And,
    Or,
    Between,
    From,
    By,
    /// "since", "during": a preposition that a year may follow
    Preposition,
}

impl Word {
    fn parse(meaning: &str) -> Option<Self> {
        let (kind, value) = meaning.split_once(' ').unwrap_or((meaning, ""));
        let number = || value.parse::<u8>().ok();
        Some(match kind {
            "month" => Self::Month(number()?),
            "month?" => Self::MaybeMonth(number()?),
            "month." => Self::ShortMonth(number()?),
            "weekday" => Self::Weekday(number()?),
            "weekday." => Self::ShortWeekday(number()?),
            "weekdays" => Self::Weekdays(number()?),
            "season" => Self::Season(Season::parse(value)?),
            "season?" => Self::MaybeSeason(Season::parse(value)?),
            "part" => Self::Part(Part::parse(value)?),
            "parts" => Self::Parts(Part::parse(value)?),
            "clock" => Self::NamedHour(number()?),
            "unit" => Self::Unit(TimeUnit::parse(value)?),
            "units" => Self::Units(TimeUnit::parse(value)?),
            "quarter" => Self::QuarterCode(number()?),
            "half" if value.is_empty() => Self::Half,
            "half" => Self::HalfCode(number()?),
            "day" => Self::Deictic(value.parse().ok()?),
            "tonight" => Self::Tonight,
            "now" => Self::Now,
            "right" => Self::Right,
            "present" => Self::Present,
            "recently" => Self::Recently,
            "latest" => Self::Latest,
            "recent" => Self::Recent,
            "regularly" => Self::Regularly(TimeUnit::parse(value)?),
            "once" => Self::Once,
            "ago" => Self::Ago,
            "hence" => Self::Hence,
            "later" => Self::Later,
            "earlier" => Self::Earlier,
            "before" => Self::Before,
            "after" => Self::After,
            "last" => Self::Last,
            "past" => Self::Past,
            "previous" => Self::Previous,
            "next" => Self::Next,
            "following" => Self::Following,
            "coming" => Self::Coming,
            "this" => Self::This,
            "current" => Self::Current,
            "that" => Self::That,
            "same" => Self::Same,
            "early" => Self::Early,
            "late" => Self::Late,
            "mid" => Self::Mid,
            "edge" => Self::Edge,
            "number" => Self::Number(value.parse().ok()?),
            "ordinal" => Self::Ordinal(number()?),
            "decade" => Self::Decade(number()?),
            "a" => Self::A,
            "several" => Self::Several,
            "every" => Self::Every,
            "other" => Self::Other,
            "am" => Self::Am,
            "pm" => Self::Pm,
            "oclock" => Self::OClock,
            "zone" => Self::Zone,
            "local" => Self::Local,
            "time" => Self::Time,
            "zoneword" => Self::OfZone,
            "fiscal" => Self::Fiscal,
            "era" => Self::Era { before: value == "-" },
            "future" => Self::Future,
            "moment" => Self::Moment,
            "the" => Self::The,
            "of" => Self::Of,
            "in" => Self::In,
            "on" => Self::On,
            "at" => Self::At,
            "to" => Self::To,
            "until" => Self::Until,
            "through" => Self::Through,
            "and" => Self::And,
            "or" => Self::Or,
            "between" => Self::Between,
            "from" => Self::From,
            "by" => Self::By,
            "preposition" => Self::Preposition,
            _ => return None,
        })
    }

    /// Whether an expression may begin with it: prepositions and the like, a sixth of all words, only
    /// stand inside one or before it.
    pub(super) const fn may_begin(self) -> bool {
        !matches!(
            self,
            Self::Of
                | Self::In
                | Self::On
                | Self::At
                | Self::To
                | Self::Until
                | Self::Through
                | Self::And
                | Self::Or
                | Self::Between
                | Self::From
                | Self::By
                | Self::Preposition
                | Self::Before
                | Self::After
                | Self::Ago
                | Self::Hence
                | Self::Other
                | Self::Am
                | Self::Pm
                | Self::OClock
                | Self::Zone
                | Self::Local
                | Self::Time
                | Self::OfZone
                | Self::Moment
                | Self::Future
        )
    }

    /// Whether a year or a month may follow: "in 2016", "since May".
    pub(super) const fn leads_to_date(self) -> bool {
        matches!(
            self,
            Self::In
                | Self::On
                | Self::By
                | Self::Until
                | Self::Through
                | Self::From
                | Self::Between
                | Self::Preposition
                | Self::Before
                | Self::After
                | Self::Of
                | Self::To
                | Self::Early
                | Self::Late
                | Self::Mid
        )
    }
}

static WORDS: Lazy<WordMap<Word>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/time_words.tsv");
    WordMap::parse("time_words.tsv", list, Word::parse).expect("the list is checked by the tests of this module")
});

/// What the words of one document are asked of: the table behind its lazy pointer, fetched once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(&'static WordMap<Word>);

impl Words {
    pub(super) fn load() -> Self {
        Self(&WORDS)
    }

    pub(super) fn get(self, hash: u64) -> Option<Word> {
        self.0.get(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_list_has_a_meaning() {
        assert!(WORDS.len() > 250, "{}", WORDS.len());
    }
}
