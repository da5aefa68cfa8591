//! Tests of the `text` stage on sentences of our own.
