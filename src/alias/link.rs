//! Link: forms to entities. Joins what is certainly one, then gives each short form to the one
//! full name that it fits.
use std::cmp::Reverse;

use super::build::Build;
use super::form::{Form, Forms, Sets};
use super::namesake::Namesakes;
use super::{Claim, Tie, body, extent, lineup, memory, person, repair, spelling, stated};
use crate::detail::Detail;
use crate::entity::{Entity, EntityKind, Mention};
use crate::lexicon::{ByKey, Lexicon};
use crate::text::Document;

/// The entities of a list of mentions, in the order of their first mention.
pub(super) fn entities<'t>(
    document: &Document<'t>,
    mut mentions: Vec<Mention<'t>>,
    lexicon: &Lexicon,
    detail: Detail,
) -> Vec<Entity<'t>> {
    lineup::read(document, &mut mentions, detail);
    extent::take_articles(document, &mut mentions);
    extent::take_given_names(document, &mut mentions);
    let (mut forms, mut of) = Forms::read(document, &mentions);
    if repair::repair(document, &mut mentions, &forms) {
        (forms, of) = Forms::read(document, &mentions);
    }
    if memory::recall(document, &mut mentions, &forms, detail) {
        (forms, of) = Forms::read(document, &mentions);
    }
    let mut sets = Sets::new(forms.list.len());
    join_known(&forms, &mut sets);
    body::join_countries(&forms, &mut sets);
    body::join_plurals(document, &forms, &mut sets);
    body::join_renamed(&forms, &mut sets);
    stated::join(document, &mentions, &of, &forms, &mut sets);
    stated::join_called(document, &mentions, &of, &forms, &mut sets);
    person::join_full_names(&forms, &mut sets);

    let mut claims = Vec::new();
    person::claim(&forms, &mut claims);
    person::claim_nicknames(&forms, &mut claims);
    body::claim(&forms, &mut claims);
    let is_kin = stated::kin(document, &mentions, &of, forms.list.len());
    // "Her father, Hassan al-Sayed," is not Lina Hassan al-Sayed without her first name.
    claims.retain(|claim| !is_kin[claim.short as usize] || forms.words(claim.short as usize).len() < 2);
    // Longer forms first: "U.S. House" has to be one with "House of Representatives" before "House"
    // asks whose it is. Then by how much the tie binds; within both in the order of the article.
    claims.sort_by_key(|claim| (Reverse(forms.words(claim.short as usize).len()), claim.short, claim.tie));
    let mut namesakes = Namesakes::default();
    for group in claims.chunk_by(|one, other| one.short == other.short) {
        settle(&forms, &mut sets, group, &mut namesakes);
    }
    let mut is_claimed = vec![false; forms.list.len()];
    for claim in &claims {
        is_claimed[claim.short as usize] = true;
    }
    spelling::join(document, &forms, &mut sets, &is_claimed);
    let owners = namesakes.resolve(document, &mentions, &of, &forms, &mut sets);
    let build = Build { document, lexicon, detail, forms: &forms, of: &of, owners: &owners };
    build.entities(mentions, &mut sets, &namesakes.contests)
}

/// Joins the forms of one name of the user's lexicon.
fn join_known(forms: &Forms, sets: &mut Sets) {
    let mut first_of = ByKey::<usize>::default();
    for (index, form) in forms.list.iter().enumerate() {
        if let Some(known) = form.known {
            let first = *first_of.entry(u64::from(known)).or_insert(index);
            sets.join(first, index);
        }
    }
}

/// More holders of one surname than these are not told apart.
const MOST_HOLDERS: usize = 8;

/// Gives a short form to the entity whose full name claims it, or, where several do by the same
/// tie, to the namesakes.
fn settle(forms: &Forms, sets: &mut Sets, claims: &[Claim], namesakes: &mut Namesakes) {
    let short = claims[0].short as usize;
    let form = &forms.list[short];
    let mut has_suffix = false;
    for group in claims.chunk_by(|one, other| one.tie == other.tie) {
        // "Elizabeth" that is "Elizabeth II" is not Elizabeth Warren.
        if !fits(form, group[0].tie) || has_suffix && group[0].tie != Tie::Family {
            continue;
        }
        let mut holders: Vec<usize> = Vec::new();
        // "Ríos" is rather Ana Ríos Vega than her son Iván Soto Ríos: both are asked.
        let maternal = group[0].tie == Tie::Family && person::is_second_surname(forms, group);
        let paternal = claims.iter().filter(|claim| maternal && person::is_first_surname(forms, claim));
        for claim in paternal.chain(group) {
            let holder = sets.root(claim.full as usize);
            if !holders.contains(&holder) && holders.len() <= MOST_HOLDERS {
                holders.push(holder);
            }
        }
        match holders[..] {
            [holder] => {
                sets.join(short, holder);
                if group[0].tie == Tie::Given {
                    namesakes.is_familiar(holder);
                }
                // "Norton" is "Norton I", and both are Joshua Norton.
                if group[0].tie == Tie::Suffix {
                    has_suffix = true;
                    continue;
                }
            }
            _ if group[0].tie.is_personal() => {
                let own = sets.root(short);
                holders.retain(|&holder| holder != own);
                namesakes.add(short, holders);
            }
            // "Department" where the article names three.
            _ => {}
        }
        return;
    }
}

/// Whether a form may be short for a name by this tie.
fn fits(form: &Form, tie: Tie) -> bool {
    let is_person = form.kind() == EntityKind::Person;
    match tie {
        // A surname that the tagger took for something else, unless it was sure of that.
        Tie::Family => is_person || form.known.is_none() && form.confidence < SURE,
        Tie::Suffix | Tie::Given | Tie::Middle | Tie::Initials => is_person,
        Tie::Acronym => !is_person || form.confidence < SURE,
        Tie::Short => !is_person || form.confidence < SURER,
    }
}

/// A mention as sure as this keeps its kind although its form is part of a longer name.
const SURE: f32 = 0.9;
/// The same of a whole name that a company's begins with, which binds more than letters do.
const SURER: f32 = 0.95;
