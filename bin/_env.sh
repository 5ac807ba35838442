# Sourced by the other commands: makes .venv from a lock file, needing only python3 and pip.
# Usage: . bin/_env.sh requirements.txt
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
lock=$1
python=${PYTHON:-python3}
venv_python=$root/.venv/bin/python

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "Guidepost needs Python 3.11 or newer as \"$python\"; set PYTHON to the path of one." >&2
  exit 1
}

make_venv() {  # Debian without python3-venv has no ensurepip: then pip of the system fills the folder.
  [ -x "$venv_python" ] && return
  "$python" -m venv .venv >/dev/null 2>&1 || "$python" -m venv --clear --without-pip .venv
}

pip_into_venv() {
  if "$python" -m pip --version >/dev/null 2>&1
  then "$python" -m pip --python "$venv_python" --disable-pip-version-check "$@"
  else "$venv_python" -m pip --disable-pip-version-check "$@"
  fi
}

get_uv() {  # checked against the same hashes as everything else
  [ -x .venv/bin/uv ] && return
  awk '/^uv==/ {on = 1; print; next} /^[^ ]/ {on = 0} on' requirements-dev.txt > .venv/uv.lock
  pip_into_venv install -q --no-deps --require-hashes -r .venv/uv.lock >/dev/null 2>&1
}

install_lock() {
  mirror=$(pip_into_venv config get global.index-url 2>/dev/null) && export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$mirror}"
  get_uv && .venv/bin/uv pip install -q --python "$venv_python" --require-hashes -r "$lock" && return
  echo "Installing with pip, which takes a little longer." >&2
  pip_into_venv install -q --require-hashes -r "$lock"
}

ensure_env() {
  wanted=$("$python" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read() + sys.version.encode()).hexdigest())' "$lock")
  stamp=.venv/.installed-$lock
  [ -x "$venv_python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  echo "Installing $lock ..." >&2
  make_venv && install_lock && echo "$wanted" > "$stamp"
}

if command -v flock >/dev/null  # two commands started at once install once
then
  exec 9>"$root/.venv.lock" && flock 9 && ensure_env && exec 9>&-
else ensure_env
fi || { echo "The packages of $lock could not be installed." >&2; exit 1; }
export PATH="$root/.venv/bin:$PATH" PYTHONPATH="$root"
