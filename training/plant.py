"""Sentences made false, or put otherwise, by rule: the error families that the verifier has to know.

Every function takes a sentence, a `random.Random` and, where it needs other words, those of the article, and gives the
sentence with one thing changed, or None where it finds nothing to change.
"""

import re
from collections import Counter

AUXILIARY = r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must|does|do|did)\b"
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?![\w])")
WORDS_OF_NUMBER = "two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty".split()
NAME = re.compile(r"(?<=[a-z,;] )(?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+))*")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
OPPOSITES = [
    ("before", "after"), ("more", "fewer"), ("more than", "less than"), ("first", "last"), ("inside", "outside"),
    ("with", "without"), ("all", "none"), ("always", "never"), ("both", "neither"), ("over", "under"),
]


def change_number(sentence, random, article):
    """A figure replaced by another of the article, or by one near it in size."""
    found = list(NUMBER.finditer(sentence))
    if found:
        at = random.choice(found)
        value = float(at[0].replace(",", ""))
        others = [it for it in NUMBER.findall(article) if it != at[0] and len(it) == len(at[0])]
        if others and random.random() < 0.5:
            new = random.choice(others)
        elif 1900 <= value <= 2100 and "," not in at[0]:
            new = str(int(value) + random.choice([-3, -2, -1, 1, 2, 3]))
        else:
            scaled = value * random.choice([0.3, 0.5, 0.7, 1.4, 2, 3]) + random.choice([0, 1])
            new = f"{scaled:.1f}" if "." in at[0] else f"{int(scaled):,}" if "," in at[0] else str(int(scaled))
        return None if new == at[0] else sentence[: at.start()] + new + sentence[at.end() :]
    found = [it for it in re.finditer(r"\b[a-z]+\b", sentence) if it[0] in WORDS_OF_NUMBER]
    if not found:
        return None
    at = random.choice(found)
    return sentence[: at.start()] + random.choice([it for it in WORDS_OF_NUMBER if it != at[0]]) + sentence[at.end() :]


def known_names(article):
    """Names that stand inside sentences of an article at least twice."""
    counts = Counter(it for it in NAME.findall(article) if it not in DAYS + MONTHS)
    return {name for name, count in counts.items() if count > 1}


def change_name(sentence, random, article):
    """A name replaced by another name of the article."""
    names = known_names(article)
    found = [it for it in NAME.finditer(sentence) if it[0] in names]
    if not found:
        return None
    at = random.choice(found)
    others = sorted(it for it in names if it not in sentence)
    others = [it for it in others if len(it.split()) == len(at[0].split())] or others
    if not others:
        return None
    return sentence[: at.start()] + random.choice(others) + sentence[at.end() :]


def change_time(sentence, random, _article):
    """A day of the week or a month replaced by another."""
    for names in random.sample([DAYS, MONTHS], 2):
        found = [it for it in re.finditer(r"\b[A-Z][a-z]+\b", sentence) if it[0] in names]
        if found:
            at = random.choice(found)
            return sentence[: at.start()] + random.choice([it for it in names if it != at[0]]) + sentence[at.end() :]
    return None


def negate(sentence, random, _article):
    """A negation taken away, or put after an auxiliary."""
    whole = re.sub(r"\bcan[’']t\b", "can not", re.sub(r"\bwon[’']t\b", "will not", sentence, count=1), count=1)
    taken = re.sub(r"\b(not|never) |n[’']t\b", "", whole, count=1)
    if taken != whole:
        return taken
    found = list(re.finditer(AUXILIARY, sentence))
    if not found:
        return None
    at = random.choice(found[:2])
    return sentence[: at.end()] + random.choice([" not", " not", " never"]) + sentence[at.end() :]


def swap_roles(sentence, random, article):
    """Two names of one sentence change places."""
    known = known_names(article)
    names = [it for it in re.finditer(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)*", sentence) if it[0] in known]
    pairs = [(a, b) for a, b in zip(names, names[1:]) if a[0] != b[0] and b.start() - a.end() > 5]
    if not pairs:
        return None
    a, b = random.choice(pairs)
    if re.fullmatch(r"[\s,]*(and|or|,)[\s,]*", sentence[a.end() : b.start()]):
        return None
    return sentence[: a.start()] + b[0] + sentence[a.end() : b.start()] + a[0] + sentence[b.end() :]


def change_modality(sentence, random, _article):
    """What may happen happens, and what happened may."""
    for pattern, new in [
        (r"\b(may|might|could) (?=[a-z]+\b)", "will "),
        (r"\bwill (?=[a-z]+\b)", random.choice(["may ", "might "])),
        (r"\b(plans|hopes|wants|intends|expects) to (?=[a-z])", "has decided to "),
        (r"\b(has|have) ([a-z]+ed)\b", r"may have \2"),
        (r"\bwas ([a-z]+ed)\b", r"may have been \1"),
        (r"\b(alleged|suspected|reported) ", "confirmed "),
        (r"\b(allegedly|reportedly) ", ""),
    ]:
        if re.search(pattern, sentence):
            return re.sub(pattern, new, sentence, count=1)
    return None


def inflected(verb):
    """The regular forms of a verb in -s, -ing and -ed; of an irregular one the last is a form nobody writes."""
    consonant_y = re.search(r"[^aeiou]y$", verb)
    third = verb[:-1] + "ies" if consonant_y else verb + "es" if re.search(r"(s|x|z|ch|sh|o)$", verb) else verb + "s"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if consonant_y else verb + "ed"
    return third, stem + "ing", past


def antonym_pairs(path):
    """Pairs of words from the project's table of antonyms: direct ones, verbs in every regular form.

    A line of the table is a word, its part of speech and its antonyms, those by way of a similar word after a tilde.
    """
    pairs = set()
    for line in open(path, encoding="utf-8"):
        word, kind, antonyms = line.rstrip("\n").split("\t")
        for other in antonyms.split():
            if not other.startswith("~"):
                pairs.add((word, other))
                if kind == "v":
                    pairs.update(zip(inflected(word), inflected(other)))
    return sorted(pairs)


class Antonyms:
    """Words replaced by their antonyms, in the same form."""

    def __init__(self, pairs):
        self.of = {}
        for a, b in pairs:
            self.of.setdefault(a, []).append(b)
            self.of.setdefault(b, []).append(a)

    def __call__(self, sentence, random, _article):
        found = [it for it in re.finditer(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])", sentence) if it[0] in self.of]
        found += [it for a, b in OPPOSITES for it in re.finditer(rf"\b({a}|{b})\b", sentence)]
        if not found:
            return None
        at = random.choice(found)
        closed = {a: b for a, b in OPPOSITES} | {b: a for a, b in OPPOSITES}
        new = closed.get(at[0]) or random.choice(self.of[at[0]])
        return sentence[: at.start()] + new + sentence[at.end() :]


def half_of_another(sentence, random, others):
    """The first part of a sentence with the second part of another of the same article."""
    cuts = [it for it in re.finditer(r",? (?:and|but|after|while|because|that|as|which|who|when) ", sentence)]
    cuts = [it for it in cuts if 20 < it.start() < len(sentence) - 20]
    if not cuts or not others:
        return None
    cut = random.choice(cuts)
    word = cut[0].strip(" ,")
    rest = [it.split(f" {word} ", 1)[1] for it in others if f" {word} " in it and it not in sentence]
    rest = [it for it in rest if len(it) > 20]
    return sentence[: cut.end()] + random.choice(rest) if rest else None


def shorten(sentence, random):
    """A true sentence with something left out: what stands between commas, a last clause, the words of attribution."""
    ways = [
        lambda it: re.sub(r", (who|which|a|an|the|where)\b[^,]{5,80},", "", it, count=1),
        lambda it: re.sub(r", (according to|officials said|he said|she said|police said|they said)[^,.]*\.", ".", it),
        lambda it: re.sub(r"^(On|In|At|After|Before|While|Earlier|Meanwhile)\b[^,]{3,60}, (\w)", lambda m: m[2].upper(), it),
        lambda it: re.sub(r", (\w+ing|while|after|as|but|and)\b[^,]{10,}\.$", ".", it),
        lambda it: re.sub(r" \([^)]*\)", "", it),
        lambda it: re.sub(r" (very|also|still|now|just|later|recently|quickly|reportedly) ", " ", it, count=1),
    ]
    random.shuffle(ways)
    for way in ways:
        new = way(sentence)
        if new != sentence and len(new.split()) >= 5:
            return new
    return None


def put_otherwise(sentence, random):
    """A true sentence in other words of the closed classes: contractions, `said` words, percent, numbers as words."""
    new = sentence
    for pattern, to in random.sample(
        [
            (r" per cent\b| percent\b", "%"), (r"%", " percent"), (r"\bdid not\b", "didn't"), (r"\bdidn[’']t\b", "did not"),
            (r"\bis not\b", "isn't"), (r"\bsaid that\b", "said"), (r"\bsaid\b", "stated"), 
            (r"\bmore than\b", "over"), (r"\bapproximately\b", "about"),
            (r"\babout\b", "around"), (r"\bin order to\b", "to"), (r"\bin addition\b", "also"), 
            (r"\bbecause of\b", "due to"), (r"\bwhether\b", "if"), (r"\bhowever\b", "but"), (r"\bcannot\b", "can not"),
        ],
        8,
    ):
        new = re.sub(pattern, to, new, count=1)
    return new if new != sentence else None
