#!/bin/sh
# Starts nginx in front of the agents API and serves the widget's files. docs/operating.md tells the settings.
#
#   SPECTORA_API_KEY_FILE=/etc/agent-directory/key FILES=/srv/agent-directory deploy/nginx/start.sh
set -eu
umask 077
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/../settings.sh"
read_settings "$here"

# A private folder for what is written while nginx runs; it goes when nginx ends.
run=$(mktemp -d "${RUNTIME_DIRECTORY:-${TMPDIR:-/tmp}}/agent-directory.XXXXXXXX")
trap 'rm -rf -- "$run"' EXIT
cp -- "$here/nginx.conf" "$here/connections.conf" "$here/headers.conf" "$run"
cp -R -- "$here/errors" "$run"
mkdir "$run/settings"
: > "$run/writes"

# setting NAME: writes standard input as one of the files that nginx.conf includes.
setting() {
  cat > "$run/settings/$1.conf"
}

printf 'proxy_set_header Authorization "Bearer %s";\n' "$SPECTORA_API_KEY" | setting key
unset SPECTORA_API_KEY

# nginx asks this name server while it runs, since the API's addresses change. Without one they are looked up once.
if [ -z "${RESOLVER+set}" ]; then
  RESOLVER=$(sed -n 's/^nameserver[[:space:]]*//p' /etc/resolv.conf 2>/dev/null | head -n 1)
  case $RESOLVER in *:*) RESOLVER="[$RESOLVER]" ;; esac
fi
case $upstream_host in
  localhost) RESOLVER= ;;
  *[!0-9.]*) ;;
  *) RESOLVER= ;;
esac
[ -z "$RESOLVER" ] || matches "$RESOLVER" '][A-Za-z0-9.:%-' || fail 'RESOLVER must be the address of a name server'
if [ -n "$RESOLVER" ]; then
  upstream_name=$upstream_host:$upstream_port
  printf 'resolver %s valid=60s;\n' "$RESOLVER" | setting upstream
else
  upstream_name=agents_api
  printf 'upstream agents_api { server %s:%s; keepalive 8; }\n' "$upstream_host" "$upstream_port" | setting upstream
fi

# Debian's place for the certificates that are trusted; SSL_CERT_FILE names another.
path SSL_CERT_FILE "${SSL_CERT_FILE:=/etc/ssl/certs/ca-certificates.crt}"
setting server <<END
listen $listen_address:$listen_port${TLS_CERTIFICATE:+ ssl http2};
${TLS_CERTIFICATE:+ssl_certificate "$TLS_CERTIFICATE"; ssl_certificate_key "$TLS_KEY";}
root "$FILES";
set \$api "$upstream_scheme://$upstream_name$upstream_path";
set \$photos "$PHOTOS";
proxy_set_header Host "$upstream_authority";
proxy_ssl_name "$upstream_host";
proxy_ssl_trusted_certificate "$SSL_CERT_FILE";
proxy_read_timeout ${UPSTREAM_TIMEOUT}s;
proxy_send_timeout ${UPSTREAM_TIMEOUT}s;
client_header_timeout ${HEADER_TIMEOUT}s;
client_body_timeout ${BODY_TIMEOUT}s;
END
CACHE_SECONDS=${CACHE_SECONDS:-10}
matches "$CACHE_SECONDS" 0-9 || fail 'CACHE_SECONDS must be whole seconds'
printf 'proxy_cache_valid 200 %ss;\n' "$CACHE_SECONDS" | setting fresh
if [ "$CACHE_SECONDS" -gt 0 ]; then cache=agents; else cache=off; fi
printf 'proxy_cache %s;\n' "$cache" | setting cache

# nginx can't open a standard output that is a socket, as systemd's is; so what it logs goes through here.
case ${ACCESS_LOG:=} in
  '')
    mkfifo "$run/log"
    ACCESS_LOG=$run/log
    ;;
  off) ACCESS_LOG=/dev/null ;;
  *) path ACCESS_LOG "$ACCESS_LOG" ;;
esac
printf 'access_log "%s" requests;\n' "$ACCESS_LOG" | setting log

# As root, the workers run as NGINX_USER, who may see what they need and not the key.
if [ "$(id -u)" = 0 ]; then
  NGINX_USER=${NGINX_USER:-www-data}
  matches "$NGINX_USER" 'A-Za-z0-9_-' || fail 'NGINX_USER must be the name of a user'
  printf 'user %s;\n' "$NGINX_USER" | setting user
  chgrp -R -- "$(id -g "$NGINX_USER")" "$run/errors" "$run/writes"
  chgrp -- "$(id -g "$NGINX_USER")" "$run"
  chmod -R g+rX "$run/errors" "$run/writes"
  chmod g+x "$run"
fi

# Debian keeps nginx where only root looks for programs.
PATH=$PATH:/usr/sbin
[ ! -p "$run/log" ] || cat "$run/log" &
nginx -p "$run/" -e stderr -c "$run/nginx.conf" &
nginx=$!
trap 'kill -QUIT "$nginx"' INT TERM
trap 'kill -HUP "$nginx"' HUP
status=0
while kill -0 "$nginx" 2>/dev/null; do
  status=0
  wait "$nginx" || status=$?
done
# If nginx never came to log, `cat` still waits for it.
[ ! -p "$run/log" ] || : <> "$run/log"
wait
exit "$status"
