//! The stages, in the order in which they run: the quickest answers first.

use std::{env, fs, num::NonZero, process::Stdio, thread};

use anyhow::{Context, Result};
use clap::ValueEnum;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

use super::{axe, browser::Engine, counts::Counts, driver::Driver, proxies, server::Server, summary::Outcome};
use crate::{
    build,
    command::{cargo, output},
    package,
    rust_toolchain::WASM_TARGET,
    workspace,
};

/// A kind of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// rustfmt
    Formatting,
    /// clippy for this machine
    ClippyHost,
    /// clippy for WebAssembly
    ClippyWasm,
    /// Tests that need no browser
    Native,
    /// Tests of nginx and Caddy in front of the API
    Proxies,
    /// Tests of the widget's parts in a browser
    Browser,
    /// Tests of the built page in a browser
    EndToEnd,
    /// The package for npm, installed and built with Vite into pages of several frameworks, and these in a browser
    Package,
}

/// Where the browser tests find the API and the control of its sandbox. Read when the tests are compiled.
const TEST_API: &str = "AGENT_DIRECTORY_TEST_API";
const TEST_CONTROL: &str = "AGENT_DIRECTORY_TEST_CONTROL";

/// The name of the package with the end-to-end tests.
const END_TO_END: &str = "end-to-end";

/// In the names of the tests that need Chromium's developer tools.
const DEVELOPER_TOOLS: &str = "by_developer_tools";

/// In the names of the tests of pages that are built with the package.
const FRAMEWORKS: &str = "in_frameworks";

/// The name of the package with the tests of the proxies.
const DEPLOYMENT: &str = "deployment";

impl Stage {
    /// All there are.
    pub const ALL: [Self; 8] = [
        Self::Formatting,
        Self::ClippyHost,
        Self::ClippyWasm,
        Self::Native,
        Self::Proxies,
        Self::Browser,
        Self::EndToEnd,
        Self::Package,
    ];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Formatting => "Formatting",
            Self::ClippyHost => "Clippy, host",
            Self::ClippyWasm => "Clippy, wasm32",
            Self::Native => "Native tests",
            Self::Proxies => "Proxies",
            Self::Browser => "Browser tests",
            Self::EndToEnd => "End-to-end tests",
            Self::Package => "Package",
        }
    }

    /// Runs it. `filter` chooses among its tests, if it has some; `engines` are those of the end-to-end tests.
    pub async fn run(self, filter: Option<&str>, engines: &[Engine]) -> Result<Outcome> {
        match self {
            Self::Formatting => formatting().await,
            Self::ClippyHost => clippy(&["--workspace", "--all-targets"]).await,
            Self::ClippyWasm => {
                clippy(&["--package", "agent-directory", "--target", WASM_TARGET, "--lib", "--test", "browser"]).await
            }
            Self::Native => native(filter).await,
            Self::Proxies => proxies(filter).await,
            Self::Browser => in_browser(filter).await,
            Self::EndToEnd => end_to_end(filter, engines).await,
            Self::Package => package(engines).await,
        }
    }
}

async fn formatting() -> Result<Outcome> {
    let succeeded = cargo().args(["fmt", "--all", "--check"]).status().await?.success();
    let files = output(crate::command::command("git").args(["ls-files", "*.rs"])).await;
    let checked = files.map_or_else(|| "every file".into(), |files| format!("{} files", files.lines().count()));
    Ok(Outcome { checked, counts: Counts::default(), succeeded })
}

async fn clippy(scope: &[&str]) -> Result<Outcome> {
    let mut clippy = cargo();
    clippy.arg("clippy").args(scope).args(["--", "--deny", "warnings"]);
    // The browser tests do not compile without an address.
    clippy.env(TEST_API, "http://127.0.0.1/api").env(TEST_CONTROL, "http://127.0.0.1");
    let succeeded = clippy.status().await?.success();
    let checked = if succeeded { "no warning" } else { "warnings; they are above" };
    Ok(Outcome { checked: checked.into(), counts: Counts::default(), succeeded })
}

async fn native(filter: Option<&str>) -> Result<Outcome> {
    let mut test = cargo();
    test.args(["test", "--workspace", "--exclude", END_TO_END, "--exclude", DEPLOYMENT]);
    test.arg("--no-fail-fast").args(filter);
    tests(&mut test).await
}

async fn proxies(filter: Option<&str>) -> Result<Outcome> {
    proxies::ensure().await?;
    let mut test = cargo();
    test.args(["test", "--package", DEPLOYMENT, "--no-fail-fast"]).args(filter);
    tests(&mut test).await
}

async fn in_browser(filter: Option<&str>) -> Result<Outcome> {
    let browser = Engine::Chromium.ensure().await?;
    let (server, driver) = (Server::start().await?, Driver::start(&browser).await?);
    let capabilities = workspace::target("webdriver.json");
    fs::write(&capabilities, browser.capabilities.to_string()).context("can't write target/webdriver.json")?;
    let mut test = cargo();
    test.args(["test", "--package", "agent-directory", "--target", WASM_TARGET, "--test", "browser"]).args(filter);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", workspace::tools().join("bin/wasm-bindgen-test-runner"));
    test.env("CHROMEDRIVER_REMOTE", &driver.url).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "300").env("WASM_BINDGEN_TEST_NO_ORIGIN_ISOLATION", "1");
    test.env(TEST_API, server.api()).env(TEST_CONTROL, server.control());
    let outcome = tests(&mut test).await;
    server.stop().await;
    outcome
}

async fn end_to_end(filter: Option<&str>, engines: &[Engine]) -> Result<Outcome> {
    build::release().await?;
    proxies::ensure().await?;
    let axe = axe::ensure().await?;
    in_engines(engines, |engine, test| {
        test.args(filter).args(["--", "--skip", FRAMEWORKS]);
        if engine != Engine::Chromium {
            test.args(["--skip", DEVELOPER_TOOLS]);
        }
        test.env("AGENT_DIRECTORY_XTASK", env::current_exe()?).env("AGENT_DIRECTORY_AXE", &axe);
        Ok(())
    })
    .await
}

/// Runs the end-to-end tests that `choose` chooses, in one engine after the other.
async fn in_engines(engines: &[Engine], choose: impl Fn(Engine, &mut Command) -> Result<()>) -> Result<Outcome> {
    let mut whole = Outcome { checked: String::new(), counts: Counts::default(), succeeded: true };
    for engine in engines {
        println!("\nIn {}", engine.name());
        let Outcome { checked, counts, succeeded } = in_engine(*engine, &choose).await?;
        let separator = if whole.checked.is_empty() { "" } else { "; " };
        whole.checked.push_str(&format!("{separator}{}: {checked}", engine.name()));
        whole.counts += counts;
        whole.succeeded &= succeeded;
    }
    Ok(whole)
}

async fn in_engine(engine: Engine, choose: impl Fn(Engine, &mut Command) -> Result<()>) -> Result<Outcome> {
    let browser = engine.ensure().await?;
    let count = thread::available_parallelism().map_or(1, NonZero::get);
    // Most drivers have one session only, and a test has two browsers at most.
    let mut drivers = Vec::new();
    for _ in 0..2 * count {
        drivers.push(Driver::start(&browser).await?);
    }
    let urls: Vec<_> = drivers.iter().map(|driver| driver.url.as_str()).collect();
    let mut test = cargo();
    test.args(["test", "--package", END_TO_END, "--no-fail-fast"]);
    choose(engine, &mut test)?;
    test.env("RUST_TEST_THREADS", count.to_string());
    test.env("AGENT_DIRECTORY_DIST", workspace::dist()).env("AGENT_DIRECTORY_WEBDRIVERS", urls.join(" "));
    test.env("AGENT_DIRECTORY_CAPABILITIES", browser.capabilities.to_string());
    tests(&mut test).await
}

async fn package(engines: &[Engine]) -> Result<Outcome> {
    axe::ensure_npm().await?;
    let pages = package::check().await?;
    let outcome = in_engines(engines, |_, test| {
        test.arg(FRAMEWORKS).env("AGENT_DIRECTORY_FRAMEWORK_PAGES", &pages);
        Ok(())
    });
    let Outcome { checked, counts, succeeded } = outcome.await?;
    Ok(Outcome { checked: format!("installed, type-checked and built; {checked}"), counts, succeeded })
}

/// Runs a command that tests, shows what it writes, and counts.
async fn tests(command: &mut Command) -> Result<Outcome> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("can't start cargo")?;
    let mut lines = BufReader::new(child.stdout.take().context("cargo has no output")?).lines();
    let mut counts = Counts::default();
    while let Some(line) = lines.next_line().await? {
        println!("{line}");
        if let Some(more) = Counts::read(&line) {
            counts += more;
        }
    }
    let succeeded = child.wait().await?.success();
    let Counts { passed, failed, skipped } = counts;
    Ok(Outcome { checked: format!("{passed} passed, {failed} failed, {skipped} skipped"), counts, succeeded })
}
