#!/bin/sh
# Sees to it that there is a Chromium: one installed here, else Debian's as root, else Playwright's own. Run by `make browser`.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
runs() { "$1" --version >/dev/null 2>&1; }
installed() {
    # the names that scrapers/browser.py looks for
    for program in ${JOBSTREAM_BROWSER_PATH:-} chromium chromium-browser google-chrome google-chrome-stable; do
        if runs "$program"; then return 0; fi
    done
    return 1
}
from_debian() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing Debian's Chromium …" >&2
    {
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium
    } >/dev/null 2>&1 || return 1
    # Ubuntu's package of that name is a pointer to a snap
    installed
}
installed && exit 0
from_debian && exit 0
"$root/.venv/bin/python" -m playwright install --no-shell chromium || {
    echo "No Chromium could be installed. Install one, or set JOBSTREAM_BROWSER_PATH to the path of one." >&2
    exit 2
}
