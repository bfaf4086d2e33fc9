"""Writes lines for a batch, made from the example story: a draft of 500 words and two articles of 600 each.

usage: python3 crates/coincide/benches/pairs.py COINCIDE LINES > pairs.jsonl     COINCIDE is the program

Every line begins at another paragraph, so that no two of the first hundred are alike.
"""

import json
import pathlib
import subprocess
import sys

DRAFT_WORDS, ARTICLE_WORDS = 500, 600
STORY = pathlib.Path(__file__).parents[3] / "examples" / "ferry"


def paragraphs(*inputs):
    """The paragraphs of the clean texts that the program reads from `inputs`, in order."""
    command = [sys.argv[1], "read", *map(str, inputs)]
    articles = map(json.loads, subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines())
    return [it["text"][span["start"] : span["end"]] for it in articles for span in it["paragraphs"]]


def cut(paragraphs, start, words):
    """The first `words` words from paragraph `start` on, beginning anew at the end."""
    taken, left, at = [], words, start
    while left > 0:
        part = paragraphs[at % len(paragraphs)].split()[:left]
        taken.append(" ".join(part))
        left -= len(part)
        at += 1
    return "\n\n".join(taken)


drafts = paragraphs(STORY / "draft.md", STORY / "draft-clean.md")
articles = paragraphs(STORY / "articles")
for index in range(int(sys.argv[2])):
    sources = [cut(articles, index * 7 + half * len(articles) // 2, ARTICLE_WORDS) for half in (0, 1)]
    print(json.dumps({"id": str(index), "text": cut(drafts, index, DRAFT_WORDS), "sources": sources}))
