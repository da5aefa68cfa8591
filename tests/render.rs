//! Tests of the `render` stage on sentences of our own.
