#!/usr/bin/env bash
# make bundle: dist/newsroom-VERSION.tar.gz with the tracked files, the wheels of requirements.txt for this platform and install.sh.
# PYTHONS="3.12 3.13" adds the wheels of other Python versions for the same platform.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$(realpath --no-symlinks "${1:-.venv/bin/python}")

git rev-parse --is-inside-work-tree >/dev/null 2>&1 || { echo "make bundle packs the tracked files: run it in a git clone" >&2; exit 1; }
version=$("$python" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
name=newsroom-$version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name/wheels" dist

git ls-files -z | tar --create --null --files-from=- | tar --extract --directory "$work/$name"
cp newsroom/bundle/install.sh "$work/$name/install.sh"
chmod +x "$work/$name/install.sh"

wheels=$work/$name/wheels
"$python" -m pip wheel --quiet --disable-pip-version-check --wheel-dir "$wheels" -r requirements.txt
"$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' > "$work/pythons"
for other in ${PYTHONS:-}; do
  "$python" -m pip download --quiet --disable-pip-version-check --only-binary :all: --python-version "$other" \
    --find-links "$wheels" --dest "$wheels" -r requirements.txt
  echo "$other" >> "$work/pythons"
done
sort -u "$work/pythons" > "$wheels/PYTHON"
uname -sm > "$wheels/MACHINE"

tar --create --gzip --owner=0 --group=0 --file "$work/bundle.tar.gz" --directory "$work" "$name"
mv "$work/bundle.tar.gz" "dist/$name.tar.gz"
echo "dist/$name.tar.gz  ($(du -h "dist/$name.tar.gz" | cut -f1), $(uname -sm), Python $(paste -sd' ' "$wheels/PYTHON"))"
