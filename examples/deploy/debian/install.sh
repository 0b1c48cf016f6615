#!/usr/bin/env bash
# Installs Công Bố on a bare Debian 13, or upgrades it: run it from the folder of the version that is to be installed.
# It is safe to run again. What is there already, settings above all, is kept. docs: examples/deploy/README.md
#
#   OFFICE=quantri.example.gov.vn WEBSITE=phapluat.example.gov.vn ./examples/deploy/debian/install.sh
#
# ROOT=/somewhere puts everything below another folder and touches neither packages nor running services.
set -euo pipefail
umask 022

here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
ROOT=${ROOT:-}
USER_NAME=${USER_NAME:-congbo}
SCHEME=${SCHEME:-https}
home=$ROOT/opt/congbo
code=$home/current
config=$ROOT/etc/congbo
state=$ROOT/var/lib/congbo
backup=$(sed -n 's/^BACKUP_DIR=//p' "$config/congbo.env" 2>/dev/null || true)
backup=${backup:-$ROOT/var/backups/congbo}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

[ "$(id -u)" = 0 ] || stop 'Hãy chạy bằng quyền root (sudo). / Run this as root (sudo).'
if [ ! -e "$config/congbo.env" ] && { [ -z "${OFFICE:-}" ] || [ -z "${WEBSITE:-}" ]; }; then
  stop 'Hãy đặt OFFICE và WEBSITE: tên miền của trang quản trị và của website. / Set OFFICE and WEBSITE: the names of the admin and of the website.'
fi

if [ -z "$ROOT" ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm nginx
fi
node=$(command -v node) || stop 'Không thấy Node.js. / There is no Node.js.'
"$node" -e 'const [a,b]=process.versions.node.split(".");process.exit(a>20||(a==20&&b>=19)?0:1)' ||
  stop "Cần Node.js 20.19 trở lên, máy này có $("$node" --version). / Node.js 20.19 or newer is needed."

getent passwd "$USER_NAME" >/dev/null ||
  useradd --system --user-group --home-dir "$state" --shell /usr/sbin/nologin "$USER_NAME"
# What a build leaves in a home folder is thrown away.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chown "$USER_NAME:$USER_NAME" "$scratch"
as_user() { runuser -u "$USER_NAME" -- env -i PATH="$PATH" HOME="$scratch" LANG=C.UTF-8 "$@"; }

install -d -m 0755 "$home" "$ROOT/etc/systemd/system" "$ROOT/usr/local/bin"
install -d -m 0750 -o root -g "$USER_NAME" "$config"
install -d -m 0750 -o "$USER_NAME" -g "$USER_NAME" "$state" "$state/data" "$state/media" "$backup"

# Every version has a folder of its own and is built where it will run; the old one serves meanwhile.
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$source/package.json")
release=$home/$version-$(date -u +%Y%m%d%H%M%S)
install -d -o "$USER_NAME" -g "$USER_NAME" "$release"
tar -C "$source" --exclude=./data --exclude=./media --exclude=./.git --exclude=./.env --exclude=./.tmp --exclude=./.next/cache -cf - . |
  as_user tar -C "$release" -xf -
as_user "$node" "$release/scripts/build.mjs" --missing
# From here on nobody but root can change the program.
chown -R root:root "$release"

filled() {
  sed -e "s|@CODE@|$code|g" -e "s|@CONFIG@|$config|g" -e "s|@STATE@|$state|g" -e "s|@BACKUP@|$backup|g" \
    -e "s|@NODE@|$node|g" -e "s|@USER@|$USER_NAME|g" -e "s|@SCHEME@|$SCHEME|g" \
    -e "s|@OFFICE@|${OFFICE:-}|g" -e "s|@WEBSITE@|${WEBSITE:-}|g" "$1"
}
if [ ! -e "$config/congbo.env" ]; then
  secret=$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')
  install -m 0640 -o root -g "$USER_NAME" /dev/null "$config/congbo.env"
  filled "$here/congbo.env" | sed "s|@SECRET@|$secret|" >"$config/congbo.env"
  say "Đã tạo $config/congbo.env; hãy cất PAYLOAD_SECRET ở nơi khác nữa. / Made $config/congbo.env; keep PAYLOAD_SECRET somewhere else too."
fi
filled "$here/congbo@.service" >"$ROOT/etc/systemd/system/congbo@.service"
congbo=$ROOT/usr/local/bin/congbo
filled "$here/congbo.sh" >"$congbo"
chmod 0755 "$congbo"
site=$ROOT/etc/nginx/conf.d/congbo.conf
if [ ! -e "$site" ] && [ -n "${OFFICE:-}" ]; then
  install -d "$(dirname "$site")"
  sed -e "s|\${OFFICE}|$OFFICE|g" -e "s|\${WEBSITE}|$WEBSITE|g" \
    -e 's|${OFFICE_SERVER}|127.0.0.1:3000|g' -e 's|${WEBSITE_SERVER}|127.0.0.1:3001|g' "$here/../nginx.conf.template" >"$site"
fi

# MongoDB takes a process for people and one for work; a SQLite file has one writer, so one process does both.
processes=congbo@all
if grep -q '^DATABASE_URI=.\{0,1\}mongodb' "$config/congbo.env"; then processes='congbo@web congbo@worker'; fi

# Whatever can fail is tried before the old version stops.
before=$(readlink "$code" || true)
if [ -n "$before" ]; then
  say 'Sao lưu trước khi nâng cấp… / Backing up before the upgrade…'
  "$congbo" backup "$backup"
fi
CONGBO_CODE=$release "$congbo" migrate --dry-run
if [ -z "$ROOT" ]; then systemctl stop 'congbo@*'; fi
ln -sfn "$(basename "$release")" "$code"
if ! "$congbo" migrate; then
  if [ -n "$before" ]; then ln -sfn "$before" "$code"; fi
  # shellcheck disable=SC2086
  if [ -z "$ROOT" ] && [ -n "$before" ]; then systemctl start $processes; fi
  stop 'Cơ sở dữ liệu chưa nâng cấp được, phiên bản cũ chạy tiếp; xem lỗi ở trên. / The database could not be upgraded, the old version goes on; see the error above.'
fi
# The version before stays as the way back; older ones go.
for old in "$home"/*/; do
  name=$(basename "$old")
  case $name in current | "$(basename "$release")" | "$before") ;; *) rm -rf "$old" ;; esac
done

if [ -z "$ROOT" ]; then
  systemctl daemon-reload
  systemctl disable --quiet congbo@all congbo@web congbo@worker
  # shellcheck disable=SC2086
  systemctl enable --now $processes
  nginx -t && systemctl reload nginx
fi
say "Đã cài đặt $version, chạy bằng: $processes. / Installed; it runs as: $processes."
say "Người quản trị đầu tiên / the first administrator: congbo user create --email … --role admin"
