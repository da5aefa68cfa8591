//! Tests of the `role` stage on sentences of our own.
