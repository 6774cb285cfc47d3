package com.automatrix.platform.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.json.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of attempts: what was taken in, who holds it, what became of it. */
final class StepInbox {

    /**
     * Those of the given attempts that this process holds, locked in one order, so that statements only wait. The planner
     * does not see through a subselect how many there are, and so keeps one plan: to make one each time takes longer than
     * the statement itself. Whether one is finished is asked afterwards, for that plan would walk all that are open if it
     * was made when there were none.
     */
    private static final String MINE = """
            with mine as (
                select i.execution_id, i.step_run_id, i.attempt, i.finished_at, u.r
                from step_inbox i join unnest((select :executions::text[]), (select :stepRuns::text[]),
                                              (select :attempts::int[]), (select :results::text[]))
                     as u(e, s, a, r) on i.execution_id = u.e::uuid and i.step_run_id = u.s and i.attempt = u.a
                where i.lease_owner = :owner
                order by 1, 2, 3 for update of i)
            """;

    /** How long an attempt may take at least once it is taken up again; the engine counts too, and cancels in time. */
    private static final Duration DEFERRED_GRACE = Duration.ofMinutes(5);

    /** The bulkheads are found one after the other, each by one look into the index, however many steps wait for it. */
    private static final String LEASE = """
            with recursive bulkheads as (
                (select bulkhead from step_inbox where pool = :pool and finished_at is null order by bulkhead limit 1)
                union all
                select (select i.bulkhead from step_inbox i
                        where i.pool = :pool and i.finished_at is null and i.bulkhead > b.bulkhead
                        order by i.bulkhead limit 1)
                from bulkheads b where b.bulkhead is not null),
            running as (
                select b.bulkhead, coalesce(u.count, 0) as count
                from bulkheads b left join unnest(:names::text[], :used::int[]) as u(bulkhead, count) using (bulkhead)
                where b.bulkhead is not null),
            due as (
                select d.execution_id, d.step_run_id, d.attempt
                from running cross join lateral (
                    select i.execution_id, i.step_run_id, i.attempt, i.due_at from step_inbox i
                    where i.pool = :pool and i.bulkhead = running.bulkhead and i.finished_at is null
                      and i.due_at <= :now and (i.lease_until is null or i.lease_until < :now)
                    order by i.due_at limit greatest(:ofOne - running.count, 0) for update skip locked) d
                order by running.count + row_number() over (partition by running.bulkhead order by d.due_at), d.due_at
                limit :limit)
            update step_inbox s set lease_owner = :owner, lease_until = :until, leases = leases + 1, woken = false
            from due where s.execution_id = due.execution_id and s.step_run_id = due.step_run_id
             and s.attempt = due.attempt
            returning s.request, s.bulkhead, s.traceparent, s.requested_at, s.leases, s.deadline""";

    private static final String OF_MINE = """
             from mine where step_inbox.execution_id = mine.execution_id
              and step_inbox.step_run_id = mine.step_run_id and step_inbox.attempt = mine.attempt
              and mine.finished_at is null
            returning step_inbox.execution_id, step_inbox.step_run_id, step_inbox.attempt""";

    private final JdbcClient jdbc;
    private final String pool;
    private final String owner;

    /** @param owner this process; a lease is its own only under this name */
    StepInbox(JdbcClient jdbc, String pool, String owner) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.owner = owner;
    }

    /**
     * What was new of the requests that were taken in.
     *
     * @param leased those that this process has leased
     * @param waiting how many others there are
     */
    record Added(List<LeasedStep> leased, int waiting) {}

    /** Takes requests in, the first of them leased by this process; those that are known already change nothing. */
    Added add(List<IncomingStep> steps, int toLease, Instant now, Instant until) {
        if (steps.isEmpty()) {
            return new Added(List.of(), 0);
        }
        var added = new HashSet<>(jdbc.sql("""
                insert into step_inbox (execution_id, step_run_id, attempt, pool, bulkhead, request, traceparent,
                                        requested_at, received_at, due_at, lease_owner, lease_until, leases)
                select u.e::uuid, u.s, u.a, :pool, u.b, u.r::jsonb, u.t, u.q::timestamptz, :now, :now,
                       case when u.n <= :toLease then :owner end,
                       case when u.n <= :toLease then :until::timestamptz end,
                       case when u.n <= :toLease then 1 else 0 end
                from unnest(:executions::text[], :stepRuns::text[], :attempts::int[], :bulkheads::text[],
                            :requests::text[], :traceparents::text[], :requestedAt::text[])
                     with ordinality as u(e, s, a, b, r, t, q, n)
                on conflict do nothing
                returning execution_id, step_run_id, attempt""")
                .param("pool", pool)
                .param("owner", owner)
                .param("now", at(now))
                .param("until", at(until))
                .param("toLease", toLease)
                .param("executions", texts(steps, step -> step.request().executionId()))
                .param("stepRuns", texts(steps, step -> step.request().stepRunId()))
                .param("attempts", numbers(steps, step -> step.request().attempt()))
                .param("bulkheads", texts(steps, IncomingStep::bulkhead))
                .param("requests", texts(steps, step -> StoredJson.write(step.request())))
                .param("traceparents", texts(steps, IncomingStep::traceparent))
                .param("requestedAt", texts(steps, IncomingStep::requestedAt))
                .query((row, _) -> key(row))
                .list());
        var leased = steps.stream()
                .limit(toLease)
                .map(step -> new LeasedStep(
                        step.request(),
                        step.bulkhead(),
                        step.traceparent(),
                        step.requestedAt(),
                        1,
                        step.request().deadline()))
                // A request may be in one poll twice.
                .filter(step -> added.remove(step.key()))
                .toList();
        return new Added(leased, added.size());
    }

    /**
     * Leases what is waiting and due, or whose lease has run out, as far as there is room. Who has the fewest steps
     * running comes first, so that one who has many waiting cannot take it all; the oldest of each come first.
     */
    List<LeasedStep> lease(Bulkheads.Room room, Instant now, Instant until) {
        var used = List.copyOf(room.used().entrySet());
        return jdbc.sql(LEASE)
                .param("owner", owner)
                .param("until", at(until))
                .param("pool", pool)
                .param("now", at(now))
                .param("limit", room.inAll())
                .param("ofOne", room.ofOne())
                .param("names", texts(used, Map.Entry::getKey))
                .param("used", numbers(used, Map.Entry::getValue))
                .query((row, _) -> leased(row))
                .list();
    }

    /** Extends the leases that this process still holds; returns those attempts. */
    Set<AttemptKey> extend(Collection<AttemptKey> keys, Instant until) {
        return new HashSet<>(onMine("update step_inbox set lease_until = :until", List.copyOf(keys), _ -> null)
                .param("until", at(until))
                .query((row, _) -> key(row))
                .list());
    }

    /** Gives leases back, so that another process may take them at once. */
    void release(Collection<AttemptKey> keys) {
        onMine(
                        "update step_inbox set lease_owner = null, lease_until = null, leases = greatest(leases - 1, 0)",
                        List.copyOf(keys),
                        _ -> null)
                .query((row, _) -> key(row))
                .list();
    }

    /**
     * Finishes attempts that this process still holds, or keeps them for later; returns those. The others belong to
     * somebody else now.
     */
    Set<AttemptKey> finish(List<FinishedStep> steps, Instant now) {
        var stored = new HashSet<>(finishAll(
                steps.stream().filter(step -> step.deferredUntil() == null).toList(), now));
        stored.addAll(defer(
                steps.stream().filter(step -> step.deferredUntil() != null).toList(), now));
        return stored;
    }

    private Set<AttemptKey> finishAll(List<FinishedStep> steps, Instant now) {
        if (steps.isEmpty()) {
            return Set.of();
        }
        var results = new HashMap<AttemptKey, @Nullable String>();
        steps.forEach(step -> results.put(step.key(), result(step)));
        return new HashSet<>(onMine(
                        "update step_inbox set finished_at = :now, lease_until = null, result = mine.r::jsonb",
                        List.copyOf(results.keySet()),
                        results::get)
                .param("now", at(now))
                .query((row, _) -> key(row))
                .list());
    }

    // One that was cancelled in the meantime is not run again. Once taken up again it has as long as it was given
    // first.
    private Set<AttemptKey> defer(List<FinishedStep> steps, Instant now) {
        if (steps.isEmpty()) {
            return Set.of();
        }
        var until = new HashMap<AttemptKey, @Nullable String>();
        steps.forEach(step -> until.put(step.key(), String.valueOf(step.deferredUntil())));
        return new HashSet<>(onMine("""
                        update step_inbox
                        set lease_owner = null, lease_until = null, leases = 0,
                            due_at = case when woken then :now else mine.r::timestamptz end, woken = false,
                            deadline = mine.r::timestamptz + greatest(make_interval(secs => :grace),
                                                                      (request ->> 'deadline')::timestamptz - requested_at),
                            finished_at = case when cancelled_at is not null then :now::timestamptz end""", List.copyOf(until.keySet()), until::get)
                .param("now", at(now))
                .param("grace", DEFERRED_GRACE.toSeconds())
                .query((row, _) -> key(row))
                .list());
    }

    /** Makes an attempt that is put off due now; one that is running is not put off before it has run once more. */
    void wake(UUID execution, String stepRun, Instant now) {
        jdbc.sql("""
                update step_inbox set due_at = least(due_at, :now), woken = true
                where execution_id = :execution and step_run_id = :stepRun and finished_at is null""")
                .param("now", at(now))
                .param("execution", execution)
                .param("stepRun", stepRun)
                .update();
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

    private JdbcClient.StatementSpec onMine(
            String update, List<AttemptKey> keys, Function<AttemptKey, @Nullable String> result) {
        return jdbc.sql(MINE + update + OF_MINE)
                .param("owner", owner)
                .param("executions", texts(keys, AttemptKey::executionId))
                .param("stepRuns", texts(keys, AttemptKey::stepRunId))
                .param("attempts", numbers(keys, AttemptKey::attempt))
                .param("results", texts(keys, result));
    }

    private static @Nullable String result(FinishedStep step) {
        return step.completed() == null ? null : StoredJson.write(step.completed());
    }

    private static LeasedStep leased(ResultSet row) throws SQLException {
        var request = ContractJson.events().readValue(row.getString("request"), StepRequested.class);
        var deadline = row.getObject("deadline", java.time.OffsetDateTime.class);
        return new LeasedStep(
                request,
                row.getString("bulkhead"),
                row.getString("traceparent"),
                row.getObject("requested_at", java.time.OffsetDateTime.class).toInstant(),
                row.getInt("leases"),
                deadline == null ? request.deadline() : deadline.toInstant());
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
