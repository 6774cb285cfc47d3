package com.automatrix.execution.persistence;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes history inside the caller's transaction, one statement for each table. */
@Repository
public class HistoryWriter {

    /** The figures follow from the rows that were really changed, in the same statement. */
    public static final String CHANGE = """
            WITH changed AS (
                UPDATE workflow_executions e
                   SET status = c.status,
                       workflow_version = coalesce(c.workflow_version, e.workflow_version),
                       paused = c.paused, output_data = c.output::jsonb, error = c.error::jsonb,
                       finished_at = c.finished_at
                  FROM unnest(?::uuid[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::text[],
                              ?::timestamptz[])
                       AS c (id, status, workflow_version, paused, output, error, finished_at)
                 WHERE e.id = c.id AND e.finished_at IS NULL
                RETURNING e.id, e.workflow_id, e.workflow_name, e.status, e.error, e.finished_at,
                       greatest(0, trunc(extract(epoch FROM e.finished_at - e.started_at) * 1000)) AS took),
            ended AS (
                SELECT *, date_trunc('hour', finished_at, 'UTC') AS hour
                  FROM changed WHERE finished_at IS NOT NULL),
            counted AS (
                INSERT INTO execution_rollups AS r (hour, workflow_id, status, executions, duration_ms_sum,
                       duration_ms_max)
                SELECT hour, workflow_id, status, count(*), sum(took), max(took)
                  FROM ended GROUP BY hour, workflow_id, status ORDER BY hour, workflow_id, status
                ON CONFLICT (hour, workflow_id, status) DO UPDATE
                   SET executions = r.executions + excluded.executions,
                       duration_ms_sum = r.duration_ms_sum + excluded.duration_ms_sum,
                       duration_ms_max = greatest(r.duration_ms_max, excluded.duration_ms_max)),
            failed AS (
                INSERT INTO error_rollups AS f (hour, workflow_id, code, node_id, executions, first_at,
                       last_at, last_execution_id, workflow_name, message)
                SELECT hour, workflow_id, coalesce(error ->> 'code', '') AS code,
                       coalesce(error ->> 'nodeId', '') AS node, count(*), min(finished_at),
                       max(finished_at), (array_agg(id ORDER BY finished_at DESC))[1],
                       (array_agg(workflow_name ORDER BY finished_at DESC))[1],
                       (array_agg(left(coalesce(error ->> 'message', ''), 500)
                                  ORDER BY finished_at DESC))[1]
                  FROM ended WHERE status = 'FAILED'
                 GROUP BY hour, workflow_id, code, node ORDER BY hour, workflow_id, code, node
                ON CONFLICT (hour, workflow_id, code, node_id) DO UPDATE
                   SET executions = f.executions + excluded.executions,
                       first_at = least(f.first_at, excluded.first_at),
                       last_at = greatest(f.last_at, excluded.last_at),
                       last_execution_id = excluded.last_execution_id,
                       workflow_name = excluded.workflow_name, message = excluded.message)
            INSERT INTO duration_rollups AS d (hour, workflow_id, duration_class, executions)
            SELECT hour, workflow_id, duration_class(took::bigint) AS class, count(*)
              FROM ended GROUP BY hour, workflow_id, class ORDER BY hour, workflow_id, class
            ON CONFLICT (hour, workflow_id, duration_class) DO UPDATE
               SET executions = d.executions + excluded.executions""";

    private final JdbcTemplate jdbc;

    HistoryWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts executions as PENDING, and which of them a lead began; one that is there already stays as it is. */
    public void insertPending(Collection<ExecutionRow> executions) {
        Unnest.of(executions)
                .uuid(ExecutionRow::id)
                .uuid(ExecutionRow::workflowId)
                .integer(ExecutionRow::workflowVersion)
                .text(ExecutionRow::workflowName)
                .text(row -> row.trigger().kind().name())
                .text(row -> row.trigger().id())
                .text(row -> row.trigger().eventId())
                .text(row -> row.trigger().eventType())
                .text(ExecutionRow::correlationId)
                .text(ExecutionRow::startedBy)
                .uuid(row ->
                        row.caller() == null ? null : row.caller().executionId().value())
                .text(row ->
                        row.caller() == null ? null : row.caller().stepRunId().toString())
                .uuid(row ->
                        row.rerun() == null ? null : row.rerun().executionId().value())
                .text(row -> row.rerun() == null ? null : row.rerun().fromNode())
                .text(ExecutionRow::input)
                .time(ExecutionRow::startedAt)
                .update(jdbc, """
                        WITH begun AS (
                        INSERT INTO workflow_executions (id, workflow_id, workflow_version, workflow_name, trigger_kind,
                               trigger_id, event_id, event_type, correlation_id, started_by, caller_execution_id,
                               caller_step_run_id, rerun_of, rerun_from_node, input_data, started_at, status)
                        SELECT id, workflow_id, workflow_version, workflow_name, trigger_kind, trigger_id, event_id,
                               event_type, correlation_id, started_by, caller_execution_id, caller_step_run_id,
                               rerun_of, rerun_from_node, input::jsonb, started_at, 'PENDING'
                          FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[],
                                      ?::text[], ?::timestamptz[])
                               AS e (id, workflow_id, workflow_version, workflow_name, trigger_kind, trigger_id,
                                     event_id, event_type, correlation_id, started_by, caller_execution_id,
                                     caller_step_run_id, rerun_of, rerun_from_node, input, started_at)
                        ON CONFLICT (id) DO NOTHING
                        RETURNING id, workflow_id, trigger_kind, event_type, event_id, input_data, started_at)
                        INSERT INTO lead_executions (execution_id, workflow_id, lead, received_at)
                        SELECT id, workflow_id, coalesce(input_data ->> 'leadId', event_id, id::text), started_at
                          FROM begun
                         WHERE trigger_kind = 'EVENT' AND event_type = 'com.automatrix.lead.received.v1'""");
    }

    /**
     * Says how executions go on, and counts those that end and why they failed. An execution that has ended stays as it is, and is counted
     * once whatever comes again.
     */
    public void change(Collection<ExecutionChange> changes) {
        Unnest.of(changes)
                .uuid(ExecutionChange::id)
                .text(ExecutionChange::status)
                .integer(ExecutionChange::workflowVersion)
                .bool(ExecutionChange::paused)
                .text(ExecutionChange::output)
                .text(ExecutionChange::error)
                .time(ExecutionChange::finishedAt)
                .update(jdbc, CHANGE);
    }

    public void log(Collection<LogRow> rows) {
        Unnest.of(rows)
                .uuid(LogRow::executionId)
                .text(LogRow::stepRunId)
                .integer(LogRow::attempt)
                .bigint(LogRow::sequence)
                .text(LogRow::nodeId)
                .text(LogRow::nodeName)
                .text(LogRow::stepType)
                .text(LogRow::status)
                .text(LogRow::input)
                .text(LogRow::output)
                .text(LogRow::error)
                .text(LogRow::handles)
                .text(LogRow::worker)
                .text(LogRow::usage)
                .time(LogRow::startedAt)
                .time(LogRow::finishedAt)
                .update(jdbc, """
                        INSERT INTO execution_logs AS l (execution_id, step_run_id, attempt, sequence, node_id,
                               node_name, step_type, status, input, output, error, handles, worker, usage, started_at,
                               finished_at)
                        SELECT execution_id, step_run_id, attempt, sequence, node_id, node_name, step_type, status,
                               input::jsonb, output::jsonb, error::jsonb, handles::jsonb, worker, usage::jsonb,
                               started_at, finished_at
                          FROM unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::timestamptz[], ?::timestamptz[])
                               AS r (execution_id, step_run_id, attempt, sequence, node_id, node_name, step_type,
                                     status, input, output, error, handles, worker, usage, started_at, finished_at)
                        ON CONFLICT (execution_id, step_run_id, attempt) DO UPDATE
                           SET status = excluded.status,
                               input = coalesce(excluded.input, l.input),
                               output = coalesce(excluded.output, l.output),
                               error = coalesce(excluded.error, l.error),
                               handles = coalesce(excluded.handles, l.handles),
                               worker = coalesce(excluded.worker, l.worker),
                               usage = coalesce(excluded.usage, l.usage),
                               started_at = coalesce(excluded.started_at, l.started_at),
                               finished_at = coalesce(excluded.finished_at, l.finished_at)""");
    }

    public void insertKeys(Collection<BusinessKeyRow> keys) {
        Unnest.of(keys)
                .uuid(BusinessKeyRow::executionId)
                .text(BusinessKeyRow::name)
                .text(BusinessKeyRow::value)
                .text(key -> BusinessKeyRow.fold(key.value()))
                .update(jdbc, """
                        INSERT INTO execution_business_keys (execution_id, name, value, folded)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
                        ON CONFLICT (execution_id, name) DO NOTHING""");
    }

    /** What was said before is not said again, and a message too many for a search is left to the log. */
    public void addErrors(Collection<ErrorRow> errors) {
        Unnest.of(errors).uuid(ErrorRow::executionId).text(ErrorRow::messages).update(jdbc, """
                        INSERT INTO execution_errors AS x (execution_id, messages)
                        SELECT * FROM unnest(?::uuid[], ?::text[])
                        ON CONFLICT (execution_id) DO UPDATE SET messages = x.messages || E'\\n' || excluded.messages
                         WHERE length(x.messages) < 20000 AND position(excluded.messages IN x.messages) = 0""");
    }

    public void addSteps(Collection<StepRollup> steps) {
        Unnest.of(steps)
                .time(step -> step.key().hour())
                .uuid(step -> step.key().workflowId())
                .text(step -> step.key().nodeId())
                .text(step -> step.key().status())
                .bigint(StepRollup::attempts)
                .bigint(StepRollup::durationMsSum)
                .bigint(StepRollup::durationMsMax)
                .update(jdbc, """
                        WITH steps AS (
                            SELECT * FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
                                                 ?::bigint[], ?::bigint[])
                                AS s (hour, workflow_id, node_id, status, attempts, ms_sum, ms_max)),
                        by_day AS (
                            INSERT INTO step_day_rollups AS d (day, workflow_id, node_id, status, attempts,
                                   duration_ms_sum, duration_ms_max)
                            SELECT date_trunc('day', hour, 'UTC') AS day, workflow_id, node_id, status, sum(attempts),
                                   sum(ms_sum), max(ms_max)
                              FROM steps GROUP BY day, workflow_id, node_id, status
                             ORDER BY day, workflow_id, node_id, status
                            ON CONFLICT (day, workflow_id, node_id, status) DO UPDATE
                               SET attempts = d.attempts + excluded.attempts,
                                   duration_ms_sum = d.duration_ms_sum + excluded.duration_ms_sum,
                                   duration_ms_max = greatest(d.duration_ms_max, excluded.duration_ms_max))
                        INSERT INTO step_rollups AS r (hour, workflow_id, node_id, status, attempts, duration_ms_sum,
                               duration_ms_max)
                        SELECT * FROM steps
                        ON CONFLICT (hour, workflow_id, node_id, status) DO UPDATE
                           SET attempts = r.attempts + excluded.attempts,
                               duration_ms_sum = r.duration_ms_sum + excluded.duration_ms_sum,
                               duration_ms_max = greatest(r.duration_ms_max, excluded.duration_ms_max)""");
    }

    public void addQueues(Collection<QueueRollup> queues) {
        Unnest.of(queues)
                .time(queue -> queue.key().hour())
                .uuid(queue -> queue.key().workflowId())
                .bigint(QueueRollup::executions)
                .bigint(QueueRollup::waitMsSum)
                .bigint(QueueRollup::waitMsMax)
                .update(jdbc, """
                        INSERT INTO queue_rollups AS r (hour, workflow_id, executions, wait_ms_sum, wait_ms_max)
                        SELECT * FROM unnest(?::timestamptz[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (hour, workflow_id) DO UPDATE
                           SET executions = r.executions + excluded.executions,
                               wait_ms_sum = r.wait_ms_sum + excluded.wait_ms_sum,
                               wait_ms_max = greatest(r.wait_ms_max, excluded.wait_ms_max)""");
    }

    public void addModels(Collection<ModelRollup> models) {
        Unnest.of(models)
                .time(model -> model.key().hour())
                .uuid(model -> model.key().workflowId())
                .text(model -> model.key().model())
                .bigint(ModelRollup::calls)
                .bigint(ModelRollup::promptTokens)
                .bigint(ModelRollup::completionTokens)
                .text(model -> model.cost().toPlainString())
                .update(jdbc, """
                        INSERT INTO model_rollups AS r (hour, workflow_id, model, calls, prompt_tokens, completion_tokens,
                               cost)
                        SELECT hour, workflow_id, model, calls, prompt, completion, cost::numeric
                          FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                                      ?::text[]) AS u (hour, workflow_id, model, calls, prompt, completion, cost)
                        ON CONFLICT (hour, workflow_id, model) DO UPDATE
                           SET calls = r.calls + excluded.calls,
                               prompt_tokens = r.prompt_tokens + excluded.prompt_tokens,
                               completion_tokens = r.completion_tokens + excluded.completion_tokens,
                               cost = r.cost + excluded.cost""");
    }

    public void tell(Collection<TimelineRow> rows) {
        Unnest.of(rows)
                .uuid(TimelineRow::executionId)
                .bigint(TimelineRow::firstSequence)
                .bigint(TimelineRow::lastSequence)
                .bytes(TimelineRow::events)
                .update(jdbc, """
                        INSERT INTO execution_timeline (execution_id, first_sequence, last_sequence, events)
                        SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])""");
    }
}
