//! The commands with the real generator, on a copy of this repository's `spec/`.
