//! Tests of the `place` stage on sentences of our own.
