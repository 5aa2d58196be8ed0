//! `rehearse`, as far as it goes without a clone.

use std::fs::{self, File};

use crate::temporary_workspace::{TemporaryWorkspace, stderr};

#[test]
fn two_rehearsals_do_not_share_a_clone() {
    let workspace = TemporaryWorkspace::empty();
    let directory = workspace.path("target/rehearsal");
    fs::create_dir_all(&directory).expect("a directory");
    let running = File::create(directory.join("lock")).expect("a file");
    fs4::FileExt::lock(&running).expect("a lock");
    let output = workspace.run(&["rehearse", "version"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(stderr(&output), @r"
    error: another rehearsal is running
      --> target/rehearsal
      = help: wait until it has ended: both would work in the same clone
    ");
    assert!(!directory.join("clone").exists());
}
