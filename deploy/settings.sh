# Reads and checks the settings that both proxies take from the environment. Sourced by nginx/start.sh and caddy/start.sh.
# docs/operating.md describes each. Nothing here prints the key or gives it to another program as an argument.

fail() {
  printf 'agent-directory: %s\n' "$1" >&2
  exit 1
}

# matches VALUE CHARACTERS: whether there is a value and it has no other characters than these.
matches() {
  case $1 in
    '' | *[!$2]*) return 1 ;;
  esac
}

read_key() {
  if [ -n "${SPECTORA_API_KEY_FILE:-}" ]; then
    [ -r "$SPECTORA_API_KEY_FILE" ] || fail 'the file that SPECTORA_API_KEY_FILE names cannot be read'
    SPECTORA_API_KEY=$(cat -- "$SPECTORA_API_KEY_FILE")
  fi
  [ -n "${SPECTORA_API_KEY:-}" ] || fail 'set SPECTORA_API_KEY, or SPECTORA_API_KEY_FILE to the file that holds the key'
  matches "$SPECTORA_API_KEY" 'A-Za-z0-9._~+/=-' || fail 'the key holds characters that a key cannot have'
}

# Splits UPSTREAM into its scheme, host, port and path.
read_upstream() {
  UPSTREAM=${UPSTREAM:-https://connect.spectora.com/v2}
  UPSTREAM=${UPSTREAM%/}
  matches "$UPSTREAM" 'A-Za-z0-9._~:/-' || fail 'UPSTREAM must be an address such as https://connect.spectora.com/v2'
  case $UPSTREAM in
    https://*) upstream_scheme=https upstream_port=443 ;;
    http://*) upstream_scheme=http upstream_port=80 ;;
    *) fail 'UPSTREAM must begin with https://' ;;
  esac
  upstream_rest=${UPSTREAM#*://}
  upstream_authority=${upstream_rest%%/*}
  upstream_path=${upstream_rest#"$upstream_authority"}
  upstream_host=${upstream_authority%%:*}
  [ "$upstream_host" = "$upstream_authority" ] || upstream_port=${upstream_authority#*:}
  [ -n "$upstream_host" ] && matches "$upstream_port" 0-9 || fail 'UPSTREAM has no usable host and port'
  case $upstream_scheme:$upstream_host in
    https:* | http:127.0.0.1 | http:localhost) ;;
    *) fail 'UPSTREAM must be https, or the key would cross the network in the clear' ;;
  esac
}

# Splits LISTEN into an address and a port.
read_listen() {
  LISTEN=${LISTEN:-127.0.0.1:8080}
  listen_port=${LISTEN##*:}
  listen_address=${LISTEN%"$listen_port"}
  listen_address=${listen_address%:}
  listen_address=${listen_address:-0.0.0.0}
  matches "$listen_address" '][A-Za-z0-9.:' && matches "$listen_port" 0-9 ||
    fail 'LISTEN must be an address and a port, such as 127.0.0.1:8080'
}

# path NAME VALUE: a path that can stand in a configuration file between quotes.
path() {
  case $2 in
    *[\"\\\$\{\}\;\`]*) fail "$1 holds a character that it cannot have here" ;;
    /*) ;;
    *) fail "$1 must be an absolute path" ;;
  esac
}

read_settings() {
  read_key
  read_upstream
  read_listen
  FILES=${FILES:-$(cd -- "$1/../.." && pwd)/dist}
  path FILES "$FILES"
  [ -d "$FILES" ] || fail "there is no folder $FILES; FILES names the one with the widget's files"
  PHOTOS=${PHOTOS-https:}
  [ -z "$PHOTOS" ] || matches "$PHOTOS" 'A-Za-z0-9.:/* -' || fail 'PHOTOS must be sources for img-src, such as https:'
  UPSTREAM_TIMEOUT=${UPSTREAM_TIMEOUT:-60}
  HEADER_TIMEOUT=${HEADER_TIMEOUT:-15}
  BODY_TIMEOUT=${BODY_TIMEOUT:-60}
  matches "$UPSTREAM_TIMEOUT$HEADER_TIMEOUT$BODY_TIMEOUT" 0-9 || fail 'time-outs are whole seconds'
  if [ -n "${TLS_CERTIFICATE:-}${TLS_KEY:-}" ]; then
    path TLS_CERTIFICATE "${TLS_CERTIFICATE:-}"
    path TLS_KEY "${TLS_KEY:-}"
  fi
}
