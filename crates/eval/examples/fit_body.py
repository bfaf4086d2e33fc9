"""Fits the weights by which the text of a page is chosen: crates/article/src/html/body.weights.

    for set in wcxb fundus; do
        cargo run --release -p coincide-eval --example page_blocks -- DIR/${set}_dev.jsonl.gz > $set.blocks.jsonl
    done
    python fit_body.py DIR/wcxb_dev.jsonl.gz=wcxb.blocks.jsonl DIR/fundus_dev.jsonl.gz=fundus.blocks.jsonl \
        --output crates/article/src/html/body.weights

Needs lightgbm 4.7.0 and numpy 2. A labelled set has a page a line with `text`, or with `gold` as fundus writes it. A
block is text if most of its runs of four words are in the labelled text, or, if it has fewer words, if it is a line of
it. It is weighed by its share of its page's text, since each page counts the same. Prints the mean word F1 of pages
whose sites were held out (five parts by site), and writes the trees fitted on all. With PEER, what another program read as
`crates/eval/peers/pages.py` writes it, also the mean gain over it on the same pages.
"""

import argparse
import gzip
import json
import re
import struct
from collections import Counter
from urllib.parse import urlparse

import lightgbm
import numpy

PARAMETERS = dict(
    objective="binary", learning_rate=0.1, num_leaves=24, min_data_in_leaf=40, lambda_l2=2.0, feature_fraction=0.35,
    bagging_fraction=0.6, bagging_freq=1, max_bin=63, num_threads=1, seed=1, deterministic=True, force_row_wise=True,
    verbose=-1,
)
TREES = 120
LIKELY = 0.45
LIKELY_SUMMARY = 0.2
LEAF = 255


def words(text):
    return re.findall(r"\w+", (text or "").lower())


def labelled_text(row):
    """The text of a page, and whether the summary is part of it."""
    if "gold" not in row:
        return row["text"], False
    page = Counter(words(row["html"]))

    def full(version):
        body = version["body"]
        sections = [part for section in body["sections"] for part in section["headline"] + section["paragraphs"]]
        return "\n".join(body["summary"] + sections)

    def held(version):
        """The share of a version's words that the page has: versions of other pages have fewer."""
        count = Counter(words(full(version)))
        return sum(min(number, page[word]) for word, number in count.items()) / max(1, sum(count.values()))

    return full(max(row["gold"].values(), key=held)), True


def labels(blocks, text):
    gold = words(text)
    joined = " " + " ".join(gold) + " "
    runs = {tuple(gold[at : at + 4]) for at in range(len(gold) - 3)}
    lines = {" ".join(words(line)) for line in re.split(r"[\n\t]+", text)}
    found = numpy.zeros(len(blocks))
    for at, block in enumerate(blocks):
        if len(block) >= 4:
            own = len(block) - 3
            found[at] = sum(tuple(block[start : start + 4]) in runs for start in range(own)) / own
    certain = [at for at, block in enumerate(blocks) if len(block) >= 8 and found[at] > 0.6]
    first, last = (certain[0], certain[-1]) if certain else (0, -1)
    for at, block in enumerate(blocks):
        if not 0 < len(block) < 4:
            continue
        if " ".join(block) in lines:
            found[at] = 1
        elif first <= at <= last:
            before = next((blocks[other] for other in range(at - 1, -1, -1) if blocks[other] and found[other] > 0.6), [])
            found[at] = bool(before) and f" {' '.join(before[-2:] + block)} " in joined
    return found > 0.5


def read(pair):
    labelled, path, *peer = pair.split("=")
    peers = {}
    if peer:
        with open(peer[0]) as lines:
            peers = {page["id"]: page["text"] or "" for page in map(json.loads, lines)}
    texts = {}
    with gzip.open(labelled, "rt") as rows:
        for row in map(json.loads, rows):
            texts[row["id"]] = labelled_text(row)
    with open(path) as lines:
        for line in lines:
            page = json.loads(line)
            text, with_summary = texts[page["id"]]
            host = urlparse(page["url"] or "").netloc.removeprefix("www.") or str(page["id"])
            blocks = [words(block[0]) for block in page["blocks"]]
            kinds = [block[1] for block in page["blocks"]]
            yield dict(
                set=labelled.rsplit("/")[-1],
                site=".".join(host.split(".")[-2:]),
                blocks=blocks,
                kinds=kinds,
                gold=words(text),
                peer=words(peers.get(page["id"], "")) if peer else None,
                with_summary=with_summary,
                features=numpy.array([block[2] for block in page["blocks"]], dtype=numpy.float32),
                labels=labels(blocks, text),
                # Where the labelled text leaves out the summary, it is neither text nor page.
                counted=[kind != "standfirst" or with_summary for kind in kinds],
            )


def word_f1(chosen, gold):
    chosen, gold = Counter(chosen), Counter(gold)
    total = sum(chosen.values()) + sum(gold.values())
    return 2 * sum((chosen & gold).values()) / total if total else 1.0


def score(page, likely):
    def chosen(kind, probability):
        if kind == "standfirst":
            return page["with_summary"] and probability > LIKELY_SUMMARY
        return kind == "body" and probability > LIKELY

    kept = [block for block, kind, probability in zip(page["blocks"], page["kinds"], likely) if chosen(kind, probability)]
    return word_f1([word for block in kept for word in block], page["gold"])


def fit(pages):
    pages = [page for page in pages if page["blocks"]]
    features = numpy.vstack([page["features"] for page in pages])
    target = numpy.concatenate([page["labels"] for page in pages]).astype(int)
    weights = [
        min(0.3, (len(block) + 2) / max(50, len(page["gold"]))) * counted
        for page in pages
        for block, counted in zip(page["blocks"], page["counted"])
    ]
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(features, target, weight=weights), TREES)


def down(threshold):
    """The largest 32-bit number that is not above a threshold: no feature, of 32 bits, lies between the two."""
    single = numpy.float32(threshold)
    return single if float(single) <= threshold else numpy.nextafter(single, numpy.float32(-numpy.inf))


def packed(model, features):
    trees = model.dump_model()["tree_info"]
    file = bytearray(struct.pack("<HH", len(trees), features))
    for tree in trees:
        nodes = []

        def walk(node):
            if "split_feature" not in node:
                nodes.append((LEAF, 0, numpy.float32(node["leaf_value"])))
                return
            at = len(nodes)
            nodes.append(None)
            walk(node["left_child"])
            right = len(nodes)
            walk(node["right_child"])
            nodes[at] = (node["split_feature"], right, down(node["threshold"]))

        walk(tree["tree_structure"])
        file += struct.pack("<B", len(nodes))
        for feature, right, value in nodes:
            file += struct.pack("<BBf", feature, right, float(value))
    return bytes(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="LABELLED=BLOCKS[=PEER]")
    parser.add_argument("--output", required=True)
    arguments = parser.parse_args()
    pages = [page for pair in arguments.pairs for page in read(pair)]
    sites = sorted({page["site"] for page in pages})
    part = dict(zip(sites, numpy.random.RandomState(0).randint(0, 5, len(sites))))
    scores, gains = {}, {}
    for held_out in range(5):
        model = fit([page for page in pages if part[page["site"]] != held_out])
        for page in pages:
            if part[page["site"]] == held_out:
                # A page whose text is put in by scripts has no blocks, and counts all the same.
                likely = model.predict(page["features"]) if page["blocks"] else []
                scores.setdefault(page["set"], []).append(score(page, likely))
                if page["peer"] is not None:
                    gain = scores[page["set"]][-1] - word_f1(page["peer"], page["gold"])
                    gains.setdefault(page["set"], []).append(gain)
    for name, values in sorted(scores.items()):
        print(f"{name}: {len(values)} pages, mean word F1 of held-out sites {numpy.mean(values):.4f}")
        if name in gains:
            draws = numpy.random.RandomState(1).randint(0, len(values), (2000, len(values)))
            low, high = numpy.percentile(numpy.array(gains[name])[draws].mean(axis=1), [2.5, 97.5])
            print(f"    gain over the peer {numpy.mean(gains[name]):.4f}, 95 % interval {low:.4f} to {high:.4f}")
    with open(arguments.output, "wb") as output:
        model = fit(pages)
        output.write(packed(model, model.num_feature()))


if __name__ == "__main__":
    main()
