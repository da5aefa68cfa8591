//! Bylines, datelines and agency credits.
