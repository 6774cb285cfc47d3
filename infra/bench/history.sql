-- Fills a month of execution history as months of a busy dealership look, in partitions of its own, so that it can be
-- dropped as a whole. Used by "./automatrix bench history" and by the test that looks at the plans of the searches.

CREATE OR REPLACE FUNCTION pg_temp.history_id(moment timestamptz, n bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
        || '8' || substr(md5(n::text), 1, 15))::uuid;

-- Half of the executions are of the first workflow, the others of twenty more.
CREATE OR REPLACE FUNCTION pg_temp.history_workflow(n bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    RETURN ('00000000-0000-4000-8000-' || lpad((CASE WHEN n % 2 = 0 THEN 0 ELSE n % 41 % 20 + 1 END)::text, 12, '0'))::uuid;

CREATE OR REPLACE PROCEDURE pg_temp.history_partitions(month date)
    LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['workflow_executions', 'execution_logs', 'execution_timeline',
                                'execution_business_keys', 'execution_errors'] LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
            name || to_char(month, '_YYYY_MM'), name,
            uuid7_floor(month AT TIME ZONE 'UTC'), uuid7_floor((month + interval '1 month') AT TIME ZONE 'UTC'));
    END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE pg_temp.history_drop(month date)
    LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['workflow_executions', 'execution_logs', 'execution_timeline',
                                'execution_business_keys', 'execution_errors'] LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I', name || to_char(month, '_YYYY_MM'));
    END LOOP;
    FOREACH name IN ARRAY ARRAY['execution_rollups', 'step_rollups', 'duration_rollups', 'queue_rollups',
                                'model_rollups', 'error_rollups'] LOOP
        EXECUTE format('DELETE FROM %I WHERE hour >= %L AND hour < %L', name, month, month + interval '1 month');
    END LOOP;
    DELETE FROM step_day_rollups WHERE day >= month AND day < month + interval '1 month';
    DELETE FROM lead_executions
     WHERE execution_id >= uuid7_floor(month AT TIME ZONE 'UTC')
       AND execution_id < uuid7_floor((month + interval '1 month') AT TIME ZONE 'UTC');
END $$;

-- So many executions of so many steps each, evenly over 28 days; each month has a version of its own. Of a hundred, 93
-- complete, four fail, two are cancelled and one still waits; of ten, six come from events, three from the API, one
-- from a schedule. One key is a vehicle's, one a customer's, one is the same for all.
CREATE OR REPLACE PROCEDURE pg_temp.history_fill(month date, executions integer, steps integer)
    LANGUAGE plpgsql AS $$
BEGIN
    CALL pg_temp.history_partitions(month);

    CREATE TEMPORARY TABLE history ON COMMIT DROP AS
    SELECT n, began, began + n % 1000 * interval '10 ms' AS ended, pg_temp.history_id(began, n) AS id,
           CASE WHEN n % 100 < 93 THEN 'COMPLETED' WHEN n % 100 < 97 THEN 'FAILED' WHEN n % 100 < 99 THEN 'CANCELLED'
                ELSE 'WAITING' END AS status,
           CASE WHEN n % 10 < 6 THEN 'EVENT' WHEN n % 10 < 9 THEN 'API' ELSE 'SCHEDULE' END AS kind,
           format('Expected api%s.crm.example to answer, but the connection timed out: ref-%s', n % 10, n) AS message
      FROM (SELECT n, month AT TIME ZONE 'UTC' + (n - 1) * (interval '28 days' / executions) AS began
              FROM generate_series(1, executions) n) numbered;

    INSERT INTO workflow_executions (id, workflow_id, workflow_version, workflow_name, status, trigger_kind, trigger_id,
           event_id, event_type, correlation_id, started_by, input_data, output_data, error, started_at, finished_at)
    SELECT id, pg_temp.history_workflow(n), extract(month FROM month), 'Workflow', status, kind,
           CASE kind WHEN 'API' THEN NULL ELSE 'begin' END,
           CASE kind WHEN 'EVENT' THEN 'e-' || n END,
           CASE kind WHEN 'EVENT' THEN 'com.automatrix.' || (ARRAY['lead.received', 'call.missed', 'appointment.booked'])[n % 3 + 1] || '.v1' END,
           format('corr-%s-%s', to_char(month, 'MM'), n),
           CASE kind WHEN 'API' THEN 'user-1' END,
           jsonb_build_object('vin', n % 20000, 'comments', repeat('Is this still available? ', 8)),
           CASE status WHEN 'COMPLETED' THEN '{"done": true}'::jsonb END,
           CASE status WHEN 'FAILED' THEN jsonb_build_object('code', 'http.timeout', 'message', message, 'nodeId', 's1') END,
           began, CASE status WHEN 'WAITING' THEN NULL ELSE ended END
      FROM history;

    INSERT INTO execution_logs (execution_id, step_run_id, attempt, sequence, node_id, node_name, step_type, status,
           input, output, error, handles, worker, started_at, finished_at)
    SELECT id, 's' || step, 1, step * 2, 's' || step, 'Step ' || step, 'data.transform',
           CASE WHEN step = steps AND status = 'FAILED' THEN 'FAILED' ELSE 'COMPLETED' END,
           jsonb_build_object('n', n, 'text', repeat('what a step is told ', 5)), jsonb_build_object('n', n + step),
           CASE WHEN step = steps AND status = 'FAILED' THEN jsonb_build_object('code', 'http.timeout', 'message', message, 'retryable', true) END,
           '["out"]', 'engine', began, began + interval '5 ms'
      FROM history CROSS JOIN generate_series(1, steps) step;

    INSERT INTO execution_business_keys (execution_id, name, value, folded)
    SELECT id, key.name, key.value, lower(key.value)
      FROM history CROSS JOIN LATERAL (VALUES ('vin', 'VIN' || n % 20000), ('customer', 'C-' || n % 5000),
                                              ('department', 'Service')) key (name, value);

    INSERT INTO execution_errors (execution_id, messages)
    SELECT id, message FROM history WHERE status = 'FAILED';

    INSERT INTO execution_rollups
    SELECT date_trunc('hour', ended, 'UTC'), pg_temp.history_workflow(n), status, count(*), sum(n % 1000 * 10), 9990
      FROM history WHERE status <> 'WAITING' GROUP BY 1, 2, 3;

    INSERT INTO duration_rollups
    SELECT date_trunc('hour', ended, 'UTC'), pg_temp.history_workflow(n), duration_class(n % 1000 * 10), count(*)
      FROM history WHERE status <> 'WAITING' GROUP BY 1, 2, 3;

    INSERT INTO queue_rollups
    SELECT date_trunc('hour', began, 'UTC'), pg_temp.history_workflow(n), count(*), count(*) * 4, 40
      FROM history GROUP BY 1, 2;

    INSERT INTO step_rollups (hour, workflow_id, node_id, status, attempts, duration_ms_sum, duration_ms_max)
    SELECT date_trunc('hour', began, 'UTC'), pg_temp.history_workflow(n), 's' || step, 'COMPLETED', count(*),
           count(*) * 5, 5
      FROM history CROSS JOIN generate_series(1, steps) step GROUP BY 1, 2, 3;

    INSERT INTO step_day_rollups
    SELECT date_trunc('day', hour, 'UTC'), workflow_id, node_id, status, sum(attempts), sum(duration_ms_sum),
           max(duration_ms_max)
      FROM step_rollups WHERE hour >= month AND hour < month + interval '1 month' GROUP BY 1, 2, 3, 4;

    INSERT INTO error_rollups
    SELECT date_trunc('hour', ended, 'UTC'), pg_temp.history_workflow(n), 'http.timeout', 's1', count(*), min(ended),
           max(ended), (array_agg(id ORDER BY ended DESC))[1], 'Workflow', (array_agg(message ORDER BY ended DESC))[1]
      FROM history WHERE status = 'FAILED' GROUP BY 1, 2;

    INSERT INTO lead_executions
    SELECT id, pg_temp.history_workflow(n), 'e-' || n, began, CASE WHEN n % 4 > 0 THEN ended END
      FROM history WHERE kind = 'EVENT' AND n % 3 = 0;

    INSERT INTO model_rollups
    SELECT date_trunc('hour', began, 'UTC'), pg_temp.history_workflow(n), 'model-' || n % 2, count(*), count(*) * 900,
           count(*) * 120, count(*) * 0.002
      FROM history GROUP BY 1, 2, 3;
END $$;

-- The last execution of a month gets so many more steps.
CREATE OR REPLACE PROCEDURE pg_temp.history_lengthen(execution uuid, steps integer)
    LANGUAGE sql AS $$
    INSERT INTO execution_logs (execution_id, step_run_id, attempt, sequence, node_id, node_name, step_type, status,
           input, output, handles, worker, started_at, finished_at)
    SELECT execution, format('each[%s]', step), 1, 100 + step * 2, 'each', 'For each', 'data.transform', 'COMPLETED',
           jsonb_build_object('n', step, 'text', repeat('what a step is told ', 5)), jsonb_build_object('n', step),
           '["out"]', 'engine', now(), now()
      FROM generate_series(1, steps) step
$$;
