# ./automatrix bench ui: the pages in a real browser, and what they ask for, on a long history; read by that script.
# shellcheck shell=bash

bench_ui_help() {
    cat <<'TEXT'
./automatrix bench ui [--executions 200000] [--keep] [name ...]

  --executions  how many executions are made up in the database of the running system, as by "bench history --fill"
  --keep        leave them there; else they are dropped at the end
  name          one or more of lists, pages, scrolling, execution, builder; all of them unless given

It prints one table: every list and chart through the gateway, the first contentful paint of the pages, the longest task
while the executions scroll, and how smooth long executions and large workflows are. It needs a Chromium.
TEXT
}

bench_ui() {
    local executions=200000 keep=no
    local -a names=()
    while [ $# -gt 0 ]; do
        case $1 in
            help | --help)
                bench_ui_help
                return
                ;;
            --keep) keep=yes ;;
            --executions)
                executions=${2:-}
                shift || true
                ;;
            lists | pages | scrolling | execution | builder) names+=("bench/$1.bench.ts") ;;
            *)
                bench_ui_help >&2
                fail "
Expected lists, pages, scrolling, execution, builder or an option, but got \"$1\"."
                ;;
        esac
        shift
    done
    use_node
    [ -d frontend/node_modules ] || fail "Nothing has been built yet: run ./automatrix up first."
    find_chromium || fail "Chromium was not found: install it (apt-get install chromium) so that chromium is on the PATH."
    AUTOMATRIX_HOME=$(absolute "$(home)")
    AUTOMATRIX_URL=http://localhost:${AUTOMATRIX_PORT:-8080}
    export AUTOMATRIX_HOME AUTOMATRIX_URL
    if [ $keep = no ]; then trap 'run_java com.automatrix.local.bench.HistoryBench --drop' EXIT; fi
    run_java com.automatrix.local.bench.HistoryBench --fill --executions "$executions"
    # bash 3.2 takes an empty array for an unset variable.
    (cd frontend && npm run --silent bench -- ${names[@]+"${names[@]}"})
}
