package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.execution.engine.ExecutionStatus;
import com.automatrix.execution.persistence.BusinessKeyRow;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to list; null is any.
 *
 * @param statuses any of these; all if there are none
 * @param from the first moment, of when the execution was asked for
 * @param to the first moment after
 * @param endedFrom the first moment, of when the execution ended
 * @param endedTo the first moment after
 * @param businessKeyPart how a business key begins or ends, in the form in which values are compared
 * @param text words of the messages with which the execution or its steps failed
 */
record ExecutionFilter(
        @Nullable WorkflowId workflowId,
        @Nullable Integer version,
        Set<ExecutionStatus> statuses,
        @Nullable TriggerKind trigger,
        @Nullable String eventType,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant endedFrom,
        @Nullable Instant endedTo,
        @Nullable String correlationId,
        @Nullable BusinessKey businessKey,
        @Nullable String businessKeyPart,
        @Nullable String text) {

    private static final int LONGEST_TEXT = 200;
    private static final int SHORTEST_PART = 3;

    ExecutionFilter {
        statuses = Collections.unmodifiableSet(statuses.isEmpty() ? Set.of() : EnumSet.copyOf(statuses));
    }

    /**
     * A value under which executions are found.
     *
     * @param name null is under any name
     * @param folded the value in the form in which values are compared
     */
    record BusinessKey(@Nullable String name, String folded) {

        private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,63}):(.+)", Pattern.DOTALL);

        /** {@code vin:1HG…} is a value under one name, anything without such a beginning under any. */
        static BusinessKey read(String text) {
            Matcher named = NAMED.matcher(text);
            return named.matches()
                    ? new BusinessKey(named.group(1), BusinessKeyRow.fold(named.group(2)))
                    : new BusinessKey(null, BusinessKeyRow.fold(text));
        }
    }

    static ExecutionFilter read(ExecutionListRequest request) {
        WorkflowId workflowId = Parameters.workflowId(request.workflowId());
        Integer version = Parameters.version(request.version());
        if (version != null && workflowId == null) {
            throw Parameters.refused(
                    "version", "Expected a workflowId too, since each workflow counts versions of its own.");
        }
        Instant from = Parameters.instant("from", request.from());
        Instant endedFrom = Parameters.instant("endedFrom", request.endedFrom());
        String businessKey = Parameters.text(request.businessKey());
        return new ExecutionFilter(
                workflowId,
                version,
                statuses(request),
                Parameters.one("trigger", request.trigger(), TriggerKind.class),
                Parameters.text(request.eventType()),
                from,
                after(from, "to", request.to()),
                endedFrom,
                after(endedFrom, "endedTo", request.endedTo()),
                Parameters.text(request.correlationId()),
                businessKey == null ? null : BusinessKey.read(businessKey),
                part(request.businessKeyPart()),
                words(request.text()));
    }

    private static @Nullable Instant after(@Nullable Instant from, String name, @Nullable String value) {
        Instant to = Parameters.instant(name, value);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Parameters.refused(name, "Expected a time after %s, but got %s.".formatted(from, to));
        }
        return to;
    }

    private static @Nullable String part(@Nullable String value) {
        String text = Parameters.text(value);
        if (text != null && text.length() < SHORTEST_PART) {
            throw Parameters.refused(
                    "businessKeyPart",
                    "Expected at least %d characters, but got %d.".formatted(SHORTEST_PART, text.length()));
        }
        return text == null ? null : BusinessKeyRow.fold(text);
    }

    private static Set<ExecutionStatus> statuses(ExecutionListRequest request) {
        Set<ExecutionStatus> statuses = EnumSet.noneOf(ExecutionStatus.class);
        for (String text : request.status()) {
            ExecutionStatus status = Parameters.one("status", text, ExecutionStatus.class);
            if (status != null) {
                statuses.add(status);
            }
        }
        return statuses;
    }

    private static @Nullable String words(@Nullable String value) {
        String text = Parameters.text(value);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Parameters.refused(
                    "text", "Expected at most %d characters, but got %d.".formatted(LONGEST_TEXT, text.length()));
        }
        return text;
    }
}
