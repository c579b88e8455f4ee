# One verb per thing a person does. `make book` and `make test` do all the set-up on a machine that has only Python and make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready

.PHONY: book serve pdf epub scorm release check test outputs bench addresses clean

book: $(READY) ## the site, in _build/html
	$(BIN)/jupyter-book build . -W -n --keep-going

serve: book ## show the site on this machine
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html 8000

pdf epub: book ## the book as one file in _build/editions; the site then offers it on its front page
	$(BIN)/python -m book.tools.install_browser chromium
	$(BIN)/python -m book.editions.$@
	$(BIN)/jupyter-book build . -W -n --keep-going

scorm: book ## the site as a SCORM package in _build/editions, for a school's learning management system
	$(BIN)/python -m book.editions.scorm

release: addresses pdf epub ## all of this edition, named by its version, with checksums, in _build/release
	$(BIN)/python -m book.editions.scorm
	$(BIN)/python -m book.editions.release

check: $(READY) ## one chapter, in under a minute: NOTEBOOK=notebooks/NN-topic.ipynb
	$(BIN)/python -m book.tools.install_browser chromium
	$(BIN)/python -m book.tools.check $(NOTEBOOK)

test: $(READY) ## prove everything: notebooks, site, engine
	$(BIN)/python -m book.tools.install_browser
	$(BIN)/python -m pytest -n 2

outputs: $(READY) ## execute the notebooks (or NOTEBOOK=path) with real torch and store what they print
	$(BIN)/python -m book.tools.outputs $(NOTEBOOK)

bench: $(READY) ## measure, as ratios in one run; all, or BENCH="build search"
	$(BIN)/python -m book.tools.install_browser chromium
	$(BIN)/python -m bench $(BENCH)

addresses: book ## note the addresses that are published, so that none of them is lost
	$(BIN)/python -m book.tools.addresses _build/html

clean: ## remove what was built; downloads stay in .cache
	rm -rf _build

$(READY): requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@
