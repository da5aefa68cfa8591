//! Which part of the page each block is.
//!
//! Four passes over the list of blocks, none of which looks further than a few blocks around:
//!
//! 1. *evidence*: what a block says of itself (a timestamp, "By …", a cue, a bullet);
//! 2. *head*: headline, standfirst and bylines before the first paragraph of prose;
//! 3. *body*: subheadings, lists, and furniture between paragraphs;
//! 4. *tail*: what stands after the last paragraph, where weak cues count and unmarked lines take
//!    the kind of their neighbours.

use super::BlockKind;
use super::byline;
use super::cue::{self, Weight};
use super::date_line;
use super::line::Line;

/// Headlines have at most so many words: the longest of tabloids reach 25.
const HEADLINE_WORDS: usize = 28;
/// The head of a page is looked for in so many blocks; past them stands the story, whatever it is.
const HEAD: usize = 24;
/// Subheadings are short: "How it is paid for".
const SUBHEADING_WORDS: usize = 12;
/// A link to another story is its headline, at most.
const LINK_WORDS: usize = 24;

/// What a block says of itself.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Evidence {
    kind: BlockKind,
    weight: Weight,
    is_heading: bool,
}

/// The kind of each block.
pub(super) fn classify(lines: &[Line<'_>]) -> Vec<BlockKind> {
    let evidence: Vec<Option<Evidence>> = lines.iter().map(evidence).collect();
    let mut kinds = vec![BlockKind::Body; lines.len()];
    let body = head(lines, &evidence, &mut kinds);
    let tail = tail_start(lines, &evidence, body);
    middle(lines, &evidence, &mut kinds, body, tail);
    end(lines, &evidence, &mut kinds, body, tail);
    kinds
}

fn evidence(line: &Line<'_>) -> Option<Evidence> {
    let strong = |kind| Some(Evidence { kind, weight: Weight::Strong, is_heading: false });
    let says_when = line.words <= 14 && date_line::is_published(&line.folded);
    if line.words <= 24 && (says_when || date_line::is_timestamp(&line.folded)) {
        return strong(BlockKind::Timestamp);
    }
    if line.words <= 24
        && byline::by(line.text).is_some()
        && !byline::names(line.text, 0).is_empty()
        && (!line.text.ends_with('.') || line.text.ends_with(".m."))
    {
        return strong(BlockKind::Byline);
    }
    if line.words <= 8 && byline::dateline(line.text) == Some(line.text.len()) {
        return strong(BlockKind::Dateline);
    }
    if line.words <= 5 && is_count_of_pictures(&line.folded) {
        return strong(BlockKind::Caption);
    }
    if line.words <= 45 && is_credited(&line.folded) {
        return strong(BlockKind::Caption);
    }
    if is_item(line.text) {
        return Some(Evidence { kind: BlockKind::List, weight: Weight::Weak, is_heading: false });
    }
    if line.is_long() && line.words > 90 {
        return None;
    }
    let cue = cue::find(&line.folded)?;
    let starts_short = line.words <= 6 && !line.is_closed;
    let kind = match cue.kind {
        // "(Walt Disney Co.)" and "(Image: NASA)" stand under a caption.
        BlockKind::Caption if line.text.starts_with('(') && line.text.ends_with(')') => BlockKind::Credit,
        // "Photo: Ann Lee" shows nothing, it only credits.
        BlockKind::Caption if starts_short && cue.weight == Weight::Weak => BlockKind::Credit,
        // "Alex Lee | Getty Images" credits, "A flood in Sylhet. Getty Images" captions.
        BlockKind::Credit if line.words > 14 && cue.weight == Weight::Weak => BlockKind::Caption,
        kind => kind,
    };
    // A sentence of the story may name an agency, a newsletter or a policy.
    let weight = if line.words > 40
        && kind != BlockKind::Legal
        && kind != BlockKind::Correction
        && kind != BlockKind::Credit
        && kind != BlockKind::AuthorNote
    {
        Weight::Weak
    } else {
        cue.weight
    };
    Some(Evidence { kind, weight, is_heading: cue.is_heading })
}

/// "1 of 6", "Image 2 of 5": the heading of a picture in a gallery.
fn is_count_of_pictures(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').take(5).collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words[..], [a, "of", b] if number(a) && number(b))
        || matches!(words[..], ["image" | "photo" | "slide" | "picture", a, "of", b] if number(a) && number(b))
}

/// Whether a line ends with a picture's credit: "Protesters at the march. Image: Andrew Gray."
fn is_credited(folded: &str) -> bool {
    const MARKS: [&str; 6] = [" image: ", " photo: ", " photograph: ", " picture: ", " photo by ", " photos: "];
    /// Seven between eight words of a credit, three in the longest mark.
    const MOST_BLANKS: usize = 7 + 3;
    let blanks = folded.bytes().enumerate().rev().filter(|&(_, byte)| byte == b' ').take(MOST_BLANKS);
    let mut starts = blanks.map(|(at, _)| at).take_while(|&at| at >= 8);
    starts.any(|at| {
        let credit = MARKS.iter().find_map(|mark| folded[at..].strip_prefix(mark));
        credit.is_some_and(|credit| credit.split(' ').count() <= 8)
    })
}

/// Whether a line begins as an item of a list: "• …", "- …", "3. …", "4) …".
fn is_item(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    if digits == 0 {
        rest = text.strip_prefix(['•', '●', '▪', '·', '*', '-', '–']).unwrap_or("x");
        return rest.starts_with([' ', '\u{a0}', '\t']);
    }
    digits <= 2 && rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
}

fn is_strong(evidence: Option<Evidence>) -> bool {
    evidence.is_some_and(|evidence| evidence.weight == Weight::Strong)
}

/// Kinds of the blocks before the story; gives the index of its first block.
fn head(lines: &[Line<'_>], evidence: &[Option<Evidence>], kinds: &mut [BlockKind]) -> usize {
    let limit = lines.len().min(HEAD);
    let Some(mut body) = (0..limit).find(|&index| lines[index].is_prose() && !is_furniture(lines, evidence, index))
    else {
        return 0;
    };
    // A question or an exclamation is closed and may still be the headline.
    let first = (0..limit).find(|&index| !is_furniture(lines, evidence, index)).unwrap_or(body);
    let asks = first == body
        && lines[first].words <= 18
        && !lines[first].text.trim_end_matches(['”', '"', '’']).ends_with('.');
    if asks && (body + 1..limit).any(|index| lines[index].is_prose()) {
        body += 1;
        while body < limit && !(lines[body].is_prose() && !is_furniture(lines, evidence, body)) {
            body += 1;
        }
    }
    // Prose before a byline or a timestamp sums the story up: the story begins behind them.
    loop {
        let next = (body + 1..limit.min(body + 5))
            .take_while(|&index| !lines[index].is_prose() || is_furniture(lines, evidence, index))
            .find(|&index| is_signature(lines, evidence, index));
        let Some(next) = next else { break };
        let Some(later) =
            (next + 1..limit).find(|&index| lines[index].is_prose() && !is_furniture(lines, evidence, index))
        else {
            break;
        };
        if lines[body].is_long() {
            break;
        }
        body = later;
    }
    let mut title = None;
    for index in 0..body {
        kinds[index] = match evidence[index] {
            Some(found) if is_furniture(lines, evidence, index) => found.kind,
            _ if title.is_none() && index + 1 < body && is_label(lines[index].text) => BlockKind::Subheading,
            _ if title.is_none() && lines[index].words <= HEADLINE_WORDS && !ends_in_stop(&lines[index]) => {
                title = Some(index);
                BlockKind::Headline
            }
            _ if title.is_some() && is_above_credit(lines, evidence, index) => BlockKind::Caption,
            _ if title.is_some() && is_signature(lines, evidence, index) => BlockKind::Byline,
            _ if repeats(lines, title, index) => BlockKind::Headline,
            _ if title.is_some() && index + 1 == body && lines[index].words <= 5 && index > 1 + title.unwrap_or(0) => {
                BlockKind::Subheading
            }
            _ => BlockKind::Standfirst,
        };
    }
    // "…, writes John Clarke." closes a standfirst that no byline follows.
    if title.is_none_or(|title| title + 1 == body) && body + 1 < lines.len() && writes(lines[body].text).is_some() {
        kinds[body] = BlockKind::Standfirst;
        body += 1;
    }
    body
}

/// The name behind "writes" or "reports" at the end of a standfirst.
pub(super) fn writes(text: &str) -> Option<&str> {
    let closed = text.trim_end().strip_suffix('.')?;
    let (_, name) = [" writes ", " reports ", " argues "].iter().find_map(|verb| closed.rsplit_once(verb))?;
    (name.split_whitespace().count() >= 2 && byline::is_name(name)).then_some(name)
}

/// Labels of a paper's sections and forms, which stand above a headline and are none.
const LABELS: [&str; 22] = [
    "analysis",
    "breaking",
    "breaking news",
    "comment",
    "commentary",
    "editorial",
    "exclusive",
    "explainer",
    "fact check",
    "feature",
    "interview",
    "long read",
    "news analysis",
    "obituary",
    "opinion",
    "profile",
    "review",
    "special report",
    "the big read",
    "the interview",
    "the long read",
    "world news",
];

fn is_label(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    LABELS.iter().any(|label| text.eq_ignore_ascii_case(label))
}

fn ends_in_stop(line: &Line<'_>) -> bool {
    line.text.ends_with('.') && !line.text.ends_with("...") && line.words >= 4 && !line.text.ends_with("U.S.")
}

fn repeats(lines: &[Line<'_>], title: Option<usize>, index: usize) -> bool {
    title.is_some_and(|title| lines[title].folded == lines[index].folded)
}

/// Whether a block is a byline or a timestamp, marked or bare.
fn is_signature(lines: &[Line<'_>], evidence: &[Option<Evidence>], index: usize) -> bool {
    let line = &lines[index];
    match evidence[index] {
        Some(found) if found.weight == Weight::Strong => matches!(found.kind, BlockKind::Byline | BlockKind::Timestamp),
        _ => {
            let dated = line.words <= 12 && date_line::day(&line.folded).is_some() && !line.is_closed;
            dated || line.words <= 14 && byline::is_bare(line.text)
        }
    }
}

/// Whether a block outside the tail is furniture: strong evidence, or weak evidence in a line that
/// is no sentence.
fn is_furniture(lines: &[Line<'_>], evidence: &[Option<Evidence>], index: usize) -> bool {
    let Some(found) = evidence[index] else { return false };
    let line = &lines[index];
    match (found.weight, found.kind) {
        (Weight::Strong, _) => true,
        (Weight::Weak, BlockKind::Caption | BlockKind::Credit) => line.words <= 45 && !ends_in_stop(line),
        (Weight::Weak, BlockKind::Appeal | BlockKind::Related) => line.words <= 14 && !ends_in_stop(line),
        (Weight::Weak, _) => false,
    }
}

/// Index after the last paragraph of the story.
fn tail_start(lines: &[Line<'_>], evidence: &[Option<Evidence>], body: usize) -> usize {
    let mut tail = lines.len();
    while tail > body {
        let line = &lines[tail - 1];
        let marked = evidence[tail - 1].is_some_and(|found| match found.kind {
            BlockKind::List => false,
            BlockKind::Appeal | BlockKind::Related | BlockKind::Legal => {
                found.weight == Weight::Strong || line.words <= 14 || addresses_reader(&line.folded)
            }
            BlockKind::AuthorNote => found.weight == Weight::Strong || !line.text.starts_with(['“', '"', '‘']),
            BlockKind::Caption | BlockKind::Credit => found.weight == Weight::Strong || !ends_in_stop(line),
            _ => true,
        });
        let about_author = tail >= 2 && is_note_on(&lines[tail - 2], line);
        if line.is_prose() && !marked && !about_author {
            break;
        }
        tail -= 1;
    }
    tail
}

/// Whether a paragraph begins with the name that is all of the block before it: "John Clarke" and
/// "John Clarke became an organiser with …".
fn is_note_on(name: &Line<'_>, note: &Line<'_>) -> bool {
    name.words >= 2 && byline::is_name(name.text) && note.text.starts_with(name.text) && note.words > name.words
}

fn addresses_reader(folded: &str) -> bool {
    let padded = |word: &str| folded.starts_with(&word[1..]) || folded.contains(word);
    [" you ", " your ", " you'", " please ", " our ", " us "].iter().any(|word| padded(word))
}

fn middle(lines: &[Line<'_>], evidence: &[Option<Evidence>], kinds: &mut [BlockKind], body: usize, tail: usize) {
    let mut in_links = false;
    for index in body..tail {
        let line = &lines[index];
        if in_links {
            in_links = !line.is_prose() && line.words <= LINK_WORDS || line.words <= LINK_WORDS && is_cut(line.text);
        }
        kinds[index] = match evidence[index] {
            Some(found) if found.kind == BlockKind::List => list(lines, evidence, index),
            Some(found) if is_furniture(lines, evidence, index) => {
                in_links = found.kind == BlockKind::Related && found.is_heading;
                found.kind
            }
            _ if in_links => BlockKind::Related,
            _ if is_above_credit(lines, evidence, index) => BlockKind::Caption,
            _ if is_caps_link(line) => BlockKind::Related,
            _ if is_entry(lines, index) => BlockKind::List,
            _ if is_subheading(lines, evidence, index, tail) => BlockKind::Subheading,
            _ => BlockKind::Body,
        };
    }
}

/// Whether a line is the words of a picture: a count of pictures above it, a picture's credit below.
fn is_above_credit(lines: &[Line<'_>], evidence: &[Option<Evidence>], index: usize) -> bool {
    let gallery = index > 0 && lines[index - 1].words <= 5 && is_count_of_pictures(&lines[index - 1].folded);
    let credit = lines.get(index + 1).is_some_and(|next| {
        let bracketed = next.text.starts_with('(') && next.text.ends_with(')') && next.words <= 10;
        let marked = evidence[index + 1].is_some_and(|found| found.kind == BlockKind::Credit);
        bracketed
            && (marked || !next.is_prose())
            && !next.folded.contains("reporting")
            && !next.folded.contains("editing")
    });
    (gallery || credit) && lines[index].words <= 50
}

/// A link between paragraphs in the manner of tabloids: a headline in capitals.
fn is_caps_link(line: &Line<'_>) -> bool {
    (6..=30).contains(&line.words)
        && !line.is_closed
        && !line.text.contains(char::is_lowercase)
        && line.text.contains(char::is_uppercase)
}

/// Whether a line is one of three or more in a row that begin with a label: "Ann Lee: arson, …".
fn is_entry(lines: &[Line<'_>], index: usize) -> bool {
    let labelled = |index: usize| lines.get(index).is_some_and(|line| starts_with_label(line.text));
    if !labelled(index) {
        return false;
    }
    let before = (1..=2).take_while(|&back| index >= back && labelled(index - back)).count();
    let after = (1..=2).take_while(|&ahead| labelled(index + ahead)).count();
    before + after >= 2
}

/// Whether a line begins with a label of at most five words: "Ann Lee: arson, …".
fn starts_with_label(text: &str) -> bool {
    const MOST_BLANKS: usize = 4;
    if !text.starts_with(char::is_uppercase) {
        return false;
    }
    let mut blanks = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b' ' if blanks == MOST_BLANKS => return false,
            b' ' => blanks += 1,
            b':' if text[at + 1..].starts_with(' ') => return !text[..at].contains(['“', '"', '‘']),
            _ => {}
        }
    }
    false
}

/// A headline that a list of links has cut short.
fn is_cut(text: &str) -> bool {
    text.ends_with("...") || text.ends_with('…') || text.ends_with(']')
}

/// An item is a list only beside another; a lone one is a paragraph that begins with a dash.
fn list(lines: &[Line<'_>], evidence: &[Option<Evidence>], index: usize) -> BlockKind {
    let item = |index: usize| index < lines.len() && evidence[index].is_some_and(|found| found.kind == BlockKind::List);
    if item(index + 1) || index > 0 && item(index - 1) { BlockKind::List } else { BlockKind::Body }
}

fn is_subheading(lines: &[Line<'_>], evidence: &[Option<Evidence>], index: usize, tail: usize) -> bool {
    let line = &lines[index];
    let first = line.text.trim_start_matches(['‘', '“', '"', '\'', '…', ' ']).chars().next().unwrap_or(' ');
    let starts =
        first.is_uppercase() || first.is_numeric() || line.text.starts_with('…') || line.text.starts_with("“…");
    let before = index > 0 && lines[index - 1].words >= 12 || index > 0 && is_strong(evidence[index - 1]);
    let after = index + 1 < tail && lines[index + 1].words >= 12 && (index + 2 >= tail || lines[index + 1].is_prose());
    let asks = line.text.ends_with('?') && line.words <= 8;
    line.words <= SUBHEADING_WORDS && (!line.is_closed || asks) && starts && before && after
}

fn end(lines: &[Line<'_>], evidence: &[Option<Evidence>], kinds: &mut [BlockKind], body: usize, tail: usize) {
    for index in tail..lines.len() {
        let line = &lines[index];
        let before = if index > body { kinds[index - 1] } else { BlockKind::Body };
        let later = (index + 1..lines.len().min(index + 3)).find_map(|next| evidence[next].map(|found| found.kind));
        kinds[index] = match evidence[index] {
            Some(found) if found.kind == BlockKind::List => match list(lines, evidence, index) {
                _ if matches!(before, BlockKind::Related | BlockKind::Appeal) => before,
                kind => kind,
            },
            Some(found) => found.kind,
            None if is_above_credit(lines, evidence, index) => BlockKind::Caption,
            None if index > 0 && is_note_on(&lines[index - 1], line) => BlockKind::AuthorNote,
            None if index + 1 < lines.len() && is_note_on(line, &lines[index + 1]) => BlockKind::Byline,
            None if before == BlockKind::Related && (!line.is_prose() || is_cut(line.text)) => BlockKind::Related,
            None if later == Some(before) && is_trailing(before) => before,
            None if later.is_some_and(is_trailing) && !line.is_closed && index > tail => {
                later.unwrap_or(BlockKind::Body)
            }
            None if before == BlockKind::Legal || before == BlockKind::Appeal && !line.is_prose() => before,
            None if index > tail && before == BlockKind::AuthorNote && !line.is_prose() => before,
            None if is_contact(line) => BlockKind::AuthorNote,
            // Headlines without a stop, one under the other, are links to other stories.
            None if is_link(line) && (lines.get(index + 1).is_some_and(is_link) || before == BlockKind::Related) => {
                BlockKind::Related
            }
            None => BlockKind::Body,
        };
    }
}

fn is_link(line: &Line<'_>) -> bool {
    line.words >= 3 && line.words <= LINK_WORDS && (!line.is_closed || is_cut(line.text) || line.text.ends_with('?'))
}

/// A line that is only an address: "ann.lee@paper.com", "twitter.com/annlee", "@annlee".
fn is_contact(line: &Line<'_>) -> bool {
    line.words <= 2 && (line.text.contains('@') || line.folded.starts_with("twitter.com/"))
}

fn is_trailing(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Appeal | BlockKind::Related | BlockKind::Legal | BlockKind::AuthorNote)
}
