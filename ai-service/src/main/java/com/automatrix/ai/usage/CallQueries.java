package com.automatrix.ai.usage;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds calls, and adds up what they cost. */
@Repository
class CallQueries {

    private static final String COLUMNS = "SELECT c.*, c.full_text IS NOT NULL AS has_full_text FROM ai_calls c WHERE ";

    private final JdbcClient jdbc;

    CallQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to look for; null: everything. */
    record Filter(
            @Nullable UUID executionId,
            @Nullable UUID workflowId,
            @Nullable String prompt,
            @Nullable String purpose,
            @Nullable String model,
            @Nullable String outcome) {}

    /** The newest first. */
    Page<CallRow> list(Filter filter, Limit limit, Optional<Cursor> after) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        equal(conditions, parameters, "execution_id", filter.executionId());
        equal(conditions, parameters, "workflow_id", filter.workflowId());
        equal(conditions, parameters, "prompt", filter.prompt());
        equal(conditions, parameters, "purpose", filter.purpose());
        equal(conditions, parameters, "model", filter.model());
        equal(conditions, parameters, "outcome", filter.outcome());
        after.ifPresent(place -> {
            conditions.add("id < :after");
            parameters.put("after", place.uuid(0));
        });
        List<CallRow> found = jdbc.sql(COLUMNS + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT :rows")
                .params(parameters)
                .param("rows", limit.rowsToRead())
                .query((row, number) -> CallRow.read(row, false))
                .list();
        return Page.cut(found, limit.value(), call -> Cursor.of(call.id()));
    }

    Optional<CallRow> find(UUID id) {
        return jdbc.sql(COLUMNS + "id = :id")
                .param("id", id)
                .query((row, number) -> CallRow.read(row, true))
                .optional();
    }

    Optional<byte[]> fullText(UUID id) {
        return jdbc.sql("SELECT full_text FROM ai_calls WHERE id = :id AND full_text IS NOT NULL")
                .param("id", id)
                .query((row, number) -> row.getBytes("full_text"))
                .optional();
    }

    /** What is shown of a sum: {@code key} is a day, a workflow, a model or a prompt. */
    record Sum(
            @Nullable String key,
            long calls,
            long failures,
            long promptTokens,
            long completionTokens,
            java.math.BigDecimal cost) {}

    enum By {
        DAY("(started_at AT TIME ZONE :zone)::date::text"),
        WORKFLOW("workflow_id::text"),
        MODEL("provider || '/' || model"),
        PROMPT("prompt");

        private final String expression;

        By(String expression) {
            this.expression = expression;
        }
    }

    /** Sums of the days from one to another, both among them; days in their order, all else the dearest first. */
    List<Sum> sums(By by, LocalDate from, LocalDate to, ZoneId zone) {
        String order = by == By.DAY ? "1" : "6 DESC, 2 DESC, 1";
        return jdbc.sql("SELECT " + by.expression + " AS key, count(*) AS calls,"
                        + " count(*) FILTER (WHERE outcome NOT IN ('answered', 'cached')) AS failures,"
                        + " sum(prompt_tokens) AS tokens_in, sum(completion_tokens) AS tokens_out,"
                        + " coalesce(sum(cost), 0) AS cost FROM ai_calls"
                        + " WHERE started_at >= :from AND started_at < :to AND :zone <> '' GROUP BY 1 ORDER BY " + order
                        + " LIMIT 400")
                .param("zone", zone.getId().equals("Z") ? "UTC" : zone.getId())
                .param("from", start(from, zone).atOffset(ZoneOffset.UTC))
                .param("to", start(to.plusDays(1), zone).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Sum(
                        row.getString("key"),
                        row.getLong("calls"),
                        row.getLong("failures"),
                        row.getLong("tokens_in"),
                        row.getLong("tokens_out"),
                        row.getBigDecimal("cost")))
                .list();
    }

    /** Deletes what is older, some at a time. */
    int deleteCallsBefore(Instant time) {
        return jdbc.sql(
                        "DELETE FROM ai_calls WHERE id IN (SELECT id FROM ai_calls WHERE started_at < :time LIMIT 5000)")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    int forgetFullTextBefore(Instant time) {
        return jdbc.sql("UPDATE ai_calls SET full_text = NULL WHERE full_text IS NOT NULL AND started_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    int deleteAnswersBefore(Instant time) {
        return jdbc.sql("DELETE FROM ai_answers WHERE kept_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void equal(
            List<String> conditions, Map<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            String name = "p" + parameters.size();
            conditions.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }
}
