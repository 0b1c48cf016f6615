#!/bin/sh
# `congbo …` with the settings of this machine, as the user that the services run as.
set -eu
if [ "$(id -u)" != 0 ]; then
  echo 'Hãy chạy bằng quyền root (sudo congbo …). / Run this as root (sudo congbo …).' >&2
  exit 2
fi
code=${CONGBO_CODE:-@CODE@}
cd "$code"
exec setpriv --reuid=@USER@ --regid=@USER@ --init-groups \
  env -i PATH="$PATH" LANG=C.UTF-8 HOME=@STATE@ NODE_ENV=production DATA_DIR=@STATE@/data MEDIA_DIR=@STATE@/media \
  @NODE@ --env-file=@CONFIG@/congbo.env "$code/scripts/congbo.mjs" "$@"
