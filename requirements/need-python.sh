#!/bin/sh
# Says in plain words what is missing before `make` builds .venv: Python 3.11 or later, with venv.
python=$1
if ! command -v "$python" >/dev/null 2>&1; then
  echo "No '$python' on this machine: install Python 3.11 or later, or name yours: make PYTHON=/path/to/python3" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "'$python' is $("$python" --version 2>&1); the archive needs Python 3.11 or later." >&2
  echo "Install one, or name another that is there: make PYTHON=/path/to/python3.12" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
  echo "'$python' comes without venv: on Debian and Ubuntu, 'apt install python3-venv' adds it." >&2
  exit 1
fi
