"""The sets the recipe learns from: where each comes from, its hash, and which of its documents are held out.

What is held out is what `coincide eval verify --part held-out` measures on, by the same rule.
"""

import gzip
import hashlib
import json
from pathlib import Path

# file: (public origin, licence of the labels as stated there)
SETS = {
    "verify/xsumfaith.jsonl.gz": ("google-research-datasets/xsum_hallucination_annotations", "CC BY 4.0"),
    "verify/frank_cnndm.jsonl.gz": ("artidoro/frank", "MIT"),
    "verify/rank19.jsonl.gz": ("Falke and others 2019, summary-correctness-v1.0", "Apache-2.0"),
    "verify/summedits_ectsum.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_podcast.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_qmsumm.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_sales_call.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_sales_email.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_samsum.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/summedits_scitldr.jsonl.gz": ("Salesforce/summedits", "Apache-2.0"),
    "verify/wice_claim.jsonl.gz": ("ryokamoi/wice", "ODC-BY"),
    "verify/superpal_mn.jsonl.gz": ("oriern/SuperPAL", "Apache-2.0"),
    "drafts/labelled.jsonl.gz": ("labelled drafts, only to leave out articles that share text with them", "not learnt from"),
    "stories/load.jsonl.gz": ("news articles, for pairs made by rule", "texts are their publishers'"),
    "stories/allsides.jsonl.gz": ("news articles by story, for pairs made by rule", "texts are their publishers'"),
}


def read(data, name):
    """The rows of a set, or none with a line that says so; prints the file's hash and origin."""
    path = Path(data) / name
    origin, licence = SETS[name]
    if not path.exists():
        print(f"skipped: {name} is not there ({origin})")
        return []
    packed = path.read_bytes()
    print(f"{name} sha256 {hashlib.sha256(packed).hexdigest()} from {origin} ({licence})")
    return [json.loads(line) for line in gzip.decompress(packed).splitlines() if line.strip()]


def document(source):
    """The name of a document: the first 80 ASCII letters and digits of its (first) source, in lower case."""
    source = source if isinstance(source, str) else source[0]
    return "".join(it for it in source if it.isascii() and it.isalnum())[:80].lower()


def held_out(name):
    """Whether a document is held out: one in five, by the first byte of the SHA-256 of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 5 == 0
