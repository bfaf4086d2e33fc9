#!/bin/sh
# Makes the pictures of the README from what the program prints on the example. Run it after a change of an output format.
#
# needs: cargo, python3, script (util-linux), and Chromium for the picture of the HTML page
set -eu
cd "$(dirname "$0")/../.."
here=docs/pictures
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cargo build --release --locked -q -p coincide-cli
coincide=${CARGO_TARGET_DIR:-target}/release/coincide
arguments="check examples/ferry/draft.md examples/ferry/articles --fail-on never"

# A terminal of a known width, since the report adapts to the one it is given.
script -q -e -c "stty cols 110 rows 50; TERM=xterm-256color $coincide $arguments" /dev/null </dev/null >"$scratch/terminal" 2>&1
python3 $here/terminal_to_svg.py "coincide $arguments" 42 6 <"$scratch/terminal" >$here/terminal.svg

# shellcheck disable=SC2086 # the arguments are words
"$coincide" $arguments --format html >"$scratch/report.html"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "no Chromium: $here/report.png stays as it is" >&2
    exit 0
}
"$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1400 \
    --user-data-dir="$scratch/profile" --screenshot="$PWD/$here/report.png" "file://$scratch/report.html" 2>/dev/null
