# Every target makes the environment it needs first. `make help` lists them.
.DEFAULT_GOAL := help
PY := .venv/bin/python
PYTEST := $(PY) -m pytest
# tests/conftest.py says what stays together
PARALLEL := -n 2
export PYTHONUNBUFFERED := 1

.PHONY: help demo demo-down browser search test check fix bench bench-peers faults mutation lock env env-dev

help: ## print this
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

demo: ## the main job on embedded engines: local boards -> Kafka -> stages -> both warehouses
	@./jobstream demo

demo-down: ## end the demo's stack (its data stays in var/demo)
	@./jobstream demo --down

browser: env ## what boards with `browser = true` need: scrapy-playwright and a Chromium
	@sh infra/setup/environment.sh browser
	@sh infra/setup/chromium.sh

search: env ## what the source jobspy needs: the library python-jobspy (docs/searched-sites.md)
	@sh infra/setup/environment.sh search

test: env-dev ## every test on the embedded stack, with coverage
	@sh infra/setup/chromium.sh || true # the tests that need it say so
	@mkdir -p var/coverage && rm -f var/coverage/data*
	$(PYTEST) $(PARALLEL) -m "not fault" --cov --cov-report= --durations=15
	@$(PY) -m coverage combine -q --append 2>/dev/null || true
	$(PY) .ci/coverage_floor.py

CHECKED := tests/unit tests/contract
check: env-dev ## format, lint, types, import laws, unit and contract tests; no servers
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(if $(CHECKED),$(PYTEST) $(PARALLEL) -q -m "not fault" $(CHECKED))

fix: env-dev ## format, and mend what ruff can mend
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

FAULTS := tests/faults tests/e2e tests/unit/streams/lifecycle
faults: env-dev ## stop every process at random moments on real engines, with control arms that must fail
	$(PYTEST) $(PARALLEL) -m fault --durations=15 $(FAULTS)

bench: env-dev ## measure rates on the embedded stack; JSON in var/bench; some: make bench ARGS="catchup latency"
	$(PY) -m bench.run $(ARGS)

bench-peers: env-dev ## the same work in the tutorial form and on Quix Streams, same run
	$(PY) -m bench.peers $(ARGS)

mutation: env-dev ## mutation score of the pure steps
	$(PY) -m bench.mutation $(ARGS)

lock: env-dev ## resolve the locks anew
	sh infra/setup/lock.sh

env:
	@sh infra/setup/environment.sh run

env-dev:
	@sh infra/setup/environment.sh dev
