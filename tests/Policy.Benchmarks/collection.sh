#!/usr/bin/env bash
# CPU time (user and system, children too) of collecting all facts of the shipped policies, beside the tools that people use for it, all in one run.
# Usage: collection.sh PATH-OF-THE-NATIVE-PROGRAM
set -euo pipefail
policy=${1:?the native program: dotnet publish src/Policy.Cli -c Release -r linux-x64 -o out}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'policy: one\nversion: 1.0.0\ntitle: One fact\nrules:\n  - { id: a, title: A, severity: low, require: { os.family: linux } }\n' > "$folder/one.yaml"

# Milliseconds of one run, over several.
cpu() {
  local runs=$1
  shift
  (
    for _ in $(seq "$runs"); do "$@" > /dev/null 2>&1 || true; done
    times
  ) | tail -1 | awk -v runs="$runs" '{ split($1, u, "[ms]"); split($2, s, "[ms]"); printf "%.1f", (u[1] * 60 + u[2] + s[1] * 60 + s[2]) * 1000 / runs }'
}

one=$(cpu 20 "$policy" facts "$folder/one.yaml")
shipped=$(cpu 20 "$policy" facts deployment-shapes)
printf '%-34s %8s ms\n' 'policy, one fact (start and load)' "$one" 'policy, facts of the shipped ones' "$shipped"
collection=$(awk -v one="$one" -v shipped="$shipped" 'BEGIN { printf "%.1f", shipped - one }')
printf '%-34s %8s ms\n' 'so the collection costs' "$collection"
for tool in facter lscpu lsmod dmidecode virt-what; do
  if command -v "$tool" > /dev/null; then
    time=$(cpu 5 "$tool")
    printf '%-34s %8s ms   %.2f of the whole program, %.2f of the collection\n' "$tool" "$time" \
      "$(awk -v a="$time" -v b="$shipped" 'BEGIN { print a / b }')" "$(awk -v a="$time" -v b="$collection" 'BEGIN { print a / b }')"
  fi
done
