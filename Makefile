# Two commands: `make briefing` builds the example report, `make test` runs every check.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: briefing test test-slow docs docs-site bench bench-editions clean

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

# the guides as a site in build/site; a link that leads nowhere, or a page that is not in the navigation, fails
docs-site: .venv/.testing
	$(BIN)/mkdocs build --strict --quiet
	@echo "The documentation is $(CURDIR)/build/site/index.html"

# side by side with WeasyPrint and Typst, in an environment of their own; ROUNDS=15 WRITE=1 writes docs/performance.md
bench: .venv/.installed .venv-bench/.installed
	$(BIN)/python benchmarks/run.py --peers-python .venv-bench/bin/python --rounds $(or $(ROUNDS),5) $(if $(WRITE),--write)

# many editions beside the peers of ../shared/bench/peers, or of PEERS; under ten minutes with ROUNDS=3
bench-editions: .venv/.installed .venv-bench/.installed
	$(BIN)/python benchmarks/many_editions.py --peers-python .venv-bench/bin/python --rounds $(or $(ROUNDS),3) \
		$(if $(PEERS),--peers $(PEERS)) $(if $(WRITE),--write)

clean:
	rm -rf .venv .venv-bench build

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[press,watch]"
	@touch $@

.venv/.testing: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ .venv/.installed

.venv-bench/.installed: benchmarks/peers/requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/peers/requirements.txt
	@touch $@
