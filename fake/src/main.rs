//! `stripe-identity-fake`: the stand-in as a program, for any language.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use stripe_identity_fake::{Error, FakeStripe};

/// A stand-in for Stripe Identity, for tests only.
///
/// It answers what Stripe's API answers, refuses what it refuses, shows a page where the
/// outcome of a verification is chosen, and sends signed webhooks. Everything is kept in
/// memory and gone when it ends, on Ctrl-C or SIGTERM.
#[derive(Debug, Parser)]
#[command(
    name = "stripe-identity-fake",
    version,
    after_help = "Examples:
  stripe-identity-fake --webhook http://127.0.0.1:3000/stripe
  stripe-identity-fake --bind 0.0.0.0 --public-url http://localhost:4242

Exit codes: 0 it was ended by a signal, 1 it could not start, 2 wrong arguments."
)]
struct Arguments {
    /// Address to listen on; any other than a loopback address needs the control token
    #[arg(
        long,
        env = "STRIPE_FAKE_BIND",
        value_name = "ADDRESS",
        default_value = "127.0.0.1"
    )]
    bind: IpAddr,

    /// Port to listen on; 0 is any free port
    #[arg(long, env = "STRIPE_FAKE_PORT", default_value_t = 4242)]
    port: u16,

    /// Where browsers find it, if not at the address that it listens on
    #[arg(long, env = "STRIPE_FAKE_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,

    /// Token of the control interface [default: none on a loopback address, else a new one]
    #[arg(
        long,
        env = "STRIPE_FAKE_CONTROL_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    control_token: Option<String>,

    /// Send events to this URL; may be given more than once
    #[arg(
        long,
        env = "STRIPE_FAKE_WEBHOOK",
        value_name = "URL",
        value_delimiter = ' '
    )]
    webhook: Vec<String>,

    /// Send thin events to this URL; may be given more than once
    #[arg(long, value_name = "URL")]
    thin_webhook: Vec<String>,

    /// Secret key that programs use [default: a new one at each start]
    #[arg(
        long,
        env = "STRIPE_FAKE_SECRET_KEY",
        value_name = "sk_test_…",
        hide_env_values = true
    )]
    secret_key: Option<String>,

    /// Restricted key that programs use [default: a new one at each start]
    #[arg(
        long,
        env = "STRIPE_FAKE_RESTRICTED_KEY",
        value_name = "rk_test_…",
        hide_env_values = true
    )]
    restricted_key: Option<String>,

    /// Secret that events are signed with [default: a new one at each start]
    #[arg(
        long,
        env = "STRIPE_FAKE_WEBHOOK_SECRET",
        value_name = "whsec_…",
        hide_env_values = true
    )]
    webhook_secret: Option<String>,

    /// How many seconds a redaction takes; with Stripe up to four days
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    redaction_takes: u64,

    /// Retry failed webhooks after 5 min, 30 min and 2 h, as Stripe's test mode does, and not
    /// after 2 s, 10 s and a minute
    #[arg(long)]
    stripe_delays: bool,

    /// Ask a stand-in on --port whether it runs, and exit with 0 if it does
    #[arg(long)]
    check_health: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.check_health {
        return check_health(&arguments);
    }
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&mut io::stderr(), &format!("error: {}", explain(&error)));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::Start)?;
    runtime.block_on(async {
        // Before it says that it listens: who reads that may send a signal. And explicitly,
        // since a program that runs as process 1 has no default handlers.
        let signal = Signals::new().map_err(Error::Start)?;
        let fake = start(arguments)?;
        // If nobody reads this any more, requests are answered all the same.
        let _ = introduce(&fake, arguments);
        let name = signal.next().await;
        let summary = fake.handle().summary();
        drop(fake);
        say(&mut io::stdout(), &format!("\n{name}: {summary}"));
        Ok(())
    })
}

#[cfg(unix)]
struct Signals([(tokio::signal::unix::Signal, &'static str); 3]);

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self([
            (signal(SignalKind::interrupt())?, "ended by SIGINT"),
            (signal(SignalKind::terminate())?, "ended by SIGTERM"),
            (signal(SignalKind::hangup())?, "ended by SIGHUP"),
        ]))
    }

    async fn next(mut self) -> &'static str {
        let [(interrupt, one), (terminate, two), (hangup, three)] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => one,
            _ = terminate.recv() => two,
            _ = hangup.recv() => three,
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(self) -> &'static str {
        // Without a handler there is nothing to wait for.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        "ended by Ctrl-C"
    }
}

fn start(arguments: &Arguments) -> Result<FakeStripe, Error> {
    let mut builder = FakeStripe::builder()
        .bind(arguments.bind)
        .port(arguments.port)
        .real_time()
        .redaction_takes(Duration::from_secs(arguments.redaction_takes))
        .on_request(|request| say(&mut io::stdout(), &format!("  {request}")))
        .on_delivery(|delivery| say(&mut io::stdout(), &format!("  event {delivery}")));
    if let Some(url) = &arguments.public_url {
        builder = builder.public_url(url);
    }
    if let Some(token) = &arguments.control_token {
        builder = builder.control_token(token);
    }
    if let Some(key) = &arguments.secret_key {
        builder = builder.secret_key(key);
    }
    if let Some(key) = &arguments.restricted_key {
        builder = builder.restricted_key(key);
    }
    if let Some(secret) = &arguments.webhook_secret {
        builder = builder.webhook_secret(secret);
    }
    for url in arguments.webhook.iter().filter(|url| !url.is_empty()) {
        builder = builder.webhook(url);
    }
    for url in &arguments.thin_webhook {
        builder = builder.thin_webhook(url);
    }
    if arguments.stripe_delays {
        builder = builder.stripe_delays();
    }
    builder.start_blocking()
}

/// Whether a stand-in answers on the port, for a container's health check.
fn check_health(arguments: &Arguments) -> ExitCode {
    match ask_health(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let port = arguments.port;
            say(
                &mut io::stderr(),
                &format!("error: no stand-in answers on port {port}: {error}"),
            );
            ExitCode::FAILURE
        }
    }
}

fn ask_health(arguments: &Arguments) -> io::Result<()> {
    let timeout = Duration::from_secs(2);
    let ip = match arguments.bind {
        IpAddr::V4(ip) if ip.is_unspecified() => std::net::Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => std::net::Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    let address = SocketAddr::new(ip, arguments.port);
    let mut stream = TcpStream::connect_timeout(&address, timeout)?;
    stream.set_read_timeout(Some(timeout))?;
    write!(
        stream,
        "GET /_fake/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.starts_with("HTTP/1.1 200") && answer.contains("\"ok\"") {
        Ok(())
    } else {
        Err(io::Error::other("another program listens there"))
    }
}

/// The error with its causes, and the flag that helps.
fn explain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        // Writing into a `String` cannot fail.
        let _ = write!(text, ": {error}");
        source = error.source();
    }
    match error {
        Error::PortInUse { .. } => text.push_str(" (see --port)"),
        Error::Listen { .. } => text.push_str(" (see --bind and --port)"),
        Error::WebhookUrl { .. } => text.push_str(" (see --webhook)"),
        Error::Setting { name, .. } => {
            let _ = write!(text, " (see --{})", name.replace('_', "-"));
        }
        _ => {}
    }
    text
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
    if let Some(token) = fake.control_token() {
        writeln!(out, "  control token    {token}")?;
    }
    let urls = handle.webhooks();
    if urls.is_empty() {
        writeln!(out, "  events go to     nobody (use --webhook URL)")?;
    }
    for url in urls {
        // A query may hold a secret.
        let url = url.split('?').next().unwrap_or_default();
        writeln!(out, "  events go to     {url}")?;
    }
    writeln!(out, "\nSet these for a program:\n")?;
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
    let public = arguments.public_url.as_deref().unwrap_or(base);
    writeln!(
        out,
        "\nThe `url` in the answer is the page where the outcome is chosen. All sessions are at \
         {public}/\nand all that can be controlled is described at {base}/_fake/openapi.json\n"
    )?;
    out.flush()
}

fn say(out: &mut impl io::Write, line: &str) {
    // If nobody reads this any more, requests are answered all the same.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
