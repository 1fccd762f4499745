# Everything is one word. `make` alone lists the words.
PYTHON ?= python3
PORT ?= 8000
# One more than cores: tests that wait for a browser, a process or a clock leave their core to another.
WORKERS ?= 3
BIN := .venv/bin
PATH := $(CURDIR)/.venv/bin:$(PATH)
export PATH PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Without compiled modules every process that a test starts, and every worker, compiles all of them again.
unexport PYTHONDONTWRITEBYTECODE

MIGRATIONS := $(wildcard */migrations/*.py directory/enquiries/migrations/*.py)
DEMO := $(wildcard hub/management/commands/seed_demo.py */demo/*.py */demo/*.csv directory/places/data/*.csv directory/vocabulary/data/*.csv)
ASSETS := $(wildcard hub/assets/* hub/assets/*/*)
say = @printf '\033[1m%s\033[0m\n' '$(1)'

.DEFAULT_GOAL := help
.PHONY: help serve test test-faults check format messages styles requirements demo bench clean
.DELETE_ON_ERROR:

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .make/static var/.demo ## set everything up and serve the site on 127.0.0.1 (PORT=8000)
	@if [ -n "$$DEMO_PASSWORD" ]; then $(BIN)/python manage.py demo_accounts --quiet; fi
	@$(BIN)/python -m hub.deployment.welcome .env "$(PORT)"
	@DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-hub.settings.dev} exec $(BIN)/python -m hub.deployment.process_manager

test: .make/test .make/styles .make/search-server/pom.xml ## install what tests need and run everything this machine can run
	@$(BIN)/python -m pytest --ds hub.settings.test -n $(WORKERS) --dist worksteal

test-faults: .make/test .make/styles .make/search-server/pom.xml ## run the hub and hurt it: slow clients, killed processes, scheduled pages
	@HUB_FAULTS_IN_FULL=1 $(BIN)/python -m pytest --ds hub.settings.test tests/faults

check: .make/test ## lint, types, import direction, migrations, deployment checks
	@.ci/check

format: .make/test ## format Python and templates
	@$(BIN)/ruff check --fix --quiet . && $(BIN)/ruff format --quiet .
	@git ls-files '*.html' ':!templates/jinja2' | xargs $(BIN)/djade --target-version 5.2 || true
	@git ls-files '*.html' | xargs $(BIN)/djhtml --tabwidth 2 || true

messages: .make/runtime | .env ## collect the texts to translate (TO=cy for Welsh)
	@command -v xgettext >/dev/null || { echo 'Install the programs of gettext: xgettext was not found.'; exit 1; }
	@[ -n "$(TO)" ] || { echo 'Say which language, for example: make messages TO=cy'; exit 1; }
	@$(BIN)/python manage.py makemessages --locale $(TO) --extension html,txt,py --no-location \
		$(foreach folder,.venv node_modules tests benchmarks tools var .make,--ignore '$(folder)/*')

styles: .make/styles ## compile the styles

demo: var/.demo ## load the demo again, keeping what is there
	@$(BIN)/python manage.py seed_demo

bench: .make/test .make/styles ## print the benchmarks (takes long: two of them make 100,000 services)
	@for name in search engine relevance finder suggestions; do $(BIN)/python -m benchmarks.$$name || exit 1; done

requirements: .make/runtime ## resolve the pinned requirements again
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/tools.txt
	@for set in runtime opensearch redis test node tools; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
			--no-annotate requirements/$$set.in -o requirements/$$set.txt || exit 1; done

clean: ## remove what set-up made, but not the data in var/
	@rm -rf .venv node_modules .make hub/static/hub var/static

.make/python:
	@command -v $(PYTHON) >/dev/null || { echo 'Install Python 3.11 or later: $(PYTHON) was not found.'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Install Python 3.11 or later: $(PYTHON) is $$($(PYTHON) -V 2>&1). Or say which with PYTHON=python3.12."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Install the venv module of $(PYTHON), for example the package python3-venv.'; exit 1; }
	$(call say,1/6 Virtual environment)
	@$(PYTHON) -m venv .venv
	@mkdir -p .make && touch $@

.make/runtime: requirements/runtime.txt .make/python
	$(call say,2/6 Python packages)
	@$(BIN)/python -m pip install --quiet --progress-bar on --require-hashes -r requirements/runtime.txt
	@touch $@

.make/test: requirements/test.txt .make/runtime
	$(call say,Packages for tests)
	@$(BIN)/python -m pip install --quiet --progress-bar on --require-hashes -r requirements/test.txt
	@touch $@

# A search server for the tests, unless they are told of one. Without Maven or Java they say that this part did not run.
.make/search-server/pom.xml: tests/search/server/pom.xml
	@if [ -n "$$TEST_SEARCH_URL" ]; then exit 0; fi; \
	if ! command -v mvn >/dev/null; then echo 'Without Maven no search server is fetched for the tests.'; exit 0; fi; \
	printf '\033[1m%s\033[0m\n' 'Search server for tests'; mkdir -p .make/search-server; \
	mvn -q -f tests/search/server/pom.xml dependency:copy-dependencies \
		-DoutputDirectory="$(CURDIR)/.make/search-server" && cp $< $@ || \
		echo 'The search server for the tests could not be fetched.'

.make/node: package-lock.json requirements/node.txt .make/runtime
	$(call say,3/6 Packages for styles)
	@node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null || \
		$(BIN)/python -m pip install --quiet --progress-bar on --require-hashes -r requirements/node.txt
	@npm ci --silent --no-fund --no-audit
	@touch $@

.make/styles: .make/node $(ASSETS)
	$(call say,4/6 Styles)
	@mkdir -p hub/static/hub
	@npm run --silent styles
	@cp hub/assets/mark.svg hub/assets/scripts/*.js hub/static/hub/
	@mkdir -p hub/static/hub/leaflet
	@cp -R node_modules/leaflet/dist/images node_modules/leaflet/dist/leaflet.css hub/static/hub/leaflet/
	@cp node_modules/leaflet/dist/leaflet.js node_modules/leaflet/dist/leaflet.js.map hub/static/hub/leaflet/
	@touch $@

.env: | .make/runtime
	@$(BIN)/python -m hub.deployment.environment_file .env

.make/static: .make/styles | .env
	$(call say,5/6 Static files)
	@mkdir -p -m 711 var && $(BIN)/python manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@

var/.demo: $(MIGRATIONS) $(DEMO) | .env .make/styles
	$(call say,6/6 Database and demo content)
	@mkdir -p -m 711 var && $(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py seed_demo
	@touch $@
