#!/bin/sh
# Starts Caddy in front of the agents API and serves the widget's files. docs/operating.md tells the settings.
#
#   SPECTORA_API_KEY_FILE=/etc/agent-directory/key FILES=/srv/agent-directory deploy/caddy/start.sh
set -eu
umask 077
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/../settings.sh"
read_settings "$here"

# The Caddyfile reads these. The key alone is read by the running Caddy, so it stands in no configuration.
export FILES PHOTOS SPECTORA_API_KEY
export UPSTREAM_TIMEOUT="${UPSTREAM_TIMEOUT}s" HEADER_TIMEOUT="${HEADER_TIMEOUT}s" BODY_TIMEOUT="${BODY_TIMEOUT}s"
export UPSTREAM_ORIGIN="$upstream_scheme://$upstream_host:$upstream_port" UPSTREAM_HOST="$upstream_authority"
export UPSTREAM_PATH="$upstream_path"
export BIND="$listen_address" TLS_CERTIFICATE="${TLS_CERTIFICATE:-}" TLS_KEY="${TLS_KEY:-}"
if [ -n "${SITE:-}" ]; then
  matches "$SITE" 'A-Za-z0-9.-' || fail 'SITE must be the name of a host'
  export ADDRESS="$SITE:$listen_port" TLS=automatic
elif [ -n "$TLS_CERTIFICATE" ]; then
  export ADDRESS="https://:$listen_port" TLS=from_files
else
  export ADDRESS="http://:$listen_port" TLS=plain
fi
exec caddy run --config "$here/Caddyfile" --adapter caddyfile
