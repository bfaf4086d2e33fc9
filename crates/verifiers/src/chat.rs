//! A language model behind a URL that speaks the chat interface of OpenAI.

mod answer;
mod endpoint;
mod request;

use std::fmt;
use std::io::Read;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use coincide_check::{Pair, Stances, Unanswered, Verifier};
use ureq::Agent;
use ureq::http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use ureq::http::{HeaderValue, Response};

use self::endpoint::Endpoint;
use self::request::Form;
use crate::Error;
use crate::places::Places;

/// An answer is some hundred bytes; one of more than this is not read.
const MOST_READ: u64 = 64 * 1024;

/// A question is some passages; one of more bytes than this is not sent.
const MOST_SENT: usize = 256 * 1024;

/// The longest pause between two tries, whatever the server asks for.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// After so many pairs in a row that no try got through for, the rest of a draft is not asked: a server that is down would hold up a
/// check for hours.
const GIVE_UP: usize = 8;

/// How an endpoint is asked.
#[derive(Clone, Debug)]
pub struct ChatOptions {
    /// The model's name, as the server knows it; that of `?model=` in the URL comes first. Servers that have one model need
    /// none.
    pub model: Option<String>,
    /// What is sent as `Authorization: Bearer`.
    pub key: Option<Key>,
    /// How many pairs are asked at once.
    pub at_once: usize,
    /// How long to wait for a connection.
    pub connect: Duration,
    /// How long to wait for an answer, from the connection to its last byte.
    pub whole: Duration,
    /// How often to try again after 429, 5xx, a time-out or a lost connection.
    pub retries: u32,
    /// The pause before the second try; it doubles with each further one.
    pub pause: Duration,
    /// The seed that is sent, for servers that take one.
    pub seed: u32,
}

impl Default for ChatOptions {
    fn default() -> Self {
        Self {
            model: None,
            key: None,
            at_once: 4,
            connect: Duration::from_secs(5),
            whole: Duration::from_secs(60),
            retries: 3,
            pause: Duration::from_millis(500),
            seed: 1,
        }
    }
}

/// A secret. It is sent and never shown.
#[derive(Clone)]
pub struct Key(String);

impl From<String> for Key {
    fn from(secret: String) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// A language model behind a URL that speaks the chat interface of OpenAI (`POST .../chat/completions`).
///
/// It is asked pair by pair, at temperature 0, for three probabilities as a JSON object; an answer of any other form is
/// none. What is sent goes to the host of the URL alone: no redirect is followed and no proxy of the environment is used.
pub struct Chat {
    name: String,
    endpoint: Endpoint,
    authorization: Option<HeaderValue>,
    options: ChatOptions,
    agent: Agent,
    places: Places,
    /// Whether the server has shown that it does not take the form of the answer.
    plain: AtomicBool,
    /// How many pairs in a row no try got through for.
    lost: AtomicUsize,
}

/// Why a try gave no answer.
enum Failure {
    /// It would give none again.
    Final(String),
    /// The server does not take the question as it was put.
    Refused(u16),
    /// It may give one later, not before the pause.
    Later(String, Option<Duration>),
}

impl Chat {
    /// Prepares to ask `url`; nothing is sent yet.
    ///
    /// The URL is that of the interface (`http://localhost:8080/v1`) or of its method (`.../chat/completions`); a bare host
    /// stands for `/v1` on it. `?model=NAME` names the model.
    ///
    /// # Errors
    ///
    /// [`Error::Url`] if the URL is of another scheme or holds a password, [`Error::Feature`] for `https` in a build
    /// without the feature `tls`, [`Error::Key`] if no header may hold the key.
    pub fn new(url: &str, options: ChatOptions) -> Result<Self, Error> {
        let mut endpoint = Endpoint::parse(url)?;
        endpoint.model = endpoint.model.or_else(|| options.model.clone());
        let authorization = match &options.key {
            Some(Key(key)) => {
                let mut value = HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_| Error::Key)?;
                value.set_sensitive(true);
                Some(value)
            }
            None => None,
        };
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_connect(Some(options.connect))
            .timeout_global(Some(options.whole))
            .build()
            .new_agent();
        let name = match &endpoint.model {
            Some(model) => format!("{} {model}", endpoint.shown),
            None => endpoint.shown.clone(),
        };
        let places = Places::new(options.at_once);
        let (plain, lost) = (AtomicBool::new(false), AtomicUsize::new(0));
        Ok(Self { name, endpoint, authorization, options, agent, places, plain, lost })
    }

    /// Asks one pair, and again where that may help.
    fn ask(&self, pair: &Pair<'_>) -> Result<Stances, String> {
        let mut pause = self.options.pause;
        let mut form = if self.plain.load(Ordering::Relaxed) { Form::Plain } else { Form::Schema };
        let mut tries = 0;
        if self.lost.load(Ordering::Relaxed) >= GIVE_UP {
            return Err("the endpoint has stopped answering".to_owned());
        }
        loop {
            let result = self.once(pair, form);
            let reached = !matches!(result, Err(Failure::Later(..)));
            if reached {
                self.lost.store(0, Ordering::Relaxed);
            }
            match result {
                Ok(stances) => {
                    if matches!(form, Form::Plain) {
                        self.plain.store(true, Ordering::Relaxed);
                    }
                    return Ok(stances);
                }
                Err(Failure::Refused(_)) if matches!(form, Form::Schema) => form = Form::Plain,
                Err(Failure::Refused(status)) => return Err(format!("the endpoint answered with status {status}")),
                Err(Failure::Final(reason)) => return Err(reason),
                Err(Failure::Later(reason, _)) if tries == self.options.retries => {
                    self.lost.fetch_add(1, Ordering::Relaxed);
                    return Err(format!("{reason}, {} times", tries + 1));
                }
                Err(Failure::Later(_, asked)) => {
                    tries += 1;
                    std::thread::sleep(pause.max(asked.unwrap_or_default()).min(LONGEST_PAUSE));
                    pause = pause.saturating_mul(2);
                }
            }
        }
    }

    /// Asks one pair once.
    fn once(&self, pair: &Pair<'_>, form: Form) -> Result<Stances, Failure> {
        let body = request::body(pair, self.endpoint.model.as_deref(), self.options.seed, form);
        if body.len() > MOST_SENT {
            return Err(Failure::Final("the passages are too long to be sent".to_owned()));
        }
        let mut request = self.agent.post(&self.endpoint.url).header(CONTENT_TYPE, "application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let mut response = request.send(body.as_slice()).map_err(failure)?;
        match response.status().as_u16() {
            200 => {}
            status @ (400 | 422) => return Err(Failure::Refused(status)),
            status @ (429 | 500..=599) => {
                let asked = pause_asked(&response);
                return Err(Failure::Later(format!("the endpoint answered with status {status}"), asked));
            }
            status => return Err(Failure::Final(format!("the endpoint answered with status {status}"))),
        }
        let mut bytes = Vec::new();
        let mut reader = response.body_mut().as_reader().take(MOST_READ + 1);
        reader.read_to_end(&mut bytes).map_err(|error| failure(ureq::Error::from(error)))?;
        if bytes.len() as u64 > MOST_READ {
            return Err(Failure::Final(format!("the answer has more than {MOST_READ} bytes")));
        }
        answer::read(&bytes).map_err(|reason| Failure::Final(reason.to_owned()))
    }
}

impl Verifier for Chat {
    fn name(&self) -> &str {
        &self.name
    }

    fn verify(&self, pairs: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>> {
        // Every draft asks anew: an outage that is over must not leave the rest of a batch unchecked.
        self.lost.store(0, Ordering::Relaxed);
        let order: Vec<usize> = (0..pairs.len()).collect();
        let answers = self.places.map(&order, |_, index| self.ask(&pairs[index]));
        let early = || Err("the question ended early".to_owned());
        answers.into_iter().map(|answer| answer.unwrap_or_else(early).map_err(Unanswered)).collect()
    }
}

impl fmt::Debug for Chat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chat").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What an error of the client means. Its own words are not repeated: they may hold the URL.
fn failure(error: ureq::Error) -> Failure {
    use ureq::Error::{BodyStalled, ConnectionFailed, HostNotFound, Io, Protocol, Timeout};
    match error {
        Timeout(_) => Failure::Later("the endpoint did not answer in time".to_owned(), None),
        HostNotFound => Failure::Later("the host of the endpoint is not known".to_owned(), None),
        Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            Failure::Later("the endpoint takes no connection".to_owned(), None)
        }
        Io(_) | ConnectionFailed | Protocol(_) | BodyStalled => {
            Failure::Later("the connection to the endpoint was lost".to_owned(), None)
        }
        _ => Failure::Final("the endpoint could not be asked".to_owned()),
    }
}

/// The seconds of `Retry-After`.
fn pause_asked<B>(response: &Response<B>) -> Option<Duration> {
    response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}
