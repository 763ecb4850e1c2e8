# Two commands do everything: `make run` and `make test`. Each makes the environment it needs.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: run test lint check-types check-rooms unit bench fuzz soak pictures manual words package clean

run: $(VENV)/.installed
	@$(BIN)/customs-reader samples

test: lint check-types check-rooms unit

lint: $(VENV)/.tools
	$(BIN)/ruff check reader tests
	$(BIN)/ruff format --check reader tests

check-types: $(VENV)/.tools
	$(BIN)/mypy

check-rooms: $(VENV)/.tools
	$(BIN)/lint-imports --no-cache

unit: $(VENV)/.tools
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

bench: $(VENV)/.tools
	$(BIN)/python -m tests.benchmarks $(SIZES)

fuzz: $(VENV)/.tools
	$(BIN)/python -m tests.fuzz $(TARGETS)

soak: $(VENV)/.tools
	$(BIN)/python -m tests.robustness.soak

pictures: $(VENV)/.tools
	$(BIN)/python -m tests.pictures docs

manual: $(VENV)/.tools
	$(BIN)/python -m tests.manual docs/customs-reader.1
	$(BIN)/python -m tests.keys .

words: $(VENV)/.tools
	$(BIN)/python -m tests.words

package: $(VENV)/.tools
	$(BIN)/python -m hatchling build
	$(BIN)/python -m tests.package dist

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing customs-reader into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tools: requirements-dev.txt $(VENV)/.installed
	@echo "Installing the development tools into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@
