//! How a sandbox is started.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
};

use clap::{Args, ValueEnum};

/// The options of a sandbox. Those that name a dialect choose among the forms in which such servers answer.
#[derive(Args, Clone)]
pub struct Config {
    /// Where the API listens; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8787")]
    pub listen: SocketAddr,
    /// Where faults are ordered and requests are read; never to be forwarded by a proxy
    #[arg(long, default_value = "127.0.0.1:0")]
    pub control: SocketAddr,
    /// The database file, made if it is missing; without one, a temporary file is used
    #[arg(long)]
    pub database: Option<PathBuf>,
    /// How many agents an empty database is filled with
    #[arg(long, default_value_t = 2000)]
    pub agents: u32,
    /// Begin with a new database
    #[arg(long)]
    pub fresh: bool,
    /// The same seed makes the same agents
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The form of the pagination in `meta`
    #[arg(long, value_enum, default_value_t)]
    pub pagination: PaginationDialect,
    /// The form of `links`
    #[arg(long, value_enum, default_value_t)]
    pub links: LinkDialect,
    /// The form of errors
    #[arg(long, value_enum, default_value_t)]
    pub errors: ErrorDialect,
    /// What a create with an email that is taken gets
    #[arg(long, value_enum, default_value_t)]
    pub duplicate_email: DuplicateEmail,
    /// Store emails in lower case and compare the filter by them to the letter
    #[arg(long)]
    pub exact_emails: bool,
    /// When an image's address changes
    #[arg(long, value_enum, default_value_t)]
    pub image_address: ImageAddress,
    /// The largest image taken, in bytes
    #[arg(long, default_value_t = 10 * 1024 * 1024)]
    pub max_image_bytes: usize,
    /// What an image's address begins with; the sandbox's own /images by default
    #[arg(long)]
    pub image_base: Option<String>,
    /// The key that `Authorization: Bearer` must bring
    #[arg(skip)]
    pub key: String,
}

impl Default for Config {
    fn default() -> Self {
        let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            listen: anywhere,
            control: anywhere,
            database: None,
            agents: 2000,
            fresh: false,
            seed: 1,
            pagination: PaginationDialect::default(),
            links: LinkDialect::default(),
            errors: ErrorDialect::default(),
            duplicate_email: DuplicateEmail::default(),
            exact_emails: false,
            image_address: ImageAddress::default(),
            max_image_bytes: 10 * 1024 * 1024,
            image_base: None,
            key: "sandbox-key".into(),
        }
    }
}

/// The form of the pagination in `meta`. API: inferred, all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PaginationDialect {
    /// `meta.pagination.{current,first,prev,next,last,records}`, as jsonapi.rb writes it
    #[default]
    #[value(name = "jsonapi-rb")]
    JsonapiRb,
    /// `meta.pagination.{page,pages,count}`, as pagy writes it
    Pagy,
    /// `meta.{current_page,total_pages,total_count,per_page}`
    Flat,
    /// Nothing
    None,
}

/// The form of pagination links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LinkDialect {
    /// With scheme and host
    #[default]
    Absolute,
    /// From the path on
    Relative,
    /// No `links` at all
    Absent,
}

/// The form of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ErrorDialect {
    /// `{"errors": […]}` (JSON:API, "Errors")
    #[default]
    JsonApi,
    /// `application/problem+json` (RFC 9457), as a gateway writes it
    Problem,
}

/// What a create with an email that is taken gets. API: inferred, all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DuplicateEmail {
    /// 422 with a pointer to the email
    #[default]
    #[value(name = "422")]
    Unprocessable,
    /// 409
    #[value(name = "409")]
    Conflict,
    /// 200 with the record that has it
    Link,
}

/// When an image's address changes. API: inferred, all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ImageAddress {
    /// Each image has an address of its own
    #[default]
    Own,
    /// All images of an agent have the same one
    Fixed,
    /// The path stays, and the query is another with each image, as Paperclip writes it
    Versioned,
}
