# Two commands: `make briefing` builds the example report, `make test` runs every check.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: briefing test test-slow docs bench clean

briefing: .venv/.installed
	@$(BIN)/report-builder build .
	@echo "The briefing is $(CURDIR)/build/online-grooming-wales.pdf"

test: .venv/.testing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

test-slow: .venv/.testing
	$(BIN)/pytest -n 2 -m slow

docs: .venv/.testing
	$(BIN)/python docs/write_reference.py

clean:
	rm -rf .venv build

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/.testing: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ .venv/.installed
