# The last resort of lifeline.js: told of every process the front door starts ("+ PID") and of every one that ended
# ("- PID") on its standard input. When that closes, the front door is dead; whoever has not ended some seconds later is
# killed, with its process group. It is no Node process, so nothing that can hang in one can hang it.
# Usage: sh watchdog.sh GRACE_SECONDS
pids=""
while read -r sign pid; do
  others=""
  for p in $pids; do [ "$p" = "$pid" ] || others="$others $p"; done
  pids="$others"
  [ "$sign" = "+" ] && pids="$pids $pid"
done
left=$1
while [ "$left" -gt 0 ]; do
  alive=""
  for p in $pids; do kill -0 "-$p" 2>/dev/null && alive="$alive $p"; done
  [ -n "$alive" ] || exit 0
  sleep 1
  left=$((left - 1))
done
for p in $alive; do kill -KILL "-$p" 2>/dev/null; done
