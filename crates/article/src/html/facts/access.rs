//! Whether readers must pay, and whether what a page shows is only the beginning.

use serde_json::Value;

use super::head::Head;
use super::title::is_hidden;
use crate::Access;
use crate::html::attribute::Attribute;
use crate::html::linked_data::{LinkedData, text_of};
use crate::html::tree::Tree;

/// A box that asks readers to subscribe is shorter, in bytes; a longer element of that name holds the text that is paid
/// for.
const LONGEST_BOX: usize = 1500;

/// The part of an article that is paid for is there if it has this many bytes of text.
const SHORTEST_PART: usize = 300;

/// What a page says about access, if it says anything: `isAccessibleForFree` of schema.org and the parts it is said of,
/// `article:content_tier`, a box that asks to subscribe.
pub(super) fn access(tree: &Tree, head: &Head, linked: &LinkedData) -> Option<Access> {
    let article = linked.article();
    let said = article.and_then(|node| free(&node.value));
    let tier = head.first(&["article:content_tier", "content_tier"]).map(str::to_lowercase);
    let tier = tier.and_then(|tier| match tier.as_str() {
        "free" => Some(true),
        "locked" | "metered" | "premium" | "paid" => Some(false),
        _ => None,
    });
    match said.or(tier) {
        Some(true) => Some(Access::Free),
        Some(false) => {
            let selectors = article.map(|node| paid_parts(&node.value)).unwrap_or_default();
            let is_missing = !selectors.is_empty() && selectors.iter().all(|selector| !has_text(tree, selector));
            Some(if is_missing { Access::Teaser } else { Access::Paywalled })
        }
        None => has_box(tree).then_some(Access::Paywalled),
    }
}

fn free(value: &Value) -> Option<bool> {
    match value.get("isAccessibleForFree")? {
        Value::Bool(free) => Some(*free),
        other => match text_of(other)?.rsplit('/').next()?.to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => None,
        },
    }
}

/// The selectors of the parts that are not free.
fn paid_parts(value: &Value) -> Vec<String> {
    let parts = match value.get("hasPart") {
        Some(Value::Array(parts)) => parts.iter().collect(),
        Some(part) => vec![part],
        None => Vec::new(),
    };
    let paid = parts.into_iter().filter(|part| free(part) == Some(false));
    paid.filter_map(|part| part.get("cssSelector").and_then(text_of)).take(8).collect()
}

/// Whether an element that a simple selector (`.class`, `#id`) picks holds text. Other selectors are believed to.
fn has_text(tree: &Tree, selector: &str) -> bool {
    let simple = |prefix| {
        selector.strip_prefix(prefix).filter(|name: &&str| !name.contains([' ', '.', '#', '>', ',', ':', '[']))
    };
    let (attribute, name) = match (simple('.'), simple('#')) {
        (Some(class), _) => (Attribute::Class, class),
        (_, Some(id)) => (Attribute::Id, id),
        _ => return true,
    };
    let picks = |at: usize| {
        tree.attribute(at, attribute).is_some_and(|value| value.split_ascii_whitespace().any(|word| word == name))
    };
    let length = |at: usize| {
        tree.pieces[tree.elements[at].pieces()].iter().map(|piece| piece.span().end - piece.span().start).sum::<usize>()
    };
    (0..tree.elements.len()).filter(|&at| picks(at)).take(200).map(length).sum::<usize>() >= SHORTEST_PART
}

/// Whether a box is shown that asks to subscribe.
fn has_box(tree: &Tree) -> bool {
    (0..tree.elements.len()).any(|at| {
        let called =
            |attribute| tree.attribute(at, attribute).is_some_and(|value| value.split_ascii_whitespace().any(is_wall));
        let length = tree.pieces[tree.elements[at].pieces()].iter().map(|piece| piece.span().end - piece.span().start);
        [Attribute::Class, Attribute::Id].into_iter().any(called)
            && length.take(LONGEST_BOX).sum::<usize>() < LONGEST_BOX
            && !is_hidden(tree, at)
            && asks_to_subscribe(&tree.words(at))
    })
}

/// Whether a class is that of a paywall.
fn is_wall(class: &str) -> bool {
    if !class.contains("wall") && !class.contains("Wall") {
        return false;
    }
    let class = class.to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| class.contains(name));
    has(&["paywall", "pay-wall", "regwall", "subscription-wall"])
        && !has(&["no-paywall", "nopaywall", "without-paywall"])
}

/// Whether the words of a box ask to subscribe or to log in.
fn asks_to_subscribe(words: &str) -> bool {
    #[rustfmt::skip]
    const STEMS: &[&str] = &[
        "subscri",
        "sign in",
        "log in",
        "premium",
        "abo ",
        "abonn",
        "suscri",
        "suscrí",
        "assin",
        "abbona",
        "prenumer",
        "předplat",
        "prenumerat",
        "anmelden",
        "einloggen",
        "registrier",
        "connecter",
        "inscri",
        "iniciar sesión",
        "accedi",
        "inloggen",
        "logga in",
        "logg inn",
        "log ind",
        "подпис",
        "会員",
        "登録",
        "ログイン",
        "订阅",
        "訂閱",
        "구독",
        "로그인",
    ];
    let words = words.to_lowercase();
    STEMS.iter().any(|stem| words.contains(stem))
}
