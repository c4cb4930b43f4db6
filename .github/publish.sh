#!/usr/bin/env bash
# Publishes what is new. Provenance is refused for a package that does not say where it is built: here, where that is known.
set -euo pipefail
cd "$(dirname "$0")/.."

for folder in packages/parser packages/formats packages/cli; do
  (
    cd "$folder"
    npm pkg set repository.type=git repository.directory="$folder" \
      repository.url="git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
  )
done
npx -y pnpm@12.21.0 exec changeset publish
