//! What the tests against other programs share.
