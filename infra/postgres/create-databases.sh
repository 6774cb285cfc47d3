#!/bin/bash
# Run by PostgreSQL's image on its first start: a database for each line of databases.txt, owned by a role of its name.
set -euo pipefail

grep -v '^#' /automatrix/databases.txt | while read -r name; do
    [ -n "$name" ] || continue
    psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -v name="$name" -v password="$POSTGRES_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
done
