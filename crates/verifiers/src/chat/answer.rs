//! What comes back for a pair, checked.

use coincide_check::Stances;
use serde::Deserialize;

/// How far the sum of the three probabilities may be from one. Models round.
const SLACK: f64 = 0.05;

/// The part of a completion that is read.
#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

/// The three probabilities, and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Probabilities {
    supports: f64,
    contradicts: f64,
    silent: f64,
}

/// The stances that the body of a response gives: three probabilities as a JSON object, or one of the words `supports`,
/// `contradicts` and `silent`. Anything else is none, with the reason; what came is not repeated in it.
pub(crate) fn read(body: &[u8]) -> Result<Stances, &'static str> {
    let completion: Completion = serde_json::from_slice(body).map_err(|_| "the endpoint sent no completion")?;
    let [choice] = &completion.choices[..] else { return Err("the endpoint sent not one completion") };
    let content = choice.message.content.as_deref().ok_or("the completion has no text")?.trim();
    const OTHER_FORM: &str = "the answer is not of the form asked for";
    let (supports, contradicts, silent) = match content {
        "supports" | "\"supports\"" => (1.0, 0.0, 0.0),
        "contradicts" | "\"contradicts\"" => (0.0, 1.0, 0.0),
        "silent" | "\"silent\"" => (0.0, 0.0, 1.0),
        // A list would be read as the fields in their order.
        object if object.starts_with('{') => {
            let given: Probabilities = serde_json::from_str(object).map_err(|_| OTHER_FORM)?;
            (given.supports, given.contradicts, given.silent)
        }
        _ => return Err(OTHER_FORM),
    };
    let all = supports + contradicts + silent;
    if ![supports, contradicts, silent].iter().all(|value| (0.0..=1.0).contains(value)) || (all - 1.0).abs() > SLACK {
        return Err("the numbers of the answer are no probabilities that make one");
    }
    Ok(Stances { supports: supports / all, contradicts: contradicts / all, silent: silent / all })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(content: &str) -> Result<Stances, &'static str> {
        let message = serde_json::json!({ "choices": [{ "message": { "role": "assistant", "content": content } }] });
        read(message.to_string().as_bytes())
    }

    #[test]
    fn takes_three_probabilities_or_a_word() {
        let cases = [
            (r#"{"supports": 0.7, "contradicts": 0.1, "silent": 0.2}"#, 0.7),
            (r#" {"silent":0, "contradicts":0,"supports":1}  "#, 1.0),
            (r#"{"supports": 0.33, "contradicts": 0.33, "silent": 0.33}"#, 1.0 / 3.0),
            ("supports\n", 1.0),
            ("\"silent\"", 0.0),
        ];
        for (content, supports) in cases {
            let stances = answer(content).unwrap();
            assert!((stances.supports - supports).abs() < 1e-9, "{content}");
            assert!((stances.supports + stances.contradicts + stances.silent - 1.0).abs() < 1e-9, "{content}");
        }
    }

    #[test]
    fn takes_nothing_else() {
        let cases = [
            "",
            "Supports, I think.",
            "supports contradicts",
            r#"{"supports": 0.7, "contradicts": 0.1}"#,
            r#"{"supports": 0.7, "contradicts": 0.7, "silent": 0.2}"#,
            r#"{"supports": 1.2, "contradicts": -0.1, "silent": -0.1}"#,
            r#"{"supports": "0.7", "contradicts": "0.1", "silent": "0.2"}"#,
            r#"{"supports": 0.7, "contradicts": 0.1, "silent": 0.2, "why": "x"}"#,
            r#"{"supports": 0.7, "supports": 0.7, "contradicts": 0.1, "silent": 0.2}"#,
            r#"{"supports": 0.7, "contradicts": 0.1, "silent": 0.2} as asked"#,
            r#"{"supports": 1e999, "contradicts": 0, "silent": 0}"#,
            "[0.7, 0.1, 0.2]",
        ];
        for content in cases {
            assert!(answer(content).is_err(), "{content}");
        }
        for body in
            ["", "{}", "null", r#"{"choices": []}"#, r#"{"choices": [{"message": {"content": null}}]}"#, "<html>"]
        {
            assert!(read(body.as_bytes()).is_err(), "{body}");
        }
    }
}
