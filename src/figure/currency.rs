//! Currency: money by its ISO 4217 code, and the words, signs and codes that name it.

use std::fmt;

use once_cell::sync::Lazy;

use super::piece::{Pieces, hash_of};
use super::unit::{is_other_word, phrases};
use crate::lexicon::WordMap;
use crate::text::{Document, fold};

/// A currency, by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    pub(crate) const fn new(code: [u8; 3]) -> Self {
        Self(code)
    }

    /// The ISO 4217 code, as "USD".
    #[must_use]
    #[allow(clippy::missing_panics_doc)] // three ASCII letters are text
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("codes are ASCII letters")
    }

    /// Whether its hundredths are called cents in English.
    pub(super) fn has_cents(self) -> bool {
        matches!(&self.0, b"AUD" | b"CAD" | b"EUR" | b"HKD" | b"NZD" | b"SGD" | b"USD" | b"ZAR" | b"MYR" | b"KES")
    }

    fn parse(code: &str) -> Option<Self> {
        code.as_bytes().try_into().ok().map(Self::new)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Currencies that share a name: which one is meant is read from the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Dollar,
    Pound,
    Rupee,
    Peso,
    Franc,
    Dinar,
    Dirham,
    Riyal,
    Krone,
    Shilling,
    Yen,
    Kwacha,
}

impl Family {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "dollar" => Self::Dollar,
            "pound" => Self::Pound,
            "rupee" => Self::Rupee,
            "peso" => Self::Peso,
            "franc" => Self::Franc,
            "dinar" => Self::Dinar,
            "dirham" => Self::Dirham,
            "riyal" => Self::Riyal,
            "krone" => Self::Krone,
            "shilling" => Self::Shilling,
            "yen" => Self::Yen,
            "kwacha" => Self::Kwacha,
            _ => return None,
        })
    }
}

/// Money that was named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Money {
    pub(super) currency: Currency,
    /// The name is that of many currencies.
    pub(super) family: Option<Family>,
    /// A hundredth of it: cents, pence.
    pub(super) minor: bool,
    /// The number is given in millions: "MUSD".
    pub(super) million: bool,
    /// Only after a scale word or a large number: "won" is a verb.
    pub(super) scaled: bool,
    glued: bool,
    /// Only before the number: "R50 million", where "50 R" is no money.
    before: bool,
    spellings: &'static str,
    /// A code, which has one spelling only.
    code: bool,
}

impl Money {
    fn parse(row: &'static str) -> Option<Self> {
        let (code, conditions) = row.split_once(' ').unwrap_or((row, ""));
        let mut money = Self {
            currency: Currency::parse(code)?,
            family: None,
            minor: false,
            million: false,
            scaled: false,
            glued: false,
            before: false,
            spellings: conditions,
            code: false,
        };
        for condition in conditions.split(' ').filter(|condition| !condition.is_empty()) {
            match condition {
                "minor" => money.minor = true,
                "scaled" => money.scaled = true,
                "glued" => money.glued = true,
                "before" => money.before = true,
                _ if condition.starts_with('=') => money.code = true,
                _ => money.family = Some(Family::parse(condition.strip_prefix("family=")?)?),
            }
        }
        Some(money)
    }

    fn is_spelt(&self, text: &str) -> bool {
        let mut spellings = self.spellings.split(' ').filter_map(|condition| condition.strip_prefix('=')).peekable();
        spellings.peek().is_none() || spellings.any(|spelling| spelling == text)
    }
}

static NAMES: Lazy<WordMap<Money>> = Lazy::new(|| {
    let list: &'static str = include_str!("../../data/lists/currencies.tsv");
    let rows = list.lines().filter(|row| !row.starts_with('#')).map(|row| {
        let (name, rest) = row.split_once('\t').expect("a name and a code");
        (name, Money::parse(rest).expect("the list is checked by the tests of this module"))
    });
    WordMap::new(rows)
});

static PREFIXES: Lazy<WordMap<Currency>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/dollar_prefixes.tsv");
    WordMap::parse("dollar_prefixes.tsv", list, Currency::parse)
        .expect("the list is checked by the tests of this module")
});

static PLACES: Lazy<WordMap<(Family, Currency)>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/currency_places.tsv");
    let place = |row: &str| {
        let (family, code) = row.split_once(' ')?;
        Some((Family::parse(family)?, Currency::parse(code)?))
    };
    WordMap::parse("currency_places.tsv", list, place).expect("the list is checked by the tests of this module")
});

const RS: u64 = fold::hash("rs");

/// First words of names.
static FIRST: Lazy<WordMap<()>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/currencies.tsv");
    let rows = list.lines().filter(|row| !row.starts_with("# "));
    WordMap::new(rows.map(|row| (row.split([' ', '\t']).next().unwrap_or(row), ())))
});

/// Whether letters right before digits are a currency code: "USD34".
pub(super) fn is_code(hash: u64) -> bool {
    NAMES.get(hash).is_some_and(|money| money.code && !money.glued) || hash == RS
}

/// The same for a code that is so short that only a large number tells it from a name: "R50 million".
pub(super) fn is_short_code(hash: u64) -> bool {
    NAMES.get(hash).is_some_and(|money| money.code && money.scaled)
}

/// The currency named after a number, and the piece after its name: "| euros", "| US dollars",
/// "| €", "| p", "| USD".
pub(super) fn after(pieces: &Pieces<'_, '_>, at: usize, digits: bool, large: bool) -> Option<(Money, usize)> {
    // "papua new guinean kina" has the most words of all names.
    const LONGEST: usize = 4;
    if is_other_word(pieces, at, &FIRST) && !pieces.text(at).starts_with('M') {
        return None;
    }
    let glued = pieces.glued(at);
    let mut best = None;
    phrases(pieces, at, LONGEST, |phrase, end| {
        let Some(money) = NAMES.get(fold::hash(phrase)) else { return };
        let wanted = !money.before && (!money.glued || glued && digits) && (!money.scaled || large);
        if wanted && money.is_spelt(pieces.text(end - 1)) {
            best = Some((money, end));
        }
    });
    // "30 MUSD": millions
    if let (None, Some(code)) = (best, pieces.text(at).strip_prefix('M').filter(|code| code.len() == 3)) {
        let money = NAMES.get(hash_of(code)).filter(|money| money.code && money.is_spelt(code))?;
        return Some((Money { million: true, ..money }, at + 1));
    }
    // "€20" after "5": the sign belongs to what follows it.
    let sign = pieces.sign(at) != ' ';
    best.filter(|_| !(sign && pieces.is_number(at + 1) && pieces.glued(at + 1)))
}

/// The currency named right before the number at `at`, and the piece where its name starts:
/// "US$ |", "£ |", "USD |", "Rs |", "MUSD |".
pub(super) fn before(pieces: &Pieces<'_, '_>, at: usize) -> Option<Before> {
    let index = at.checked_sub(1)?;
    let sign = pieces.sign(index);
    if sign != ' ' {
        let mut buffer = [0; 4];
        // "Y=500": the yen in ASCII
        if sign == '=' && pieces.glued(index) && pieces.glued(at) && index > 0 && pieces.text(index - 1) == "Y" {
            let money = NAMES.get(fold::hash("¥")).map(|money| Money { family: None, ..money })?;
            return Some(Before { money, start: index - 1 });
        }
        let mut money = NAMES.get(fold::hash(sign.encode_utf8(&mut buffer)))?;
        let mut start = index;
        if money.family == Some(Family::Dollar) && !money.minor && index > 0 {
            // "US $5": apart only in capitals, or "gave us $5" and "a $5 note" would be read so.
            let name = pieces.text(index - 1);
            let capitals = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.') && name != "A";
            let capitals = capitals || matches!(name, "hk" | "nz" | "u.s" | "u.s." | "c");
            if let Some(currency) = PREFIXES.get(pieces.hash(index - 1)).filter(|_| pieces.glued(index) || capitals) {
                (money.currency, money.family) = (currency, None);
                start = index - 1;
            }
        }
        return Some(Before { money, start });
    }
    let text = pieces.text(index);
    // "$US5m"
    if pieces.glued(index) && pieces.sign_before(index) == '$' && pieces.glued(at) {
        let mut money = NAMES.get(fold::hash("$"))?;
        (money.currency, money.family) = (PREFIXES.get(pieces.hash(index))?, None);
        return Some(Before { money, start: index - 1 });
    }
    if let Some(money) = NAMES.get(pieces.hash(index)) {
        let code = money.code && money.is_spelt(text) && !money.glued;
        let rupee = money.family == Some(Family::Rupee) && text.len() <= 3;
        // "ringgit 42 million", "Malaysian ringgit 42": named before the number as in much of Asia.
        let named = !money.minor && NAMED_BEFORE.contains(&pieces.hash(index));
        // "Malaysian ringgit 42"
        let of_country = index > 0 && named && pieces.is_word(index - 1) && {
            let mut name = String::new();
            fold::push(&mut name, pieces.text(index - 1));
            name.push(' ');
            fold::push(&mut name, text);
            NAMES.contains(fold::hash(&name))
        };
        let start = index - usize::from(of_country);
        return (code || rupee || named).then_some(Before { money, start });
    }
    // "MUSD 50": millions, as Nordic companies report.
    let code = text.strip_prefix('M').filter(|code| code.len() == 3)?;
    let money = NAMES.get(hash_of(code)).filter(|money| money.code && money.is_spelt(code))?;
    Some(Before { money: Money { million: true, ..money }, start: index })
}

/// Currencies whose names stand before the number, too: nothing else that is written so is a noun.
const NAMED_BEFORE: [u64; 7] = [
    fold::hash("baht"),
    fold::hash("peso"),
    fold::hash("renminbi"),
    fold::hash("ringgit"),
    fold::hash("ringgits"),
    fold::hash("rupiah"),
    fold::hash("taka"),
];

/// A currency before its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) money: Money,
    pub(super) start: usize,
}

/// Which country's money an article means by a name that many share; counted when first asked.
#[derive(Debug, Default)]
pub(super) struct Context {
    counts: Option<Vec<(Family, Currency, u32)>>,
}

impl Context {
    /// The currency of a family that the article makes likeliest: that of the country it names
    /// most, where it names one at least twice as often as any other; else `default`, where most
    /// articles mean that. "Francs" without a country are no one's.
    pub(super) fn resolve(&mut self, document: &Document<'_>, family: Family, default: Currency) -> Option<Currency> {
        let counts = self.counts.get_or_insert_with(|| {
            let mut counts: Vec<(Family, Currency, u32)> = Vec::new();
            for index in 0..document.tokens().len() {
                if !document.tokens()[index].shape().is_capitalised() {
                    continue;
                }
                let Some((family, currency)) = PLACES.get(document.hash(index)) else { continue };
                match counts.iter_mut().find(|(f, c, _)| (*f, *c) == (family, currency)) {
                    Some((_, _, count)) => *count += 1,
                    None => counts.push((family, currency, 1)),
                }
            }
            counts
        });
        let of = |currency: Currency| {
            counts.iter().find(|(f, c, _)| *f == family && *c == currency).map_or(0, |&(_, _, count)| count)
        };
        let mut best = (default, of(default));
        let mut second = 0;
        for &(_, currency, count) in counts.iter().filter(|(f, c, _)| *f == family && *c != default) {
            if count > best.1 {
                second = best.1;
                best = (currency, count);
            } else {
                second = second.max(count);
            }
        }
        if best.1 > 0 && best.1 >= 2 * second {
            return Some(best.0);
        }
        matches!(family, Family::Dollar | Family::Pound | Family::Rupee | Family::Yen).then_some(default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn dollars(text: &str) -> Currency {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        Context::default().resolve(&document, Family::Dollar, Currency::new(*b"USD")).expect("dollars have a default")
    }

    #[test]
    fn a_plain_dollar_is_that_of_the_country_the_article_is_about() {
        assert_eq!(dollars("Police in Toronto said the Canadian firm lost $5.").code(), "CAD");
        assert_eq!(dollars("The firm lost $5.").code(), "USD");
        assert_eq!(dollars("American officials and a Canadian firm lost $5.").code(), "USD");
    }

    #[test]
    fn every_list_of_currencies_is_read() {
        assert!(NAMES.len() > 400 && PREFIXES.len() > 20 && PLACES.len() > 100);
        assert!(is_code(hash_of("USD")) && is_code(hash_of("Rs")) && !is_code(hash_of("pounds")));
    }
}
