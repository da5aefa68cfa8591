//! Abbreviations, and what may follow each.

/// Whether a folded word (without its stop) is written with a full stop that ends no sentence.
pub(super) fn is_abbreviation(folded: &str) -> bool {
    matches!(
        folded,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "sen"
            | "rep"
            | "gov"
            | "gen"
            | "col"
            | "lt"
            | "capt"
            | "sgt"
            | "st"
            | "jr"
            | "sr"
            | "vs"
            | "no"
            | "jan"
            | "feb"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "inc"
            | "corp"
            | "co"
            | "ltd"
    )
}
