#!/bin/sh
# Writes the hashed lock files that `make setup` installs with plain pip.
# Needs uv (pip install uv); run it through `make lock`, review the diff, commit both files.
set -eu
cd "$(dirname "$0")/.."
common="--universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --no-annotate --python-version 3.11 --quiet"
echo flit_core > requirements/.build.in
uv pip compile $common pyproject.toml requirements/.build.in -o requirements/runtime.txt "$@"
uv pip compile $common pyproject.toml --extra dev -c requirements/runtime.txt -o requirements/dev.txt "$@"
uv pip compile $common pyproject.toml --extra dask -c requirements/runtime.txt -o requirements/dask.txt "$@"
uv pip compile $common pyproject.toml --extra bench -c requirements/runtime.txt -o requirements/bench.txt "$@"
rm requirements/.build.in
