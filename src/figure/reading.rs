//! Reading: by which production a figure was read, and how often that one is right.

/// How a figure was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// "23-year-old", "aged 23"
    AgeSaid,
    /// "Emily Spanton, 39,"
    AgeApposed,
    /// "she was ten", "he turned 50"
    AgeOfPerson,
    /// "3-2" near a word of a match or a vote
    Score,
    /// "3-2" anywhere else
    ScoreAlone,
    /// "73 out of the 130", "seven of the 12"
    Ratio,
    /// "4 in 10"
    Share,
    /// "two-thirds"
    Fraction,
    /// "£5m"
    Money,
    /// "$5m", whose dollars the article has to say
    MoneyAssumed,
    Percent,
    /// "25 km"
    Measure,
    /// "three weeks"
    Duration,
    /// "several weeks", "a few days"
    DurationVague,
    /// "an hour"
    DurationOne,
    /// "2:05:45"
    Clock,
    /// "rose 5% to 1.2m"
    Millions,
    /// "fifth"
    Rank,
    /// "8,500 Bolivians"
    Count,
    /// "20 were killed", "killing seven"
    CountElided,
    /// "infections surpassed one million"
    CountAfterNoun,
    /// "12 were freed" of the 40 hostages named before
    CountAgain,
    /// a number with nothing that it counts
    CountBare,
    /// "one passenger"
    CountOne,
}

impl Reading {
    /// The production in the words of its reason.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::AgeSaid => "age",
            Self::AgeApposed => "age beside a name",
            Self::AgeOfPerson => "age of a person",
            Self::Score => "score",
            Self::ScoreAlone => "two numbers as a score",
            Self::Ratio => "ratio",
            Self::Share => "share of a round number",
            Self::Fraction => "fraction",
            Self::Money => "money",
            Self::MoneyAssumed => "money of the country",
            Self::Percent => "percent",
            Self::Measure => "measure",
            Self::Duration => "duration",
            Self::DurationVague => "duration without a number",
            Self::DurationOne => "one unit of time",
            Self::Clock => "duration as on a clock",
            Self::Millions => "millions by a letter",
            Self::Rank => "rank",
            Self::Count => "count",
            Self::CountElided => "count by a verb",
            Self::CountAfterNoun => "count after its noun",
            Self::CountAgain => "count of what was counted before",
            Self::CountBare => "bare number",
            Self::CountOne => "count of one",
        }
    }

    /// Figures so read in the annotated training articles: those right in span, kind and value, and
    /// all (`cargo run --release --example calibrate -- gold-train.jsonl`).
    const fn seen(self) -> (u16, u16) {
        match self {
            Self::AgeSaid => (74, 74),
            Self::AgeApposed => (12, 12),
            Self::AgeOfPerson => (14, 14),
            Self::Score => (6, 6),
            Self::ScoreAlone => (1, 1),
            Self::Ratio => (7, 7),
            Self::Share => (0, 0),
            Self::Fraction => (16, 16),
            Self::Money => (34, 34),
            Self::MoneyAssumed => (6, 6),
            Self::Percent => (79, 79),
            Self::Measure => (91, 93),
            Self::Duration => (123, 125),
            Self::DurationVague => (17, 27),
            Self::DurationOne => (11, 12),
            Self::Clock => (7, 7),
            Self::Millions => (0, 0),
            Self::Rank => (145, 150),
            Self::Count => (479, 485),
            Self::CountElided => (17, 17),
            Self::CountAfterNoun => (50, 56),
            Self::CountAgain => (27, 30),
            Self::CountBare => (35, 44),
            Self::CountOne => (27, 30),
        }
    }

    /// The probability that a figure so read is right, by the rule of succession: a production that
    /// was right in all of three cases is not sure of the fourth.
    pub(super) fn confidence(self) -> f32 {
        let (right, all) = self.seen();
        f32::from(right + 1) / f32::from(all + 2)
    }
}
