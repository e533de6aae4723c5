#!/bin/sh
# Makes or refreshes .venv from a lock (names, versions, hashes). usage: environment.sh run|dev|browser|search
# Does nothing when the environment already holds what the lock says. JOBSTREAM_PYTHON chooses the interpreter.
set -eu
kind=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
venv=$root/.venv
lock=$root/infra/setup/$kind.lock
holds() { cmp -s "$root/infra/setup/$1.lock" "$venv/$1.lock" 2>/dev/null; }
# the dev lock holds all of the others
complete() { holds "$kind" || { [ "$kind" != dev ] && holds dev; }; }
complete && exit 0
if command -v flock >/dev/null 2>&1; then
    # who starts while another one installs waits for it, and finds it done
    exec 9<"$lock"
    flock 9 || true
    complete && exit 0
fi

usable() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

if [ ! -x "$venv/bin/python" ]; then
    python=
    for candidate in ${JOBSTREAM_PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if usable "$candidate"; then python=$candidate; break; fi
    done
    if [ -z "$python" ]; then
        echo "Jobstream needs Python 3.11, 3.12 or 3.13 on the PATH; set JOBSTREAM_PYTHON to one elsewhere." >&2
        exit 2
    fi
    echo "Making .venv with $("$python" --version) …" >&2
    "$python" -m venv "$venv" || {
        rm -rf "$venv"
        echo "The module venv is missing; on Debian and Ubuntu: apt install python3-venv" >&2
        exit 2
    }
fi
# a first start that was broken off leaves one without pip
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip >/dev/null || {
    echo "$venv is not whole; remove it, and run this again." >&2
    exit 2
}
started=$(date +%s)
echo "Installing what infra/setup/$kind.lock names …" >&2
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$root/infra/setup/installer.lock"
"$venv/bin/uv" pip install --quiet --python "$venv/bin/python" --require-hashes -r "$lock"
site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
echo "$root" >"$site/jobstream.pth"
cp "$lock" "$venv/$kind.lock"
echo "Ready after $(($(date +%s) - started)) s." >&2
