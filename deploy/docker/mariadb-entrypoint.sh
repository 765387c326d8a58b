#!/bin/sh
# Makes the server's own tables once, then becomes the server named by the command.
set -eu
: "${MARIADB_ROOT_PASSWORD:?the password of root}"
data=/var/lib/mysql
if [ ! -f "$data/mysql/global_priv.frm" ] && [ ! -f "$data/mysql/global_priv.MAI" ]; then
  mariadb-install-db --datadir="$data" --skip-test-db --auth-root-authentication-method=normal >/dev/null
fi
# Run at every start; the second time it changes nothing.
umask 077
cat >/tmp/root.sql <<SQL
CREATE USER IF NOT EXISTS root@'%' IDENTIFIED BY '$MARIADB_ROOT_PASSWORD';
GRANT ALL PRIVILEGES ON *.* TO root@'%' WITH GRANT OPTION;
ALTER USER root@localhost IDENTIFIED BY '$MARIADB_ROOT_PASSWORD';
SQL
exec "$@" --datadir="$data" --bind-address=0.0.0.0 --init-file=/tmp/root.sql
