//! Pages in Chromium: the small site of the examples, the stand-in's own page, and its modal. Each
//! page is also checked with [axe-core](https://github.com/dequelabs/axe-core).

#[path = "pages/console.rs"]
mod console;
#[path = "pages/modal.rs"]
mod modal;
#[path = "pages/verify_web.rs"]
mod verify_web;
