//! What a command costs.

use std::process::Command;
use std::time::Instant;

use crate::Failure;

/// Processor time, of the command and all that it starts, and time of the clock; in seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cost {
    pub(super) cpu: f64,
    pub(super) elapsed: f64,
}

/// Runs the command to its end.
pub(super) fn run(command: &mut Command) -> Result<Cost, Failure> {
    let line = line(command);
    let (started, before) = (Instant::now(), children()?);
    let mut child = command
        .spawn()
        .map_err(|error| Failure::new(format!("cannot start `{line}`: {error}")))?;
    let status = child
        .wait()
        .map_err(|error| Failure::new(format!("cannot wait for a program: {error}")))?;
    let cost = Cost {
        cpu: children()? - before,
        elapsed: started.elapsed().as_secs_f64(),
    };
    if status.success() {
        return Ok(cost);
    }
    Err(Failure::new(format!("`{line}` failed ({status})")))
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// Seconds of processor time of the children that have ended.
#[cfg(unix)]
fn children() -> Result<f64, Failure> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    fn seconds(time: TimeVal) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "no more seconds than a float holds"
        )]
        let (seconds, microseconds) = (time.tv_sec() as f64, time.tv_usec() as f64);
        seconds + microseconds / 1e6
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)
        .map_err(|error| Failure::new(format!("the system does not tell times: {error}")))?;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}

#[cfg(not(unix))]
fn children() -> Result<f64, Failure> {
    Err(Failure::new(
        "processor time of builds can be measured on Unix only",
    ))
}
