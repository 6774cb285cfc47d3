# The tests of ./automatrix test, on ports and a data folder of their own; read by that script.
# shellcheck shell=bash disable=SC2034

TEST_LOGS=.automatrix-test/results

# Runs one suite: its output goes to a log, and to the screen when it fails; the last line of the report is its summary.
# Suites may run beside each other.
suite() {
    local name=$1 summary=$2 begin=$SECONDS log="$TEST_LOGS/$1.log" outcome=passed
    shift 2
    say "$name ..."
    if ! "$@" >"$log" 2>&1 </dev/null; then
        outcome=FAILED
        touch "$TEST_LOGS/failed"
    fi
    local line
    line=$(printf '%-20s %-6s %4d s  %s' "$name" "$outcome" $((SECONDS - begin)) "$($summary "$log")")
    say "$line" | tee -a "$TEST_LOGS/report.txt"
    if [ "$outcome" = FAILED ]; then
        show_failure "$log"
        return 1
    fi
}

show_failure() {
    say "--- from $1"
    if grep -q '\[ERROR\]' "$1"; then
        plain "$1" | grep '^\[ERROR\]' | grep -v 'Help 1\|Re-run Maven\|To see the full' | head -n 80
    else
        plain "$1" | grep -v '^ *$' | tail -n 80
    fi
    say "---"
}

plain() { sed $'s/\x1b\\[[0-9;]*m//g' "$1"; }
no_summary() { :; }
start_summary() { grep '^Ready after' "$1"; }
last_line() { plain "$1" | grep -v '^ *$' | tail -n 1; }
maven_summary() {
    plain "$1" | awk '/Tests run:/ && !/Time elapsed/ {
        gsub(/[^0-9 ]/, ""); run += $1; failures += $2; errors += $3; skipped += $4
    } END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d", run, failures, errors, skipped }'
}
vitest_summary() { plain "$1" | grep -E '^ *(Test Files|Tests) ' | tr -s ' \n' ' '; }
playwright_summary() { plain "$1" | grep -E '^ *[0-9]+ (passed|failed|flaky|skipped)' | tr -s ' \n' ' '; }

# What the journey of the external worker runs.
install_sample() { (cd infra/samples/external-worker && npm ci --no-audit --no-fund); }

npm_run() { (cd frontend && npm run --silent "$@"); }

test_ui() {
    suite contracts:check last_line npm_run contracts:check || true
    suite lint no_summary npm_run lint || true &
    local lint=$!
    suite format no_summary npm_run format:check || true
    suite typecheck no_summary npm_run typecheck || true
    wait $lint
    suite vitest vitest_summary npm_run test || true
}

test_unit() { suite "unit" maven_summary mvn -B -fae test || true; }
# Not part of all: it takes minutes, and tells of the tests rather than of the product.
test_mutants() { suite mutants mutants_summary mvn -B -Pmutants -pl execution-service -am -Djacoco.skip=true -Dtest=NoTest \
    -Dsurefire.failIfNoSpecifiedTests=false test || true; }
mutants_summary() { plain "$1" | grep -E '^>> (Generated|Line Coverage)' | tail -n 2 | tr -s '\n' ' '; }

test_it() {
    # Two modules at a time: their tests wait for one thing or another for a third of their time.
    suite "unit + it" maven_summary mvn -B -T 2 -fae verify || true
    test_fuzz 1
}

# Documents that nobody has thought of, for so many minutes; each minute begins with what the last one has found.
test_fuzz() {
    local minute
    for minute in $(seq "$1"); do
        JAZZER_FUZZ=1 suite "fuzz $minute" maven_summary mvn -B -pl execution-service -am -Djacoco.skip=true \
            -Dspotless.check.skip=true -Dtest=LeadReaderFuzzTest -Dsurefire.failIfNoSpecifiedTests=false test || return 0
    done
}

test_e2e() {
    # Not before: the services' own tests expect a system without demo users.
    export SPRING_PROFILES_ACTIVE=demo
    ensure_chromium
    suite sample no_summary install_sample || true
    suite start start_summary up || return 0
    suite journeys maven_summary mvn -B -pl infra/local -am -Pjourneys -DskipTests -Dspotless.check.skip=true verify || true
    suite history last_line run_java com.automatrix.local.bench.HistoryBench --fill --executions 20000 || true
    AUTOMATRIX_URL="http://localhost:$AUTOMATRIX_PORT" AUTOMATRIX_EMAIL=admin@demo.automatrix.local \
        AUTOMATRIX_PASSWORD="$(cat "$AUTOMATRIX_HOME/demo-password")" \
        suite playwright playwright_summary npm_run e2e || true
    suite stop last_line run_java com.automatrix.local.Main down || true
}

test_infra() {
    if ensure_promtool; then
        suite promtool no_summary "$PROMTOOL" check config infra/prometheus/prometheus.yml || true
    else
        say "promtool is not to be had here: Prometheus' configuration is checked only for its names."
    fi
}

find_chromium() {
    local name
    for name in "${AUTOMATRIX_CHROMIUM:-chromium}" chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if have "$name"; then
            AUTOMATRIX_CHROMIUM=$(command -v "$name")
            export AUTOMATRIX_CHROMIUM
            return 0
        fi
    done
    return 1
}

ensure_chromium() {
    if find_chromium; then return; fi
    if [ "$(id -u)" = 0 ] && have apt-get; then
        say "Installing Chromium ..."
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >"$TEST_LOGS/apt.log" 2>&1 \
            || fail "Chromium could not be installed (see $TEST_LOGS/apt.log): install it so that chromium is on the PATH."
        find_chromium
    else
        fail "Chromium was not found: install it (apt-get install chromium) so that chromium is on the PATH."
    fi
}

# Debian's package is unpacked rather than installed: nobody asked for a Prometheus that runs as a daemon.
ensure_promtool() {
    local tools=.automatrix/tools
    PROMTOOL=$(command -v promtool || true)
    if [ -z "$PROMTOOL" ] && [ ! -x $tools/usr/bin/promtool ] && have apt-get && have dpkg; then
        mkdir -p $tools
        (cd $tools && { apt-get download prometheus || { apt-get update -qq && apt-get download prometheus; }; } \
            && dpkg -x prometheus_*.deb . && rm -f prometheus_*.deb) >"$TEST_LOGS/apt.log" 2>&1 || true
    fi
    if [ -z "$PROMTOOL" ] && [ -x $tools/usr/bin/promtool ]; then PROMTOOL=$tools/usr/bin/promtool; fi
    [ -n "$PROMTOOL" ]
}

prepare_test() {
    export AUTOMATRIX_PORT=${AUTOMATRIX_TEST_PORT:-18080} AUTOMATRIX_HOME=$PWD/.automatrix-test AUTOMATRIX_ROOT=$PWD
    export AUTOMATRIX_AOT=off
    unset SPRING_PROFILES_ACTIVE AUTOMATRIX_EMAIL AUTOMATRIX_PASSWORD AUTOMATRIX_DEMO_PASSWORD OPENAI_API_KEY OPENAI_BASE_URL || true
    if [ -e "$(jar infra/local)" ]; then run_java com.automatrix.local.Main down >/dev/null; fi
    rm -rf .automatrix-test
    mkdir -p "$TEST_LOGS"
    trap 'stop_test_system' EXIT
}

stop_test_system() {
    if [ -d .automatrix-test/run ] && [ -e "$(jar infra/local)" ]; then
        run_java com.automatrix.local.Main down >/dev/null || true
    fi
}

run_tests() {
    local begin=$SECONDS
    case $1 in
        unit | it | ui | e2e | mutants | fuzz | all) ;;
        *) fail "Expected unit, it, ui, e2e, mutants, fuzz or all, but got \"$1\"." ;;
    esac
    use_jdk
    use_maven
    use_node
    prepare_test
    # Also for the services' tests: the gateway carries the user interface in its jar.
    build_frontend
    case $1 in
        ui) test_ui ;;
        unit) test_unit ;;
        it) test_it ;;
        e2e) test_e2e ;;
        mutants) test_mutants ;;
        fuzz) test_fuzz "${2:-10}" ;;
        all)
            test_ui
            test_it
            test_infra
            test_e2e
            ;;
    esac
    printf '\n%s\n\n%d s in all; the logs are in %s\n' "$(cat "$TEST_LOGS/report.txt")" $((SECONDS - begin)) "$TEST_LOGS"
    [ ! -e "$TEST_LOGS/failed" ] || fail "Some tests have failed."
    say "All tests have passed."
}
