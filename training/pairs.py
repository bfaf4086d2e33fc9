"""Step 1 of the recipe: claims with their sources and labels, as rows for `cargo run --example questions`.

    python pairs.py --data DIR --antonyms FILE --out rows.jsonl

A row is {"id", "kind", "document", "part", "sources", "texts", "labels"}. A label is 0 (supported), 1 (contradicted),
2 (silent) or -1 (not supported, not known which of the two).
"""

import argparse
import json
import random
import re
import zlib
from collections import Counter
from datetime import date
from math import log

from sklearn.feature_extraction.text import TfidfVectorizer

import plant
from sets import SETS, document, held_out, read

SUPPORTED, CONTRADICTED, SILENT, NOT_SUPPORTED = 0, 1, 2, -1
ARTICLES = 9000
# An article that shares more runs of twelve words with what is measured on is left out.
MOST_SHARED = 5
LABELS = {"supported": SUPPORTED, "contradicted": CONTRADICTED, "not_found": SILENT}
SENTENCE_END = re.compile(r"(?<=[.!?][\"”’]) +(?=[A-Z“\"])|(?<=[a-z0-9%)][.!?]) +(?=[A-Z“\"])")
STOP = set(
    "a an the and or but of to in on at by for from with as is are was were be been has have had it its he she they we i "
    "his her their our this that these those not no will would can could may might should who which what when where how "
    "than then there about into over after before up down out said says".split()
)


def words(text):
    return [it for it in re.findall(r"[a-z0-9]+", text.lower()) if it not in STOP]


class Coverage:
    """The part of a claim's content words, weighted by rarity, that a text has."""

    def __init__(self, texts):
        counts = Counter(word for text in texts for word in set(words(text)))
        self.weight = {word: log(len(texts) / count) for word, count in counts.items()}
        self.most = log(len(texts))

    def __call__(self, claim, text):
        return self.of(claim, stems(text))

    def of(self, claim, has):
        weights = [(self.weight.get(it, self.most), it[:6] in has) for it in words(claim)]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, there in weights if there) / total if total else 0.0


def stems(text):
    return {it[:6] for it in words(text)}


ABBREVIATED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|No|vs|Rev|Prof|Adm|[A-Z][a-z]{0,4})\.$")


def sentences(text):
    found = []
    for line in text.split("\n"):
        joined = ""
        for part in SENTENCE_END.split(line):
            joined = f"{joined} {part.strip()}".strip()
            if not ABBREVIATED.search(joined):
                found.append(joined)
                joined = ""
    return [it for it in found if 7 <= len(it.split()) <= 45 and it[-1] in ".!?”\"" and not it.endswith("?")]


def labelled(data):
    """The human-labelled sets, one row for each source."""
    for name in SETS:
        if not name.startswith("verify/"):
            continue
        kind = name.removeprefix("verify/").removesuffix(".jsonl.gz")
        sources = {}
        for row in read(data, name):
            label = SUPPORTED if row["label"] == 1 else LABELS.get(row.get("label3"), NOT_SUPPORTED)
            if kind == "wice_claim" and row["label_detail"] == "not_supported":
                label = SILENT
            source = [row["source"]] if isinstance(row["source"], str) else row["source"]
            sources.setdefault(tuple(source), []).append((row["text"], label))
        for number, (source, claims) in enumerate(sources.items()):
            name = document(list(source))
            yield {
                "id": f"{kind}-{number}", "kind": kind, "document": name,
                "part": "held-out" if held_out(name) else "training",
                "sources": list(source), "texts": [it for it, _ in claims], "labels": [it for _, it in claims],
            }


class Claims:
    """Claims about one article, made by rule."""

    def __init__(self, article, others, coverage, antonyms, dice):
        self.article, self.others, self.coverage, self.dice = article, others, coverage, dice
        self.families = {
            "number": (plant.change_number, CONTRADICTED), "name": (plant.change_name, CONTRADICTED),
            "time": (plant.change_time, CONTRADICTED), "negation": (plant.negate, CONTRADICTED),
            "roles": (plant.swap_roles, CONTRADICTED), "antonym": (antonyms, CONTRADICTED),
            "modality": (plant.change_modality, NOT_SUPPORTED),
        }
        self.body = sentences(article["text"])

    def made(self):
        """(kind, source, claim, label), at most a handful.

        How much of a claim's words its source has must not tell its label, or the model would learn only that: claims that
        are supported in other words are kept from low coverage on, and claims that are not are those with much of it.
        """
        title, text, body, dice = self.article["title"].strip(), self.article["text"], self.body, self.dice
        lead, middle = body[0], dice.sample(body[1:], min(8, len(body) - 1))
        rest = text.replace(lead, " ", 1)
        if len(title.split()) >= 6 and not title.endswith("?") and self.coverage(title, text) >= 0.35:
            yield "title", text, title, SUPPORTED
            yield from self.planted("title", text, title)
        if self.coverage(lead, rest) >= 0.45:
            yield "lead", rest, lead, SUPPORTED
            yield from self.planted("lead", rest, lead)
        elif self.coverage(lead, rest) < 0.25:
            yield "lead_only", rest, lead, SILENT
        has = stems(text)
        claims = [it for other in self.others for it in [other["title"].strip(), *sentences(other["text"])[:2]]]
        claims = [(self.coverage.of(it, has), it) for it in claims if len(it.split()) >= 6 and not it.endswith("?")]
        for _, claim in sorted((it for it in claims if it[0] < 0.8), reverse=True)[:2]:
            yield "other", text, claim, SILENT
        removed = [(self.coverage(it, text.replace(it, " ", 1)), it) for it in middle[:4]]
        for _, claim in sorted((it for it in removed if it[0] < 0.75), reverse=True)[:1]:
            yield "removed", text.replace(claim, " ", 1), claim, SILENT
        for claim in middle[4:5]:
            new = plant.shorten(claim, dice) or claim
            yield "kept", text, plant.put_otherwise(new, dice) or new, SUPPORTED
        for claim in middle[5:6]:
            short = plant.shorten(claim, dice) if dice.random() < 0.5 else None
            yield from self.planted("kept", text, short or claim)
        if len(middle) > 7 and dice.random() < 0.3:
            a, b = middle[6:8]
            joined = a.rstrip(".") + dice.choice([", and ", "; ", ", while "]) + b[0].lower() + b[1:]
            if len(joined.split()) < 60:
                yield "merged", text, joined, SUPPORTED
            mixed = plant.half_of_another(a, dice, body)
            if mixed:
                yield "mixed", text, mixed, NOT_SUPPORTED

    def planted(self, where, source, claim):
        # Where every word has a capital, names cannot be told from other words.
        headline = sum(it[0].isupper() for it in claim.split()) * 2 > len(claim.split())
        for family in self.dice.sample(sorted(self.families), len(self.families)):
            if headline and family in ("name", "roles"):
                continue
            change, label = self.families[family]
            new = change(claim, self.dice, self.article["text"])
            if new and new != claim:
                yield f"{where}_{family}", source, new, label
                return


def made(data, antonyms):
    """Claims about news articles, made by rule: one row for each source."""
    articles = [it for it in read(data, "stories/load.jsonl.gz") if it.get("lang", "en") == "en"]
    stories = read(data, "stories/allsides.jsonl.gz")
    # What shares text with a story or a labelled draft's sources could be measured on later.
    drafts = [source for row in read(data, "drafts/labelled.jsonl.gz") for source in row["sources"]]
    known = {it for article in [*stories, *drafts] for it in shingles(article["text"])}
    seen = set()
    kept = []
    for it in articles:
        name = document(it["text"])
        shared = sum(shingle in known for shingle in shingles(it["text"]))
        if shared < MOST_SHARED and name not in seen and len(sentences(it["text"])) >= 8:
            seen.add(name)
            kept.append(it | {"text": " ".join(it["text"].split(" ")[:900]), "title": it.get("title") or ""})
    dice = random.Random(5)
    dice.shuffle(kept)
    coverage = Coverage([it["title"] + " " + it["text"] for it in kept])
    near = neighbours([it["title"] + " " + it["text"][:600] for it in kept])
    for number, article in enumerate(kept[:ARTICLES]):
        # What was published on other days hardly tells of the same event.
        of_day = day(article)
        near_it = [kept[at] for at in near[number]]
        others = [it for it in near_it if of_day and day(it) and abs((day(it) - of_day).days) > 10]
        name = document(article["text"])
        sources = {}
        for kind, source, claim, label in Claims(article, others, coverage, antonyms, dice).made():
            sources.setdefault(source, []).append((kind, claim, label))
        for source, claims in sources.items():
            yield {
                "id": f"made-{number}", "kind": [it for it, _, _ in claims], "document": name,
                "part": "held-out" if held_out(name) else "training",
                "sources": [source], "texts": [it for _, it, _ in claims], "labels": [it for _, _, it in claims],
            }
    yield from across(stories, coverage, dice)


def shingles(text):
    """The hashes of all runs of twelve words."""
    folded = re.findall(r"[a-z0-9]+", text.lower())
    return {zlib.crc32(" ".join(folded[at : at + 12]).encode()) for at in range(len(folded) - 11)}


def day(article):
    """The day of publication, or None where it is not in the usual form."""
    try:
        return date.fromisoformat((article.get("date") or "")[:10])
    except ValueError:
        return None


def across(stories, coverage, dice):
    """Titles and sentences of one outlet against another's article of the same story, where coverage leaves no doubt."""
    by_story = {}
    for it in stories:
        by_story.setdefault(it["story"], []).append(it)
    for story, articles in sorted(by_story.items()):
        # The stories that `eval planted` reports on are those with an odd hash.
        if held_out(story) or fnv(story) % 2 or len(articles) < 2:
            continue
        a, b = dice.sample(articles, 2)
        claims = []
        for claim in [a.get("title") or "", *sentences(a["text"])[:3]]:
            has = coverage(claim, b["text"])
            if len(claim.split()) >= 6 and (has >= 0.8 or has < 0.35):
                claims.append((claim, SUPPORTED if has >= 0.8 else SILENT))
        if claims:
            yield {
                "id": f"across-{story}", "kind": "across", "document": story, "part": "training", "sources": [b["text"]],
                "texts": [it for it, _ in claims], "labels": [it for _, it in claims],
            }


def fnv(name):
    """FNV-1a (Fowler, Noll and Vo) in 64 bits."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def neighbours(texts):
    """For each text, the twenty-five nearest others by their words (TF-IDF)."""
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.1).fit_transform(texts)
    found = []
    for at in range(0, min(ARTICLES, matrix.shape[0]), 500):
        close = (matrix[at : at + 500] @ matrix.T).toarray()
        for row, likeness in enumerate(close):
            likeness[at + row] = -1
            found.append([int(it) for it in likeness.argsort()[::-1][:25]])
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--antonyms", required=True, help="the project's table of antonyms")
    arguments.add_argument("--out", required=True)
    arguments = arguments.parse_args()
    antonyms = plant.Antonyms(plant.antonym_pairs(arguments.antonyms))
    kinds = Counter()
    with open(arguments.out, "w", encoding="utf-8") as out:
        for row in [*labelled(arguments.data), *made(arguments.data, antonyms)]:
            out.write(json.dumps(row) + "\n")
            of = [row["kind"]] * len(row["texts"]) if isinstance(row["kind"], str) else row["kind"]
            kinds.update((kind, row["part"], label) for kind, label in zip(of, row["labels"]))
    for (kind, part, label), count in sorted(kinds.items()):
        print(f"{kind:24} {part:9} {label:3} {count}")


if __name__ == "__main__":
    main()
