# Everything a person does here. Each target does its own set-up; the second time that takes no
# network.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO_STORE := build/demo.sqlite

.PHONY: demo test lint types docs bench wheel clean help

help:  ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "communique needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $(INSTALLED)

demo: $(INSTALLED)  ## read the examples into a store and look at what is in it
	@mkdir -p build && rm -f $(DEMO_STORE) $(DEMO_STORE)-wal $(DEMO_STORE)-shm
	$(BIN)/communique read examples/articles --store $(DEMO_STORE) || test $$? -eq 1
	$(BIN)/communique events --store $(DEMO_STORE)
	$(BIN)/communique quotes --store $(DEMO_STORE)
	$(BIN)/communique skipped --store $(DEMO_STORE)

test: $(INSTALLED)  ## lint, types and all tests
	$(BIN)/ruff check src tests benchmarks show_off.py
	$(BIN)/ruff format --check src tests benchmarks show_off.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --cov=communique --cov-report=term --cov-report=html

lint: $(INSTALLED)  ## mend what ruff can mend
	$(BIN)/ruff check --fix src tests benchmarks show_off.py
	$(BIN)/ruff format src tests benchmarks show_off.py

types: $(INSTALLED)  ## check types alone
	$(BIN)/mypy

docs: $(INSTALLED)  ## write the code book's pages again from the data
	$(BIN)/python -m communique.ontology.codebook docs/codebook

bench: $(INSTALLED)  ## the figures that README states
	$(BIN)/python benchmarks/run.py

wheel: $(INSTALLED)  ## build the wheel and try it in an empty environment
	$(BIN)/python -m build --wheel --outdir dist
	$(BIN)/python tests/smoke_wheel.py dist

clean:  ## remove what make made
	rm -rf $(VENV) build dist htmlcov .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
