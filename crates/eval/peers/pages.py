"""Other programs on the pages of a set, and how coincide compares, page by page.

    python3 -m venv peers && peers/bin/pip install -r requirements.txt
    peers/bin/python pages.py SET.jsonl.gz --coincide target/release/coincide [--out FOLDER]

Runs each program with its default settings on one core, every page in memory, and writes what it read to
FOLDER/NAME.jsonl: {id, text, title, authors, date, seconds}, seconds of processor time. Then runs
`coincide eval pages SET --against` that file (`eval dates` for one that reads dates alone), which prints the figures of
both, the mean gain with its 95 % bootstrap interval over pages, and how many times as long the other program took. A file
that is there already is not made again.

The seconds of coincide are of the wall, so on a busy machine it looks slower than it is.

Nothing of the project depends on this script or on what it runs.
"""

import argparse
import gzip
import json
import subprocess
import time
from pathlib import Path

import htmldate
import trafilatura


def by_trafilatura(page):
    """trafilatura's default: the body with tables, then what readers commented, and the facts."""
    document = trafilatura.bare_extraction(page["html"], url=page.get("url"), with_metadata=True)
    return facts(document) | {"text": f"{document.text}\n{document.comments or ''}" if document else None}


def by_trafilatura_without_comments(page):
    """The same without comments, which no gold has."""
    document = trafilatura.bare_extraction(
        page["html"], url=page.get("url"), with_metadata=True, include_comments=False
    )
    return facts(document) | {"text": document.text if document else None}


def facts(document):
    """What trafilatura says of a page besides its body."""
    if document is None:
        return {"title": None, "authors": None, "date": None}
    authors = document.author.split("; ") if document.author else None
    return {"title": document.title, "authors": authors, "date": document.date}


def by_htmldate(page):
    """The day of publication, as in htmldate's own evaluation, with the address that the others are given too."""
    return {"date": htmldate.find_date(page["html"], url=page.get("url"), original_date=True)}


PEERS = {
    "trafilatura": (by_trafilatura, "pages"),
    "trafilatura-without-comments": (by_trafilatura_without_comments, "pages"),
    "htmldate": (by_htmldate, "dates"),
}


def pages(path):
    """The rows of a set, with the identifier that coincide gives to one that has none."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    for number, row in enumerate(rows, 1):
        row.setdefault("id", str(number))
    return rows


def run(read, rows, out):
    """Reads all pages and writes what came out."""
    partial = out.with_suffix(".part")
    with open(partial, "w", encoding="utf-8") as lines:
        for row in rows:
            start = time.process_time()
            try:
                result = read(row)
            except Exception as error:  # A program that fails on a page has read nothing of it.
                print(f"{out.stem}: {row['id']}: {error!r}")
                result = {"text": None, "title": None, "authors": None, "date": None}
            result |= {"id": row["id"], "seconds": time.process_time() - start}
            lines.write(json.dumps(result, ensure_ascii=False) + "\n")
    partial.rename(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--coincide", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("peers-read"))
    parser.add_argument("--only", choices=PEERS, action="append", help="one of the programs; may be given again")
    arguments = parser.parse_args()
    folder = arguments.out / arguments.set.name.split(".")[0]
    folder.mkdir(parents=True, exist_ok=True)
    rows = pages(arguments.set)
    has_bodies = any("text" in row or "gold" in row for row in rows)
    for name in arguments.only or PEERS:
        read, what = PEERS[name]
        if what == "pages" and not has_bodies:
            continue
        out = folder / f"{name}.jsonl"
        if not out.exists():
            run(read, rows, out)
        command = [arguments.coincide, "eval", what, arguments.set, "--against", out]
        print(f"== {name}", flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
