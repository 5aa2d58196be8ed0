//! `stripe-identity-fake`: the stand-in as a program, for first steps and for
//! programs in other languages.

use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use clap::Parser;
use stripe_identity_fake::{Error, FakeStripe};

/// A stand-in for Stripe Identity, on this machine and for tests only.
///
/// It answers what Stripe's API answers, refuses what it refuses, shows a page where
/// the outcome of a verification is picked, and sends signed webhooks. It listens on
/// 127.0.0.1, keeps everything in memory, and stops on Ctrl-C.
#[derive(Debug, Parser)]
#[command(
    name = "stripe-identity-fake",
    version,
    after_help = "Examples:
  cargo run -p stripe-identity-fake
  cargo run -p stripe-identity-fake -- --port 0 --webhook http://127.0.0.1:3000/stripe

Exit codes: 1 it could not start, 2 wrong arguments."
)]
struct Arguments {
    /// Port to listen on; 0 is any that is free
    #[arg(long, default_value_t = 4242)]
    port: u16,

    /// Send events to this URL; may be given more than once
    #[arg(long, value_name = "URL")]
    webhook: Vec<String>,

    /// Secret key that programs use [default: a new one at each start]
    #[arg(long, value_name = "sk_test_…")]
    secret_key: Option<String>,

    /// Restricted key that programs use [default: a new one at each start]
    #[arg(long, value_name = "rk_test_…")]
    restricted_key: Option<String>,

    /// What events are signed with [default: a new one at each start]
    #[arg(long, value_name = "whsec_…")]
    webhook_secret: Option<String>,

    /// How many seconds a redaction takes; Stripe says up to four days
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    redaction_takes: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match start(&arguments) {
        Ok(fake) => {
            // Who reads this may have gone; requests are answered all the same.
            let _ = introduce(&fake, &arguments);
            loop {
                thread::park();
            }
        }
        Err(error) => {
            say(&mut io::stderr(), &format!("error: {}", explain(&error)));
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: &Arguments) -> Result<FakeStripe, Error> {
    let mut builder = FakeStripe::builder()
        .port(arguments.port)
        .real_time()
        .redaction_takes(Duration::from_secs(arguments.redaction_takes))
        .on_request(|request| say(&mut io::stdout(), &format!("  {request}")))
        .on_delivery(|delivery| say(&mut io::stdout(), &format!("  event {delivery}")));
    if let Some(key) = &arguments.secret_key {
        builder = builder.secret_key(key);
    }
    if let Some(key) = &arguments.restricted_key {
        builder = builder.restricted_key(key);
    }
    if let Some(secret) = &arguments.webhook_secret {
        builder = builder.webhook_secret(secret);
    }
    for url in &arguments.webhook {
        builder = builder.webhook(url);
    }
    builder.start_blocking()
}

/// The error with what led to it, and which flag helps.
fn explain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    let flag = match error {
        Error::PortInUse { .. } | Error::Listen { .. } => "--port",
        Error::WebhookUrl { .. } => "--webhook",
        Error::Key { argument, .. } => match *argument {
            "secret_key" => "--secret-key",
            "restricted_key" => "--restricted-key",
            _ => "--webhook-secret",
        },
        _ => return text,
    };
    format!("{text} (see {flag})")
}

fn introduce(fake: &FakeStripe, arguments: &Arguments) -> io::Result<()> {
    let (base, key) = (fake.base_url(), fake.secret_key());
    let handle = fake.handle();
    let secret = handle.webhook_secret();
    let mut out = io::stdout().lock();
    writeln!(out, "A stand-in for Stripe Identity listens at {base}\n")?;
    writeln!(out, "  secret key       {key}")?;
    writeln!(out, "  restricted key   {}", fake.restricted_key())?;
    writeln!(out, "  webhook secret   {secret}")?;
    match arguments.webhook.as_slice() {
        [] => writeln!(out, "  events go to     nobody (give --webhook URL)")?,
        urls => {
            for url in urls {
                writeln!(out, "  events go to     {url}")?;
            }
        }
    }
    writeln!(out, "\nTell a program of it:\n")?;
    writeln!(out, "  export STRIPE_SECRET_KEY={key}")?;
    writeln!(out, "  export STRIPE_WEBHOOK_SECRET={secret}")?;
    writeln!(
        out,
        "  export STRIPE_BASE_URL={base}    # for Client::builder(key).base_url(…)\n"
    )?;
    writeln!(out, "Or try it:\n")?;
    writeln!(
        out,
        "  curl {base}/v1/identity/verification_sessions -u {key}: -d type=document"
    )?;
    writeln!(
        out,
        "\nThe answer's `url` is the page where the outcome is picked. Requests and events from here on:\n"
    )?;
    out.flush()
}

fn say(out: &mut impl Write, line: &str) {
    // Who reads this may have gone; requests are answered all the same.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
