//! Tests of the `entity` stage on sentences of our own.
