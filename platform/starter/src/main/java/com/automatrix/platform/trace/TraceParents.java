package com.automatrix.platform.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries a W3C {@code traceparent} across what has no thread in common: a row in a table, a record in a topic.
 *
 * <p>Without a tracer it carries nothing and runs everything.
 */
public final class TraceParents {

    /** The header of W3C Trace Context, in HTTP and Kafka. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    private final @Nullable Tracer tracer;

    public TraceParents(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** The current span in the form of the header; null outside of a span. */
    public @Nullable String current() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var form = "00-%s-%s-%s"
                .formatted(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
        return FORM.matcher(form).matches() ? form : null;
    }

    /** Runs inside a new span whose parent is the given one, or a trace of its own if that is null or malformed. */
    public void run(@Nullable String traceparent, String name, Runnable action) {
        if (tracer == null) {
            action.run();
            return;
        }
        var span = start(tracer, traceparent, name);
        try (var _ = tracer.withSpan(span)) {
            action.run();
        } catch (RuntimeException | Error failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static Span start(Tracer tracer, @Nullable String traceparent, String name) {
        var builder = tracer.spanBuilder().name(name);
        var parent = traceparent == null ? null : FORM.matcher(traceparent);
        if (parent == null || !parent.matches()) {
            return builder.setNoParent().start();
        }
        var context = tracer.traceContextBuilder()
                .traceId(parent.group(1))
                .spanId(parent.group(2))
                .sampled((Integer.parseInt(parent.group(3), 16) & 1) == 1)
                .build();
        return builder.setParent(context).start();
    }
}
