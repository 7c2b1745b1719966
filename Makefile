# make 或 make help 列出全部命令。 `make` alone lists what there is.
PYTHON ?= python3
PORT ?= 8000
BENCH_PAGES ?= 1000
TESTS ?= tests articles people newsroom
BIN := .venv/bin
# Tests run on DATABASE_URL, or on TEST_DATABASE_URL where that is given; on SQLite without either.
TEST_DATABASE := $(if $(TEST_DATABASE_URL),DATABASE_URL='$(TEST_DATABASE_URL)')

.DEFAULT_GOAL := help
.PHONY: help install develop run test lint types migrations openapi docs check evaluate learn bench bundle requirements clean

help: ## 列出命令  this list
	@echo "Newsroom"
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22
	@echo "  PORT=8000 · TESTS=tests/reading · BENCH_PAGES=1000 · PYTHON=python3.12 · TEST_DATABASE_URL=postgres://…"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新：make PYTHON=python3.12 …  Python >= 3.11 is needed"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/developing: requirements-dev.txt .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

install: .venv/installed ## 安装到 .venv  install into .venv
	@$(BIN)/python -m newsroom.environment

develop: .venv/developing ## 再装上开发工具  and what tests and checks need

run: install ## 启动网站（首次会建库、导入样报、生成编辑账号）  serve at http://127.0.0.1:8000/
	@trap 'exit 0' INT; $(BIN)/python manage.py serve --port $(PORT)

test: develop ## 测试  run the tests
	$(TEST_DATABASE) $(BIN)/python -m pytest -m "not bundle" --numprocesses auto --maxprocesses 4 $(TESTS)

lint: develop ## 代码风格  ruff
	$(BIN)/ruff check .

types: develop ## 类型检查  mypy, strict
	$(BIN)/mypy articles people newsroom

migrations: develop ## 模型与迁移一致  the migrations match the models
	$(BIN)/python manage.py makemigrations --check --dry-run

openapi: develop ## 接口描述有效  the API's description is valid
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null

docs: develop ## 文档与代码一致  documents and house rules hold
	$(BIN)/python -m pytest --quiet -m "not bundle" tests/project

check: lint types migrations openapi docs ## 以上全部检查  all of these checks

evaluate: develop ## 阅读的准确度，虚构县三十年的人物、职务与年份  how well pages are read, dated and linked
	$(BIN)/python -m tests.evaluate

learn: develop ## 从标注文本重新学习人名的迹象  weigh the signs of names anew
	$(BIN)/python -m tests.training

bench: develop ## 测速：阅读、导入、与 jieba 比较  speed and memory
	$(BIN)/python -m tests.bench --pages $(BENCH_PAGES)

bundle: install ## 离线安装包 dist/newsroom-*.tar.gz  an archive that installs without network
	@bash newsroom/bundle/build.sh $(BIN)/python

requirements: develop ## 重新固定依赖版本  pin the newest fitting releases
	CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile $(PINNING) --output-file requirements.txt requirements.in
	CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile $(PINNING) --output-file requirements-dev.txt requirements-dev.in

clean: ## 删除 .venv、dist 和缓存（数据库和 .env 留着）  remove what can be made again
	rm -rf .venv dist staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

PINNING := --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
