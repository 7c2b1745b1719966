#!/bin/sh
# 在没有网络的电脑上安装 Newsroom：解开压缩包，运行 ./install.sh
# Installs Newsroom from the wheels beside this file; nothing is fetched from anywhere.
set -eu
cd "$(dirname "$0")"

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

[ -f wheels/PYTHON ] || fail "找不到 wheels 文件夹：请在解开的安装包里运行。" "No wheels here: run this inside the unpacked archive."
[ "$(uname -sm)" = "$(cat wheels/MACHINE)" ] ||
  fail "安装包是为 $(cat wheels/MACHINE) 做的，这台电脑是 $(uname -sm)。" "The archive was made for another kind of machine."

# The interpreter whose version the wheels fit: PYTHON if given, python3, or python3.N.
python=
for candidate in ${PYTHON:-python3 $(sed 's/^/python/' wheels/PYTHON)}; do
  version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
  if grep -qx "$version" wheels/PYTHON; then
    python=$candidate
    break
  fi
done
[ -n "$python" ] ||
  fail "需要 Python $(paste -sd' ' wheels/PYTHON)（安装包里的组件只适合这些版本）。" "Python $(paste -sd' ' wheels/PYTHON) is needed, and was not found."

echo "正在安装…… Installing with $("$python" --version)"
"$python" -m venv .venv || fail "不能建立虚拟环境：请先安装系统软件包 python3-venv。" "Could not make .venv: the package python3-venv is missing."
PIP_CONFIG_FILE=/dev/null .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels -r requirements.txt
.venv/bin/python -m newsroom.environment

echo "装好了。启动：  Installed. To serve the site:"
echo "  .venv/bin/python manage.py serve"
