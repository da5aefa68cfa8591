//! Bylines: who wrote it; datelines: where it was written.

use crate::lexicon::Gazetteer;
use crate::text::{Span, fold};

/// Particles that stand in names in lower case.
const PARTICLES: [&str; 20] = [
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "ten", "ter",
    "bin", "al", "y",
];
/// Words in a byline that are no part of a name: what follows is an agency, a desk or a place.
const STOPS: [&str; 16] = [
    "for",
    "in",
    "at",
    "of",
    "from",
    "with",
    "staff",
    "reporter",
    "correspondent",
    "editor",
    "writer",
    "special",
    "the",
    "contributor",
    "columnist",
    "associated",
];

/// Words that say what an author is, in a byline without "By": "Tom Reyes, Science Writer".
const JOBS: [&str; 12] = [
    "writer",
    "reporter",
    "reporters",
    "correspondent",
    "columnist",
    "editor",
    "staff",
    "editorial",
    "contributor",
    "reports",
    "services",
    "bureau",
];
/// Agencies and papers that sign as authors do.
const AGENCIES: [&str; 10] = [
    "reuters",
    "associated press",
    "the associated press",
    "afp",
    "agence france-presse",
    "ap",
    "bloomberg",
    "press association",
    "upi",
    "xinhua",
];

/// Whether a line is an agency's name and nothing else.
pub(super) fn is_agency(line: &str) -> bool {
    AGENCIES.contains(&line.to_lowercase().as_str())
}

/// Whether a word is a given name of some people.
fn is_given(word: &str) -> bool {
    let mut folded = String::new();
    fold::push(&mut folded, word);
    Gazetteer::embedded().facts(fold::hash(&folded)).given() > 0
}

/// Whether a piece of text reads as a name: one to four words with capitals, particles between.
pub(super) fn is_name(piece: &str) -> bool {
    let mut count = 0;
    for word in piece.split_whitespace() {
        count += 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let particle = count > 1 && PARTICLES.contains(&word);
        if !(capital || particle)
            || word.chars().any(|c| c.is_numeric() || matches!(c, ':' | '|' | '?' | '!' | '"' | '“' | '('))
        {
            return false;
        }
        let stop = word.to_lowercase();
        if STOPS.contains(&stop.as_str()) {
            return false;
        }
    }
    (1..=4).contains(&count) && !piece.ends_with(['.', ',']) || (2..=4).contains(&count) && piece.ends_with("Jr.")
}

/// The names of a byline, as spans of the article. `at` is where `line` begins.
pub(super) fn names(line: &str, at: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let start = by(line).unwrap_or(0);
    // "Ann Lee | The Paper", "Ann Lee - 4 May 2021" and "Ann Lee\nThe Paper": the rest is no name.
    let cut = line[start..].find(['|', '•', '·', '/', '\n', '—', '–', '(', ';', '@']);
    let cut = cut.into_iter().chain(line[start..].find(" - ")).chain(line[start..].find(" on ")).min();
    let end = cut.map_or(line.len(), |cut| start + cut);
    let body = line[start..end].trim_end();
    if is_agency(body) {
        return vec![Span::new(at + start, at + start + body.len())];
    }
    let many = body.contains(" and ") || body.contains(" & ");
    for (index, piece) in pieces(body).into_iter().enumerate() {
        // "By NAME, Agency, City": without an "and" a later piece is a name only if it begins as
        // one.
        let given = piece.split(' ').next().is_some_and(is_given) && piece.contains(' ');
        // "Correspondent, Sylhet and Agencies": behind a job stand places and agencies.
        if index == 0 && names_nobody(piece) {
            break;
        }
        if index > 0 && !many && !given {
            break;
        }
        if let Some(name) = head(piece).filter(|name| !names_nobody(name)) {
            let from = at + offset_of(line, name);
            found.push(Span::new(from, from + name.len()));
        }
    }
    found
}

/// Where the names begin: behind "By", "Written by", "Words by", "Story by".
pub(super) fn by(line: &str) -> Option<usize> {
    const STARTS: [&str; 8] =
        ["by ", "by: ", "written by ", "words by ", "story by ", "posted by ", "author: ", "reported by "];
    STARTS
        .iter()
        .filter(|start| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
        .map(|start| start.len())
        .max()
}

fn pieces(body: &str) -> Vec<&str> {
    body.split(',')
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .map(|part| part.trim().trim_start_matches("and "))
        .filter(|part| !part.is_empty())
        .take(12)
        .collect()
}

/// Whether what looks like a name is a job or a desk.
fn names_nobody(name: &str) -> bool {
    let last = name.split(' ').next_back().unwrap_or_default().to_lowercase();
    JOBS.contains(&last.as_str()) || ["updated", "published", "posted", "agencies"].contains(&last.as_str())
}

/// The name at the start of a piece: "Lena Brandt in Frankfurt" is Lena Brandt.
fn head(piece: &str) -> Option<&str> {
    let mut end = piece.len();
    let mut at = 0;
    for word in piece.split(' ') {
        let lower = word.to_lowercase();
        if at > 0 && (STOPS.contains(&lower.as_str()) || word.chars().any(char::is_numeric))
            || month_like(&lower) && at > 0
        {
            end = at;
            break;
        }
        at += word.len() + 1;
    }
    let name = piece[..end.min(piece.len())].trim().trim_end_matches(['.', ',', ':', '-']);
    let name = if piece.ends_with("Jr.") { piece } else { name };
    (is_name(name)).then_some(name)
}

fn month_like(word: &str) -> bool {
    ["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"]
        .contains(&word)
}

/// Offset of a piece that is a slice of `whole`.
fn offset_of(whole: &str, piece: &str) -> usize {
    (piece.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// Whether a block between headline and story is nothing but names: "Lena Brandt in Frankfurt and
/// Seo Ji-woo in Seoul", "Tom Reyes, Science Writer", "Staff Reports", "Reuters".
///
/// Two words with capitals may as well be a label ("Key Points"): the first must be known as a
/// given name, unless a town or a job follows.
pub(super) fn is_bare(line: &str) -> bool {
    if line.split_whitespace().count() > 14 || line.contains(['“', '"', ':', '?', '!', '(']) {
        return false;
    }
    let job = |part: &str| part.split(' ').next_back().is_some_and(|word| JOBS.contains(&word.to_lowercase().as_str()));
    let parts = pieces(line);
    let Some((first, others)) = parts.split_first() else { return false };
    // "Correspondent, Sylhet and Agencies" names nobody, and is a byline all the same.
    if is_agency(line) || first.split_whitespace().count() <= 4 && job(first) && others.iter().all(|part| is_name(part))
    {
        return true;
    }
    let (name, town) = first.split_once(" in ").unwrap_or((first, ""));
    let placed = !town.is_empty() && is_name(town) || others.first().is_some_and(|part| job(part));
    let given = name.split(' ').next().is_some_and(is_given);
    let fits = |part: &&str| {
        let (name, town) = part.split_once(" in ").unwrap_or((part, ""));
        job(part) || is_name(name) && (town.is_empty() || is_name(town))
    };
    (2..=4).contains(&name.split_whitespace().count()) && is_name(name) && (placed || given) && others.iter().all(fits)
}

/// The length of the dateline at the start of a paragraph: "LONDON, March 3 (Reuters) - ".
///
/// A place in capitals, or any place before an agency in brackets, then a dash, which belongs to the
/// dateline; or an agency alone in brackets, with or without one: "(CNN) — ".
pub(super) fn dateline(paragraph: &str) -> Option<usize> {
    const LONGEST: usize = 90;
    if let Some(end) = agency_alone(paragraph) {
        return Some(end);
    }
    let mut limit = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = &paragraph[..limit];
    let (at, dash) = head.char_indices().find(|&(at, c)| {
        let spaced = || head[..at].ends_with([' ', ')']) && head[at + c.len_utf8()..].starts_with([' ', '-', '—', '–']);
        matches!(c, '—' | '–' | '-' | '_') && (spaced() || head[at + c.len_utf8()..].is_empty() || c == '—')
    })?;
    let place = head[..at].trim();
    let (town, agency) = match place.split_once('(') {
        Some((town, rest)) => (town.trim(), rest.trim_end().strip_suffix(')').filter(|agency| agency.len() <= 30)),
        None => (place, None),
    };
    if town.is_empty() || place.contains('(') && agency.is_none() {
        return None;
    }
    let first = town.split([',', ' ']).next()?;
    let capitals =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !word.chars().any(char::is_lowercase);
    let place_like = town.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        let head = word.chars().next().unwrap_or(' ');
        head.is_uppercase() || head.is_numeric() || matches!(word, "de" | "del" | "la" | "and" | "of")
    });
    let short = town.split_whitespace().count() <= 7;
    if !(short && place_like && (agency.is_some() || capitals(first))) {
        return None;
    }
    let mut end = at + dash.len_utf8();
    end += head[end..].len() - head[end..].trim_start_matches(['-', '—', '–', '_']).len();
    Some(end)
}

/// The length of an agency in brackets at the start of a paragraph, with the dash behind it.
fn agency_alone(paragraph: &str) -> Option<usize> {
    const LONGEST: usize = 30;
    let inside = paragraph.strip_prefix('(')?;
    let (end, _) = inside.char_indices().take(LONGEST).find(|&(_, c)| c == ')')?;
    let agency = &inside[..end];
    let initials = (2..=6).contains(&agency.len()) && agency.bytes().all(|byte| byte.is_ascii_uppercase());
    if !(initials || is_agency(agency)) {
        return None;
    }
    let rest = &inside[end + 1..];
    let story = rest.trim_start().trim_start_matches(['-', '—', '–']);
    let dashed = story.len() < rest.trim_start().len();
    Some(paragraph.len() - if dashed { story.len() } else { rest.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(line: &str) -> Vec<&str> {
        names(line, 0).into_iter().map(|span| &line[span]).collect()
    }

    #[test]
    fn names_are_taken_from_bylines_without_agency_and_town() {
        assert_eq!(names_of("By Amina Diallo, Sahel Wire, Bamako"), ["Amina Diallo"]);
        assert_eq!(names_of("By Amina Diallo, Jan de Vries and Li Wei"), ["Amina Diallo", "Jan de Vries", "Li Wei"]);
        assert_eq!(names_of("BY OWEN PRICE | THE VALLEY POST"), ["OWEN PRICE"]);
        assert_eq!(names_of("Lena Brandt in Frankfurt and Seo Ji-woo in Seoul"), ["Lena Brandt", "Seo Ji-woo"]);
        assert_eq!(names_of("Ana Ruiz November 4, 2021 3:02 PM"), ["Ana Ruiz"]);
    }

    #[test]
    fn datelines_end_with_their_dash() {
        let of = |text: &'static str| dateline(text).map(|end| &text[..end]);
        assert_eq!(of("TROY, N.C. (AP) — A man was"), Some("TROY, N.C. (AP) —"));
        assert_eq!(of("LONDON, March 3 (Reuters) - Shares fell"), Some("LONDON, March 3 (Reuters) -"));
        assert_eq!(of("Port Louis (ANS) – The port"), Some("Port Louis (ANS) –"));
        assert_eq!(of("(CNN) — The board said"), Some("(CNN) —"));
        assert_eq!(of("(Reuters)The board said"), Some("(Reuters)"));
        assert_eq!(of("(Laughter) The board said"), None);
        assert_eq!(of("The minister — a former judge — left"), None);
        assert_eq!(of("Ana Ruiz - a teacher - won"), None);
        assert_eq!(of("US-backed forces"), None);
    }
}
