package com.automatrix.platform.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.json.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of attempts: what was taken in, who holds it, what became of it. */
final class StepInbox {

    private static final String KEYS = """
            (select u.e::uuid, u.s, u.a from unnest(:executions::text[], :stepRuns::text[], :attempts::int[])
             as u(e, s, a))""";

    private final JdbcClient jdbc;
    private final String pool;
    private final String owner;

    /** @param owner this process; a lease is its own only under this name */
    StepInbox(JdbcClient jdbc, String pool, String owner) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.owner = owner;
    }

    /** Takes requests in; those that are known already change nothing. Returns how many were new. */
    int add(List<IncomingStep> steps, Instant now) {
        if (steps.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                insert into step_inbox (execution_id, step_run_id, attempt, pool, request, traceparent,
                                        requested_at, received_at)
                select u.e::uuid, u.s, u.a, :pool, u.r::jsonb, u.t, u.q::timestamptz, :now
                from unnest(:executions::text[], :stepRuns::text[], :attempts::int[], :requests::text[],
                            :traceparents::text[], :requestedAt::text[]) as u(e, s, a, r, t, q)
                on conflict do nothing""")
                .param("pool", pool)
                .param("now", at(now))
                .param("executions", texts(steps, step -> step.request().executionId()))
                .param("stepRuns", texts(steps, step -> step.request().stepRunId()))
                .param("attempts", numbers(steps, step -> step.request().attempt()))
                .param("requests", texts(steps, step -> StoredJson.write(step.request())))
                .param("traceparents", texts(steps, IncomingStep::traceparent))
                .param("requestedAt", texts(steps, IncomingStep::requestedAt))
                .update();
    }

    /** Leases up to that many attempts that are waiting, or whose lease has run out. */
    List<LeasedStep> lease(int limit, Instant now, Instant until) {
        return jdbc.sql("""
                update step_inbox set lease_owner = :owner, lease_until = :until, leases = leases + 1
                where (execution_id, step_run_id, attempt) in (
                    select execution_id, step_run_id, attempt from step_inbox
                    where pool = :pool and finished_at is null and (lease_until is null or lease_until < :now)
                    order by received_at limit :limit for update skip locked)
                returning request, traceparent, requested_at, leases""")
                .param("owner", owner)
                .param("until", at(until))
                .param("pool", pool)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, _) -> leased(row))
                .list();
    }

    /** Extends the leases that this process still holds; returns those attempts. */
    Set<AttemptKey> extend(Collection<AttemptKey> keys, Instant until) {
        return new HashSet<>(onMine("update step_inbox set lease_until = :until", keys)
                .param("until", at(until))
                .query((row, _) -> key(row))
                .list());
    }

    /** Gives leases back, so that another process may take them at once. */
    void release(Collection<AttemptKey> keys) {
        onMine("update step_inbox set lease_owner = null, lease_until = null, leases = greatest(leases - 1, 0)", keys)
                .query((row, _) -> key(row))
                .list();
    }

    /** Finishes attempts that this process still holds; returns those. The others belong to somebody else now. */
    Set<AttemptKey> finish(List<FinishedStep> steps, Instant now) {
        var finished = jdbc.sql("""
                update step_inbox set finished_at = :now, lease_until = null, result = u.r::jsonb
                from unnest(:executions::text[], :stepRuns::text[], :attempts::int[], :results::text[])
                     as u(e, s, a, r)
                where execution_id = u.e::uuid and step_run_id = u.s and attempt = u.a
                  and lease_owner = :owner and finished_at is null
                returning execution_id, step_run_id, attempt""")
                .param("now", at(now))
                .param("owner", owner)
                .param("executions", texts(steps, step -> step.key().executionId()))
                .param("stepRuns", texts(steps, step -> step.key().stepRunId()))
                .param("attempts", numbers(steps, step -> step.key().attempt()))
                .param("results", texts(steps, StepInbox::result))
                .query((row, _) -> key(row))
                .list();
        return new HashSet<>(finished);
    }

    /** Marks what was requested before the cancellation; what nobody works on is finished with it. */
    void cancel(StepCancelled cancelled, Instant at) {
        jdbc.sql("""
                update step_inbox
                set cancelled_at = coalesce(cancelled_at, :at),
                    finished_at = case when lease_until is null then :at end
                where execution_id = :execution and step_run_id = :stepRun
                  and finished_at is null and requested_at < :at""")
                .param("at", at(at))
                .param("execution", cancelled.executionId().value())
                .param("stepRun", cancelled.stepRunId().toString())
                .update();
    }

    /** Forgets attempts that were finished before the given time. Returns how many. */
    int forget(Instant before) {
        return jdbc.sql("""
                delete from step_inbox where ctid in (
                    select ctid from step_inbox where finished_at < :before limit 5000)""").param("before", at(before)).update();
    }

    private JdbcClient.StatementSpec onMine(String update, Collection<AttemptKey> keys) {
        var list = new ArrayList<>(keys);
        return jdbc.sql(update + " where (execution_id, step_run_id, attempt) in " + KEYS
                        + " and lease_owner = :owner and finished_at is null"
                        + " returning execution_id, step_run_id, attempt")
                .param("owner", owner)
                .param("executions", texts(list, AttemptKey::executionId))
                .param("stepRuns", texts(list, AttemptKey::stepRunId))
                .param("attempts", numbers(list, AttemptKey::attempt));
    }

    private static @Nullable String result(FinishedStep step) {
        return step.completed() == null ? null : StoredJson.write(step.completed());
    }

    private static LeasedStep leased(ResultSet row) throws SQLException {
        return new LeasedStep(
                ContractJson.events().readValue(row.getString("request"), StepRequested.class),
                row.getString("traceparent"),
                row.getObject("requested_at", java.time.OffsetDateTime.class).toInstant(),
                row.getInt("leases"));
    }

    private static AttemptKey key(ResultSet row) throws SQLException {
        return new AttemptKey(
                com.automatrix.contracts.id.ExecutionId.parse(row.getString("execution_id")),
                com.automatrix.contracts.id.StepRunId.parse(row.getString("step_run_id")),
                row.getInt("attempt"));
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, ? extends @Nullable Object> text) {
        var texts = new @Nullable String[items.size()];
        for (int i = 0; i < texts.length; i++) {
            var value = text.apply(items.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    private static <T> Integer[] numbers(List<T> items, Function<T, Integer> number) {
        return items.stream().map(number).toArray(Integer[]::new);
    }
}
