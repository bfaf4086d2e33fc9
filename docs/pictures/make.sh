#!/bin/sh
# Makes the pictures of the README from what the program prints on the example. Run it after a change of an output format.
#
# usage: make.sh [PROGRAM]     PROGRAM is a built coincide; without it a release build is made
# needs: cargo, python3, and Chromium for the picture of the HTML page
set -eu
cd "$(dirname "$0")/../.."
here=docs/pictures
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ $# -gt 0 ]; then
    coincide=$1
else
    cargo build --release --locked -q -p coincide-cli
    coincide=${CARGO_TARGET_DIR:-target}/release/coincide
fi
arguments="check examples/ferry/draft.md examples/ferry/articles --fail-on never"

# shellcheck disable=SC2086 # the arguments are words
"$coincide" $arguments --color always --width 104 >"$scratch/terminal"
python3 $here/terminal_to_svg.py "coincide $arguments" 44 5 <"$scratch/terminal" >$here/terminal.svg

# shellcheck disable=SC2086 # the arguments are words
"$coincide" $arguments --format html >"$scratch/report.html"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "no Chromium: $here/report.png stays as it is" >&2
    exit 0
}
"$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1400 \
    --user-data-dir="$scratch/profile" --screenshot="$PWD/$here/report.png" "file://$scratch/report.html" 2>/dev/null
