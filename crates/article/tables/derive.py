#!/usr/bin/env python3
"""Derives ../src/date/names.rs from the CLDR packages in packages.txt.

    python3 derive.py FOLDER

FOLDER keeps the downloaded packages; what is there already is not fetched again. Every file is checked against its
SHA-256, so the same table comes out on every machine. Needs npm and Python 3.9 or later.

Taken are the names of months and weekdays, whole and short, in every language that CLDR covers at its modern level, and
for every locale whether its short dates begin with the month or the year. Names are in lower case, without a stop at the
end; one with a digit or a blank in it (`3月`, `tháng 3`) is left to the rules, and a Latin or Cyrillic one needs three
letters.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "src", "date", "names.rs")


def packages(folder):
    """Every package opened, downloaded where it is missing and checked."""
    found = {}
    for line in open(os.path.join(HERE, "packages.txt"), encoding="utf-8"):
        if line.startswith("#"):
            continue
        _, name, version, digest = line.split()
        path = os.path.join(folder, f"{name}-{version}.tgz")
        if not os.path.exists(path):
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)
        if hashlib.sha256(open(path, "rb").read()).hexdigest() != digest:
            sys.exit(f"{path}: not the file that packages.txt names")
        found[name] = tarfile.open(path)
    return found


def files(package, pattern):
    """The parsed files whose path matches, with what the pattern captured."""
    for member in package:
        match = re.fullmatch(pattern, member.name)
        if match:
            yield match.group(1), json.load(package.extractfile(member))


def forms(name):
    """The name as it is compared: as written, and without accents."""
    name = re.sub(r"[.\u200e\u200f]+$", "", unicodedata.normalize("NFC", name).lower().strip())
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not "\u0300" <= c <= "\u036f")
    for form in {name, unicodedata.normalize("NFC", plain)}:
        short = len(form) < 3 and re.match(r"[\u0000-\u052f]", form)
        if form and not short and max(form) < "\U00010000" and not re.search(r"[\d\s.'’ʻʼ/()-]", form) and len(form.encode()) <= 40:
            yield form


def values(part, widths):
    """(key, name, whether it is whole) of both contexts of months or days."""
    for context in ("format", "stand-alone"):
        for width in widths:
            for key, name in part[context][width].items():
                if not key.endswith("-menu") and not isinstance(name, dict):
                    yield key, name, width == "wide"


def wrapped(entries):
    """Lines of array entries, as full as 120 columns allow."""
    line = "   "
    for entry in entries:
        if len(line) + len(entry) + 2 > 120:
            yield line
            line = "   "
        line += f" {entry},"
    yield line


def main(folder):
    opened = packages(folder)
    ((_, core),) = files(opened["cldr-core"], r"package/(coverageLevels)\.json")
    covered = {code for code, level in core["coverageLevels"].items() if level == "modern"}
    months, whole, weekdays, month_first, year_first = {}, set(), set(), [], []
    for locale, data in files(opened["cldr-dates-full"], r"package/main/([^/]+)/ca-gregorian\.json"):
        language = locale.split("-")[0]
        if language not in covered:
            continue
        calendar = data["main"][locale]["dates"]["calendars"]["gregorian"]
        for key, name, is_whole in values(calendar["months"], ("wide", "abbreviated")):
            for form in forms(name):
                months.setdefault(form, {}).setdefault(int(key), set()).add(language)
                if is_whole or language == "en":
                    whole.add(form)
        for _, name, is_whole in values(calendar["days"], ("wide", "abbreviated")):
            weekdays.update(form for form in forms(name) if is_whole or len(form) > 1)
        short = calendar["dateFormats"]["short"]
        fields = re.sub(r"[^dMy]", "", short["_value"] if isinstance(short, dict) else short)
        if fields[0] == "M":
            month_first.append(locale)
        if fields[0] == "y":
            year_first.append(locale)
    persian = {}
    for locale, data in files(opened["cldr-cal-persian-full"], r"package/main/(fa|ckb|ps)/ca-persian\.json"):
        for key, name, _ in values(data["main"][locale]["dates"]["calendars"]["persian"]["months"], ("wide",)):
            for form in forms(name):
                persian.setdefault(form, int(key))
    # English names stay what they are in every language.
    for names in months.values():
        english = [month for month, languages in names.items() if "en" in languages]
        if english:
            for month in [month for month in names if month != english[0]]:
                del names[month]
    clear = {name: next(iter(by)) for name, by in months.items() if len(by) == 1}
    unclear = sorted((name, language, month) for name, by in months.items() if len(by) > 1
                     for month, languages in by.items() for language in languages)
    version = opened["cldr-dates-full"].extractfile("package/package.json")
    lines = [
        f"//! Names of months and weekdays from CLDR {json.load(version)['version']}; made by `tables/derive.py`, not to be edited.",
        "//!",
        "//! Unicode License v3, Copyright (c) 1991-2026 Unicode, Inc.: see NOTICE.",
        "",
        "/// A month's name, its number, and whether the name is whole or as common alone as a whole one.",
        "#[rustfmt::skip]",
        f"pub(super) static MONTHS: [(&str, i8, bool); {len(clear)}] = [",
        *wrapped(f'("{name}", {clear[name]}, {str(name in whole).lower()})' for name in sorted(clear)),
        "];", "",
        "/// Names that are another month in another language: name, language, number.",
        "#[rustfmt::skip]",
        f"pub(super) static UNCLEAR_MONTHS: [(&str, &str, i8); {len(unclear)}] = [",
        *wrapped(f'("{name}", "{language}", {month})' for name, language, month in unclear),
        "];", "",
        "/// Months of the Solar Hijri calendar.",
        "#[rustfmt::skip]",
        f"pub(super) static PERSIAN_MONTHS: [(&str, i8); {len(persian)}] = [",
        *wrapped(f'("{name}", {persian[name]})' for name in sorted(persian)),
        "];", "",
        "/// Weekdays.",
        "#[rustfmt::skip]",
        f"pub(super) static WEEKDAYS: [&str; {len(weekdays)}] = [",
        *wrapped(f'"{name}"' for name in sorted(weekdays)),
        "];", "",
        "/// Locales whose short dates begin with the month.",
        "#[rustfmt::skip]",
        f"pub(super) static MONTH_FIRST: [&str; {len(month_first)}] = [",
        *wrapped(f'"{locale}"' for locale in sorted(month_first)),
        "];", "",
        "/// Locales whose short dates begin with the year.",
        "#[rustfmt::skip]",
        f"pub(super) static YEAR_FIRST: [&str; {len(year_first)}] = [",
        *wrapped(f'"{locale}"' for locale in sorted(year_first)),
        "];", "",
    ]
    os.makedirs(os.path.dirname(TARGET), exist_ok=True)
    with open(TARGET, "w", encoding="utf-8") as out:
        out.write("\n".join(lines))


main(sys.argv[1])
