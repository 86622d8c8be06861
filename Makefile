# Everything a checkout needs lies in .venv and comes from requirements.lock, checked by hash.
PYTHON ?= python3
DATA   ?= ./data
ARGS   ?=

.DEFAULT_GOAL := help
.PHONY: help run test check check-scale bench screenshots lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: .venv/installed ## start Show of Hands, with the demo committee if DATA (./data) is empty
	.venv/bin/hands serve --demo --data "$(DATA)" $(ARGS)

test: .venv/installed ## run the tests; ARGS="-k ballots" picks some
	.venv/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
		--no-loadscope-reorder $(ARGS)

check: .venv/installed ## format, lint, types and imports
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

check-scale: .venv/installed ## take a million lines in and ask about them; ten minutes, 3 GB of disk
	.venv/bin/python -m pytest -m scale tests/scale $(ARGS)

bench: .venv/installed ## measure speed and memory as ratios; ARGS=--scale at a million events
	.venv/bin/python -m bench $(ARGS)

screenshots: .venv/installed ## picture every page into build/screenshots
	.venv/bin/python -m tests.browser.screenshots $(ARGS)

# After a change of the dependencies in pyproject.toml: `make lock`, and commit both files. What still
# fits keeps its version; `make lock ARGS=--upgrade` takes the newest of everything, and
# `make lock ARGS="--upgrade-package flask"` of one package.
lock: ## write requirements.lock anew from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --upgrade uv
	build/lock/bin/uv pip compile --no-config --quiet --universal --python-version 3.11 \
		--generate-hashes --no-header --group dev $(ARGS) --output-file requirements.lock pyproject.toml

clean: ## remove what was made here, but never DATA
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bench domain projections tests web -name __pycache__ -type d -prune -exec rm -rf {} +

# A changed lock makes a new environment, so that nothing stays behind that it no longer names.
.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Show of Hands needs Python 3.11 or newer: make PYTHON=/path/to/python3'; exit 1; }
	@echo 'Setting up .venv, once; this takes a minute.'
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r requirements.lock
	@touch $@

.venv/installed: .venv/locked pyproject.toml
	.venv/bin/python -m pip install --quiet --disable-pip-version-check \
		--no-build-isolation --no-deps -e .
	@touch $@
