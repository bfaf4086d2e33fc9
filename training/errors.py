"""Which characters of an unsupported claim are wrong, where that is known."""

import difflib
import re
from collections import Counter

import numpy as np

from sets import read

WORD = re.compile(r"\w+|[^\w\s]")
SENTENCE = re.compile(r"(?<=[.!?][\"”’ ])\s*|(?<=[.!?])\s+|\n+")
# Claims on which the source is silent have no place where they are wrong.
SILENT = ("other", "removed", "across", "lead_only")
# How much of a claim and of a true one must be the same words for the rest to be the error.
ALIKE = 0.75
# What is wrong nearly everywhere is wrong nowhere in particular.
MOST = 0.6


def marked_by_readers(data):
    """The spans that readers marked, by claim (XSumFaith, Maynez and others 2020)."""
    rows = read(data, "verify/xsumfaith.jsonl.gz")
    return {row["text"]: row["spans"] for row in rows if row["label"] == 0 and row.get("spans")}


def of_row(row, kinds, marked):
    """For each claim of a row a mask over its characters, or None where the errors are not known."""
    true = [text for text, label in zip(row["texts"], row["labels"]) if label == 0]
    masks, source = [], None
    for kind, label, text in zip(kinds, row["labels"], row["texts"]):
        if label == 0:
            masks.append(np.zeros(len(text), bool))
        elif kind in SILENT:
            masks.append(None)
        elif text in marked:
            masks.append(by_votes(text, marked[text]))
        else:
            others = true
            # These were made of sentences of the source.
            if kind.startswith("kept_") or kind == "mixed":
                source = source or [it for it in SENTENCE.split(row["sources"][0]) if len(it) > 20]
                others = true + source
            masks.append(by_difference(text, others))
    return masks


def by_votes(text, spans):
    """What two readers or more marked."""
    votes = Counter(at for start, end, *_ in spans for at in range(start, end))
    mask = np.zeros(len(text), bool)
    for at, count in votes.items():
        if count >= 2 and at < len(text):
            mask[at] = True
    return some(mask)


def by_difference(text, others):
    """What a claim has otherwise than the most alike of `others`; beside what it leaves out, the neighbouring words."""
    words = [(it.group().lower(), it.start(), it.end()) for it in WORD.finditer(text)]
    own = [word for word, _, _ in words]
    bag, best, match = Counter(own), ALIKE, None
    for other in others:
        other = [it.lower() for it in WORD.findall(other)]
        shared = sum((bag & Counter(other)).values())
        if not other or 2 * shared / (len(own) + len(other)) < ALIKE:
            continue
        matcher = difflib.SequenceMatcher(None, other, own, autojunk=False)
        if matcher.ratio() > best or match is None and matcher.ratio() >= ALIKE:
            best, match = matcher.ratio(), matcher
    if match is None:
        return None
    mask = np.zeros(len(text), bool)
    for operation, _, _, start, end in match.get_opcodes():
        if operation == "equal":
            continue
        changed = range(start, end) if start < end else [it for it in (start - 1, start) if 0 <= it < len(words)]
        if changed:
            mask[words[changed[0]][1] : words[changed[-1]][2]] = True
    return some(mask)


def some(mask):
    return mask if mask.any() and mask.mean() < MOST else None
