VENV := .venv
PYTHON := $(VENV)/bin/python

$(VENV)/.installed: pyproject.toml constraints.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --constraint constraints.txt torch==2.13.0
	$(PYTHON) -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

.PHONY: test
test: $(VENV)/.installed
	$(PYTHON) -m pytest
