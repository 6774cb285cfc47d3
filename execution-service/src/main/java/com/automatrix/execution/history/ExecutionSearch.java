package com.automatrix.execution.history;

import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.execution.engine.ExecutionStatus;
import com.automatrix.execution.history.ExecutionFilter.BusinessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that lists executions, newest first. Ids are time-ordered, so a range of time and the place in the
 * list are ranges of ids: they leave out whole partitions, of each table that takes part.
 */
final class ExecutionSearch {

    /** Not what went in and came out, which may be large. */
    private static final String COLUMNS = """
            e.id, e.workflow_id, e.workflow_name, e.workflow_version, e.status, e.trigger_kind, e.trigger_id, e.event_id,
            e.event_type, e.correlation_id, e.started_at, e.finished_at, e.paused, e.caller_execution_id,
            e.caller_step_run_id, e.rerun_of, e.rerun_from_node, e.error""";

    /** Replicas may not agree quite on when an execution was asked for and when it ended. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final List<String> tables = new ArrayList<>(List.of("workflow_executions e"));
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String ids;
    private final String sql;

    /**
     * @param after the last execution of the page before
     * @param rows how many at most
     */
    ExecutionSearch(ExecutionFilter filter, Optional<UUID> after, int rows) {
        ids = ids(filter.from(), filter.to(), after);
        parameters.put("rows", rows);
        conditions.add("true" + ids.formatted("e.id"));
        ended(filter.endedFrom(), filter.endedTo());
        equal(
                "e.workflow_id",
                "workflowId",
                filter.workflowId() == null ? null : filter.workflowId().value());
        equal("e.workflow_version", "version", filter.version());
        equal("e.trigger_kind", "trigger", trigger(filter));
        equal("e.event_type", "eventType", filter.eventType());
        equal("e.correlation_id", "correlationId", filter.correlationId());
        if (filter.businessKey() != null) {
            keyed(filter.businessKey());
        }
        if (filter.businessKeyPart() != null) {
            keyedInPart(filter.businessKeyPart());
        }
        if (filter.text() != null) {
            failedWith(filter.text());
        }
        sql = statement(filter);
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String ids(@Nullable Instant from, @Nullable Instant to, Optional<UUID> after) {
        String range = "";
        if (from != null) {
            parameters.put("from", HistoryIds.floor(from));
            range += " AND %1$s >= :from";
        }
        if (to != null) {
            parameters.put("to", HistoryIds.floor(to));
            range += " AND %1$s < :to";
        }
        if (after.isPresent()) {
            parameters.put("after", after.get());
            range += " AND %1$s < :after";
        }
        return range;
    }

    /** What has ended before a time was asked for before it: a range of ids leaves out the partitions that are later. */
    private void ended(@Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            conditions.add("e.finished_at >= :endedFrom");
            parameters.put("endedFrom", from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            conditions.add("e.finished_at < :endedTo AND e.id < :askedBefore");
            parameters.put("endedTo", to.atOffset(ZoneOffset.UTC));
            parameters.put("askedBefore", HistoryIds.floor(to.plus(CLOCKS_APART)));
        }
    }

    /** An event type belongs to a trigger of kind EVENT, and the index begins with the kind. */
    private static @Nullable String trigger(ExecutionFilter filter) {
        TriggerKind kind =
                filter.trigger() == null && filter.eventType() != null ? TriggerKind.EVENT : filter.trigger();
        return kind == null ? null : kind.name();
    }

    private void equal(String column, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }

    /** Whether it has the key: PostgreSQL begins with the key if few have it, and with the newest if many do. */
    private void keyed(BusinessKey key) {
        String named = "";
        if (key.name() != null) {
            named = " AND k.name = :keyName";
            parameters.put("keyName", key.name());
        }
        parameters.put("key", key.folded());
        conditions.add("EXISTS (SELECT 1 FROM execution_business_keys k WHERE k.execution_id = e.id AND k.folded = :key"
                + named + ids.formatted("k.execution_id") + ")");
    }

    /** The last eight of a VIN, the beginning of an address: each end has an index. */
    private void keyedInPart(String part) {
        parameters.put("begins", pattern(part));
        parameters.put("ends", pattern(new StringBuilder(part).reverse().toString()));
        conditions.add("EXISTS (SELECT 1 FROM execution_business_keys k WHERE k.execution_id = e.id"
                + " AND (k.folded LIKE :begins OR reverse(k.folded) LIKE :ends)"
                + ids.formatted("k.execution_id") + ")");
    }

    private static String pattern(String beginning) {
        return beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private void failedWith(String words) {
        parameters.put("words", words);
        tables.add("JOIN execution_errors x ON x.execution_id = e.id");
        conditions.add("x.words @@ error_search(:words)" + ids.formatted("x.execution_id"));
    }

    private String statement(ExecutionFilter filter) {
        return "SELECT e.*, " + ExecutionQueries.KEYS + " FROM (" + found(filter)
                + ") e ORDER BY e.id DESC LIMIT :rows";
    }

    private String found(ExecutionFilter filter) {
        if (filter.statuses().isEmpty()) {
            return newest("");
        }
        // Completed executions are most of all and have no index of their own: they are found on the way.
        if (filter.statuses().contains(ExecutionStatus.COMPLETED)) {
            return newest(" AND e.status IN ("
                    + filter.statuses().stream()
                            .map(status -> "'" + status + "'")
                            .collect(Collectors.joining(", ")) + ")");
        }
        // An index has the order of one status only: each is asked for its newest.
        return filter.statuses().stream()
                .map(status -> "(" + newest(" AND e.status = '" + status + "'") + ")")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String newest(String status) {
        return "SELECT " + COLUMNS + " FROM " + String.join(" ", tables) + " WHERE " + String.join(" AND ", conditions)
                + status + " ORDER BY e.id DESC LIMIT :rows";
    }
}
