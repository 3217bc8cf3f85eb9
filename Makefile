# make demo    build, export the example articles in every format, show the briefing
# make test    everything that must hold: formatting, build, tests, outside judges
# make bench   measure speed, beside floors taken in the same run
# make judge-stix         stix2-validator and python stix2 over examples, gold texts and 1,000 generated reports
# make syntax UD=FOLDER   train the syntax models anew from treebanks of Universal Dependencies
# make knowledge          compile catalogues, lexicons and word sets to the table that is built in
# make fuzz    libFuzzer on every reader, bounded in time
# Each sets up what it needs by itself and can be run again at any time.

.DEFAULT_GOAL := demo
.PHONY: demo test bench fuzz build format lint judges judge-stix syntax knowledge clean help

export PATH := $(PATH):/opt/swift/usr/bin

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: build
	@Scripts/demo.sh

build:
	@Scripts/set-up.sh build
	@Scripts/build-release.sh

test:
	@Scripts/set-up.sh build tests
	@Scripts/test.sh

bench:
	@Scripts/set-up.sh build tests
	@Scripts/bench.sh

fuzz:
	@Scripts/set-up.sh build
	@Scripts/fuzz.sh

judges:
	@Scripts/set-up.sh tests

judge-stix:
	@Scripts/set-up.sh build tests
	@Scripts/judge-stix.sh

syntax:
	@Scripts/syntax/train.sh $(UD)

knowledge:
	@Scripts/knowledge.sh

format:
	swift format -i -r Package.swift Sources Plugins Tests examples

lint:
	swift format lint --strict -r Package.swift Sources Plugins Tests examples

clean:
	rm -rf .build .venv Tests/Benchmarks/.build examples/custom-exporter/.build examples/custom-exporter/Package.resolved examples/out
