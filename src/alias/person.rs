//! Persons: which forms of a person's name belong together, and which short forms a full name has.
use super::form::{Forms, Sets};
use super::{Claim, Tie};
use crate::entity::EntityKind;
use crate::lexicon::name::{self, MOST_WORDS, Person, Word};
use crate::lexicon::{ByKey, Gazetteer};
use crate::text::fold;

/// How many full names of one given and one family name are compared with a new one. Namesakes
/// with different middle names are few in any article; without a bound ten thousand of them would
/// cost their square.
const MOST_NAMESAKES: usize = 8;

/// The words of a form that are names of a person, without suffixes.
fn core(forms: &Forms, form: usize) -> (&[Word], Person) {
    let words = forms.words(form);
    let person = Person::new(words);
    (&words[person.start..person.end], person)
}

fn full_names(forms: &Forms) -> impl Iterator<Item = usize> + '_ {
    (0..forms.list.len()).filter(|&form| {
        forms.list[form].count > 0
            && forms.list[form].kind() == EntityKind::Person
            && is_full(Person::new(forms.words(form)))
    })
}

/// Whether a name has more to it than one word: "Elizabeth II" is full, "Elizabeth" short for it.
fn is_full(person: Person) -> bool {
    person.len() >= 2 || person.has_suffix
}

/// Joins the full names of one person: "Richard K. Guy", "Richard Kenneth Guy", "Richard Guy".
pub(super) fn join_full_names(forms: &Forms, sets: &mut Sets) {
    let mut by_ends: ByKey<Vec<u32>> = ByKey::default();
    let mut by_initial: ByKey<Vec<u32>> = ByKey::default();
    let mut by_middle: ByKey<Vec<u32>> = ByKey::default();
    for form in full_names(forms) {
        let (words, _) = core(forms, form);
        let (first, last) = (words[0], words[words.len() - 1]);
        let bucket = by_ends.entry(name::join(first.given(), last.hash)).or_default();
        for &other in bucket.iter().take(MOST_NAMESAKES) {
            if is_same_person(forms, form, other as usize) {
                sets.join(form, other as usize);
            }
        }
        bucket.push(form as u32);
        // "Kovács Zoltán" at home is Zoltán Kovács abroad.
        if words.len() == 2
            && let Some(swapped) = by_ends.get(&name::join(last.given(), first.hash))
        {
            for &other in swapped.iter().take(MOST_NAMESAKES).filter(|&&other| core(forms, other as usize).0.len() == 2)
            {
                sets.join(form, other as usize);
            }
        }
        for word in words.iter().take(words.len() - 1).skip(1).filter(|word| word.is_content() && !word.is_initial) {
            by_middle.entry(name::join(word.given(), last.hash)).or_default().push(form as u32);
        }
        if !first.is_initial {
            by_initial.entry(name::join(u64::from(first.letter), last.hash)).or_default().push(form as u32);
        }
    }
    // "J. Smith" is John Smith if no other Smith of that initial is in the article.
    for form in full_names(forms) {
        let (words, _) = core(forms, form);
        // "Otto Jespersen" is Jens Otto Harry Jespersen.
        if words.len() == 2
            && let Some(bucket) = by_middle.get(&name::join(words[0].given(), words[1].hash))
            && let [longer] = bucket[..]
        {
            sets.join(form, longer as usize);
        }
        if !words[0].is_initial {
            continue;
        }
        let key = name::join(u64::from(words[0].letter), words[words.len() - 1].hash);
        let Some(bucket) = by_initial.get(&key) else { continue };
        let first = bucket[0] as usize;
        let root = sets.root(first);
        if bucket.iter().take(MOST_NAMESAKES).all(|&other| sets.root(other as usize) == root)
            && has_same_middle(words, core(forms, first).0)
        {
            sets.join(form, first);
        }
    }
}

/// Whether two full names with the same first and last word are one person's.
fn is_same_person(forms: &Forms, one: usize, other: usize) -> bool {
    let ((one, first), (other, second)) = (core(forms, one), core(forms, other));
    // "Donald Trump Jr." is his father's namesake, but "Joseph R. Biden Jr." is Joe Biden in full.
    if first.has_suffix != second.has_suffix && one.len() == other.len() {
        return false;
    }
    has_same_middle(one, other)
}

/// Whether the words between first and last agree: equal, an initial of the other, or left out.
fn has_same_middle(one: &[Word], other: &[Word]) -> bool {
    let middle = |words: &[Word]| words.iter().take(words.len() - 1).skip(1).copied().find(Word::is_name);
    match (middle(one), middle(other)) {
        (Some(one), Some(other)) => {
            one.hash == other.hash || (one.is_initial || other.is_initial) && one.letter == other.letter
        }
        _ => true,
    }
}

/// The short forms that each full name of a person has in the article.
pub(super) fn claim(forms: &Forms, claims: &mut Vec<Claim>) {
    let mut initials = String::new();
    for full in full_names(forms) {
        let (words, person) = core(forms, full);
        let family = person.family - person.start;
        let mut claim = |key: u64, tie: Tie| {
            if let Some(short) = forms.get(key).filter(|&short| short != full && forms.list[short].count > 0) {
                claims.push(Claim { short: short as u32, full: full as u32, tie });
            }
        };
        // "Blasio", "de Blasio", "Luisa de Blasio" of "Maria Luisa de Blasio".
        for start in 1..words.len() {
            claim(name::key_of(&words[start..]), tie_of_tail(words, start, family, person.is_family_first));
        }
        // "Jamal", "John Luk" of "John Luk Jok", "Park" of "Park Won-soon", "Elizabeth" of "Elizabeth II".
        let mut key = name::EMPTY;
        for end in 1..words.len().max(1 + usize::from(person.has_suffix)) {
            key = name::join(key, words[end - 1].hash);
            let tie = match () {
                () if words.len() == 1 => Tie::Suffix,
                () if end > 1 || person.is_family_first => Tie::Family,
                () => Tie::Given,
            };
            if words[end - 1].is_content() {
                claim(key, tie);
            }
        }
        // "Rosselló" of "Ricardo Rosselló Nevares".
        for word in words.iter().take(words.len() - 1).skip(1) {
            if word.is_content() && !word.is_initial {
                claim(name::join(name::EMPTY, word.hash), Tie::Middle);
            }
        }
        if words.len() <= MOST_WORDS {
            initials.clear();
            initials.extend(words.iter().filter(|word| word.is_content()).map(|word| word.letter));
            claim(name::join(name::EMPTY, fold::hash(&initials)), Tie::Initials);
        }
    }
}

/// Whether a single word is the last of two surnames in each of these names: the mother's, by which
/// nobody is called alone.
pub(super) fn is_second_surname(forms: &Forms, claims: &[Claim]) -> bool {
    claims.iter().all(|claim| {
        let (words, person) = core(forms, claim.full as usize);
        forms.words(claim.short as usize).len() == 1
            && words.len() >= 3
            && !person.is_family_first
            && is_surname(words[words.len() - 2])
            && words[words.len() - 1].hash == forms.words(claim.short as usize)[0].hash
    })
}

/// Whether a single word is the first of two surnames: the father's, by which people go.
pub(super) fn is_first_surname(forms: &Forms, claim: &Claim) -> bool {
    let (words, _) = core(forms, claim.full as usize);
    claim.tie == Tie::Middle
        && words.len() >= 3
        && words[words.len() - 2].hash == forms.words(claim.short as usize)[0].hash
        && is_surname(words[words.len() - 2])
}

/// Whether a word is known as a surname and not as a given name, or as neither.
fn is_surname(word: Word) -> bool {
    word.is_content() && !word.is_initial && Gazetteer::embedded().facts(word.hash).given() == 0
}

/// The nicknames that stand alone: "Zach" of "Zachary", or of "Zachary Cates".
pub(super) fn claim_nicknames(forms: &Forms, claims: &mut Vec<Claim>) {
    let mut by_given: ByKey<Vec<u32>> = ByKey::default();
    for full in full_names(forms) {
        let bucket = by_given.entry(core(forms, full).0[0].given()).or_default();
        if bucket.len() < MOST_NAMESAKES {
            bucket.push(full as u32);
        }
    }
    for short in 0..forms.list.len() {
        let [word] = forms.words(short) else { continue };
        let (form, given) = (&forms.list[short], word.given());
        if form.count == 0 || form.kind() != EntityKind::Person || given == word.hash {
            continue;
        }
        let short = short as u32;
        let alone = forms.get(name::join(name::EMPTY, given)).filter(|&full| forms.list[full].count > 0);
        let fulls = alone.map(|full| full as u32).into_iter();
        let fulls = fulls.chain(by_given.get(&given).into_iter().flatten().copied());
        claims.extend(fulls.map(|full| Claim { short, full, tie: Tie::Given }));
    }
}

fn tie_of_tail(words: &[Word], start: usize, family: usize, is_family_first: bool) -> Tie {
    match () {
        // "Won-soon" of "Park Won-soon".
        () if is_family_first && start == 1 => Tie::Given,
        () if is_family_first => Tie::Middle,
        // The family name whole, or with words before it, or without its particles.
        () if start <= family || words[family..start].iter().all(|word| !word.is_content()) => Tie::Family,
        // "Baroux" of "Salat-Baroux".
        () => Tie::Middle,
    }
}
