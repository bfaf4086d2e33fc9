#!/usr/bin/env python3
"""Draws what a terminal shows as an SVG picture: standard input with ANSI colours to standard output.

usage: terminal_to_svg.py COMMAND HEAD TAIL

COMMAND is written above as what was typed. Whole blocks are drawn from the
start, as many as HEAD lines hold, and the last TAIL lines, with a mark between them.
Only the Python standard library is used.
"""

import html
import re
import sys
import unicodedata

GROUND, TEXT = "#1b1e24", "#d6d9df"
COLOURS = {
    30: "#5c6370", 31: "#f07178", 32: "#a5d078", 33: "#e8c26a", 34: "#6fb1f5", 35: "#c792ea", 36: "#6cc7d1", 37: "#d6d9df",
    90: "#8a92a0", 91: "#ff8b92", 92: "#b8e08c", 93: "#ffd98a", 94: "#8cc4ff", 95: "#dcb0f5", 96: "#88dce6", 97: "#ffffff",
}
SIZE, ADVANCE, LEADING, MARGIN = 14, 8.43, 19, 18


def runs(line):
    """The pieces of a line that look alike: (text, colour, bold, dim, underlined)."""
    colour, bold, dim, under = None, False, False, False
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        if not piece.startswith("\x1b["):
            if piece:
                yield piece, colour, bold, dim, under
            continue
        for code in [int(number or 0) for number in piece[2:-1].split(";")]:
            if code == 0:
                colour, bold, dim, under = None, False, False, False
            elif code == 1:
                bold = True
            elif code == 2:
                dim = True
            elif code == 4:
                under = True
            elif code == 22:
                bold = dim = False
            elif code == 24:
                under = False
            elif code == 39:
                colour = None
            elif code in COLOURS:
                colour = COLOURS[code]


def cells(text):
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def main():
    command, head, tail = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    lines = [line.rstrip("\r") for line in sys.stdin.read().rstrip("\n").split("\n")]
    if len(lines) > head + tail:
        end = max((at for at in range(head + 1) if not lines[at].strip()), default=head)
        lines = lines[:end] + ["", "\x1b[2m   ⋮\x1b[0m", ""] + lines[len(lines) - tail:]
    lines = [f"\x1b[1;32m$\x1b[0m \x1b[1m{command}\x1b[0m", ""] + lines
    columns = max(sum(cells(run[0]) for run in runs(line)) for line in lines)
    width, height = 2 * MARGIN + columns * ADVANCE, 2 * MARGIN + len(lines) * LEADING
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', '
        f'monospace" font-size="{SIZE}">',
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>',
    ]
    for row, line in enumerate(lines):
        column, y = 0, MARGIN + (row + 0.75) * LEADING
        for text, colour, bold, dim, under in runs(line):
            style = f' fill="{colour or TEXT}"'
            style += ' font-weight="bold"' if bold else ""
            style += ' opacity="0.6"' if dim else ""
            style += ' text-decoration="underline"' if under else ""
            span = cells(text)
            if text.strip():
                out.append(
                    f'<text x="{MARGIN + column * ADVANCE:.1f}" y="{y:.1f}" textLength="{span * ADVANCE:.1f}" '
                    f'xml:space="preserve"{style}>{html.escape(text)}</text>'
                )
            column += span
    out.append("</svg>")
    print("\n".join(out))


main()
