# One word each; `make run` and `make test` set everything up by themselves.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print 2>/dev/null)
CODE := layers/vivier/vivier infra/local/vivier_local infra/packager/vivier_packager tests
export PYTHONUTF8 := 1

.PHONY: help install run test check unit integration contract web web-types web-lint web-units browser bench bench-cv bench-mails api deploy soak lock layers system

help: ## What there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(BIN)/.installed system ## Python environment, system packages, and the `vivier` command in .venv/bin

run: install layers web/dist/.built .build/docs/.built ## Start Vivier at http://localhost:8000 (ARGS="--port 8010 --home DIR --demo")
	@$(BIN)/vivier run $(ARGS)

test: install layers web/dist/.built .build/docs/.built ## Everything that CI checks
	@$(MAKE) --no-print-directory -j 2 -O check web # each of their parts keeps one core busy, those below take all
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory integration
	@$(MAKE) --no-print-directory contract
	@$(MAKE) --no-print-directory browser
	@echo "make test: all passed"

check: $(BIN)/.installed ## Style, types, import contracts, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	MYPYPATH=functions/api:functions/edge:functions/public $(BIN)/mypy $(CODE)
	@for function in functions/*/; do echo "mypy $$function"; MYPYPATH=$$function:functions/edge $(BIN)/mypy $$function; done
	$(BIN)/lint-imports
	$(BIN)/python -m vivier_packager.lint

unit: $(BIN)/.installed
	$(BIN)/pytest -n 2 -q -m "not soak" tests/unit

integration: install layers web/node_modules/.installed
	$(BIN)/pytest -n 2 --dist loadfile -q -m "not soak" tests/integration

contract: install layers web/dist/.built .build/docs/.built
	$(BIN)/pytest -n 2 --dist loadfile -q -m "not soak" tests/contract

web: web-types web-lint web-units ## Types, lint, tests and build of the web client

web-types: web/node_modules/.installed
	npm --prefix web run check:types

web-lint: web/node_modules/.installed
	npm --prefix web run lint

web-units: web/dist/.built
	npm --prefix web test

browser: install layers web/dist/.built .build/docs/.built
	$(BIN)/pytest -n 2 --dist worksteal -q -m "not soak" tests/browser

soak: install layers web/dist/.built ## What takes longer: fuzzing, ten thousand events, moto beside our table, every look
	$(BIN)/pytest -q -m soak tests
	EXAMPLES=400 $(BIN)/pytest -q tests/integration/test_fuzzing.py
	$(BIN)/pytest -n 2 --dist loadfile -q --tables both -m "not soak" tests/integration --ignore tests/integration/faults
	$(BIN)/pytest -q --every-look -k violation tests/browser

bench: install layers web/dist/.built ## Figures: drop to candidate, reading, mails out and in, API, imports
	$(BIN)/python -m tests.bench

bench-cv: $(BIN)/.installed system ## How well CVs are read, per field, layout and format, and how sure (ARGS="--split check --worst 10")
	$(BIN)/python -m tests.bench.cvs $(ARGS)

bench-mails: $(BIN)/.installed ## How well a folder of raw mails is understood (ARGS="--suite DIR --part scored")
	$(BIN)/python -m tests.bench.mails $(ARGS)

api: $(BIN)/.installed web/node_modules/.installed ## Write the API documents again from the routes, and the web client's types
	$(BIN)/python -m vivier_packager.api_documents
	npm --prefix web run types

layers: $(BIN)/.installed ## The functions' packages for this machine (make deploy builds those for Lambda)
	@$(BIN)/python -m vivier_packager.layers here

deploy: $(BIN)/.installed web/dist/.built .build/docs/.built ## Guided deployment to AWS
	@$(BIN)/python -m vivier_packager.aws $(ARGS)

lock: $(BIN)/.installed ## Pin every dependency again, with hashes
	$(BIN)/pip install --quiet uv
	cd layers/dependencies && $(CURDIR)/$(BIN)/uv pip compile $(PINS) requirements.in -o requirements.txt
	cd layers/dependencies && $(CURDIR)/$(BIN)/uv pip compile $(PINS) --no-deps chalice.in -o chalice.txt
	$(BIN)/uv pip compile $(PINS) requirements-dev.in -o requirements-dev.txt
PINS := -q --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

system:
	@infra/setup/system_packages

$(BIN)/.installed: requirements-dev.txt layers/dependencies/chalice.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vivier needs Python 3.11 or newer; set PYTHON=python3.x")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --no-deps --no-warn-conflicts -r layers/dependencies/chalice.txt
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

web/node_modules/.installed: web/package-lock.json
	npm ci --prefix web --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/.built: web/node_modules/.installed $(WEB_SOURCES)
	npm --prefix web run build
	@touch $@

.build/docs/.built: infra/docs/package-lock.json infra/docs/index.html infra/docs/docs.js $(wildcard infra/generated/client.json)
	npm ci --prefix infra/docs --ignore-scripts --no-audit --no-fund --loglevel=error
	@mkdir -p .build/docs
	cp infra/docs/index.html infra/docs/docs.js infra/docs/node_modules/swagger-ui-dist/swagger-ui{.css,-bundle.js} infra/generated/client.json .build/docs/
	@touch $@
