# `make run` checks the articles in seeds/ and names the report; `make test` runs the tests.
# Either creates .venv first. `make check` is what CI runs before the tests.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
SOURCES ?= ../shared/sources
DEVSETS ?= ../shared/devsets

.PHONY: run test test-all unit check docs dist install packs evaluate untouched event-years injected pararel factbench numeric-claims infotabs extraction times slots runs speed speed-20m confidence clean

run: $(VENV)/.installed
	@$(BIN)/claims run seeds || test $$? -eq 1  # 1 says that something was flagged

unit: $(VENV)/.installed  # the tests that start no other process and load no model
	$(BIN)/python -m pytest -m "not slow and not model"

test: $(VENV)/.installed  # by two processes, a file of tests each
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-all: $(VENV)/.installed  # those that take long as well
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "long or not long"

check: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.docs  # the documents as a site, in site/; a link that leads nowhere is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "site/index.html"

dist: $(VENV)/.installed  # wheel and sdist, in dist/
	rm -rf dist
	$(BIN)/python -m hatchling build

install: $(VENV)/.installed

$(VENV)/.docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; give one with: make PYTHON=python3.12 ..."; exit 1; }
	@echo "installing into $(VENV); the first time this takes some minutes"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,documents]'
	@touch $@

packs: $(VENV)/.installed  # from raw files, which are not part of the project
	for pack in curated economy politics culture; do $(BIN)/python data/make_$$pack.py $(SOURCES) || exit; done
	$(BIN)/python data/make_conventions.py
	for turn in 1 2; do $(BIN)/python data/make_cities.py && $(BIN)/python data/make_sport.py $(SOURCES) || exit; done

evaluate: $(VENV)/.installed  # the project's own case book
	$(BIN)/python benchmarks/measure_cases.py

untouched: $(VENV)/.installed  # flags on real articles, which are not part of the project
	$(BIN)/python benchmarks/measure_untouched.py $(DEVSETS)

event-years: $(VENV)/.installed  # years with big events, as written and changed
	$(BIN)/python benchmarks/measure_event_years.py $(DEVSETS)

injected: $(VENV)/.installed  # errors put into real articles
	$(BIN)/python benchmarks/measure_injected.py $(DEVSETS)

pararel: $(VENV)/.installed  # many wordings of one fact
	$(BIN)/python benchmarks/measure_pararel.py $(DEVSETS)

factbench: $(VENV)/.installed  # 750 dated facts as a store of their own
	$(BIN)/python benchmarks/measure_factbench.py $(DEVSETS)

numeric-claims: $(VENV)/.installed  # figures of countries in sentences from the web
	$(BIN)/python benchmarks/measure_numeric_claims.py $(DEVSETS)

infotabs: $(VENV)/.installed  # sentences against an infobox as their store
	$(BIN)/python benchmarks/measure_infotabs.py $(DEVSETS)

extraction: $(VENV)/.installed  # sentences a second, and the stages' shares
	$(BIN)/python benchmarks/measure_extraction.py $(DEVSETS)

times: $(VENV)/.installed  # times of the specifications of recognizers-text
	$(BIN)/python benchmarks/measure_times.py $(DEVSETS)

slots: $(VENV)/.installed  # 200 claims for a person to read: make slots SEED=4
	$(BIN)/python benchmarks/measure_slots.py $(DEVSETS) $(SEED)

runs: $(VENV)/.installed  # runs that are killed, long and repeated; takes half an hour
	$(BIN)/python benchmarks/measure_runs.py $(DEVSETS)

speed: $(VENV)/.installed  # time and memory of runs, workers, one article and one claim; takes ten minutes
	$(BIN)/python benchmarks/measure_speed.py $(DEVSETS)
	$(BIN)/python benchmarks/write_tables.py

speed-20m: $(VENV)/.installed  # one claim against 20 million facts; builds them first, which takes half an hour
	$(BIN)/python benchmarks/measure_speed.py $(DEVSETS) 20m
	$(BIN)/python benchmarks/write_tables.py

confidence: $(VENV)/.installed  # trains and measures how sure a flag is
	$(BIN)/python benchmarks/train_confidence.py $(DEVSETS)
	$(BIN)/python benchmarks/draw_reliability.py

clean:
	rm -rf $(VENV) out site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
