#!/bin/sh
# Writes the locks anew from pyproject.toml: names, versions and hashes, no address. Run by `make lock`.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"
compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate "$@"
}
compile --extra all --extra browser --extra search --group dev pyproject.toml -o infra/setup/dev.lock
compile --extra all -c infra/setup/dev.lock pyproject.toml -o infra/setup/run.lock
compile --extra browser -c infra/setup/dev.lock pyproject.toml -o infra/setup/browser.lock
compile --extra search -c infra/setup/dev.lock pyproject.toml -o infra/setup/search.lock
echo uv | compile - -o infra/setup/installer.lock
