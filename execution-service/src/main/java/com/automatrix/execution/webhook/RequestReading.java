package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.automatrix.platform.problem.Invalid;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an execution's input of a request, by the expressions of the trigger. */
@Component
class RequestReading {

    private static final Set<String> NEVER_SHOWN = Set.of("authorization", "proxy-authorization", "cookie");
    private static final int LONGEST_KEY = 200;

    private final Expressions expressions;

    RequestReading(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * What a request comes to.
     *
     * @param key what names it for its sender; null if nothing does
     * @param counts whether the trigger's filter lets it through
     */
    record Mapped(@Nullable Object input, @Nullable String key, boolean counts) {}

    Mapped map(WebhookTrigger trigger, WebhookRequest request, Instant now) {
        Object body = WebhookBody.read(request);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("request", request.seen(body, hidden(trigger)));
        String mapping = trigger.mapping();
        Object input = mapping == null ? body : evaluate("mapping", mapping, new Scope(values, now));
        Object key = trigger.idempotencyKey() == null
                ? request.header("idempotency-key")
                : evaluate("idempotencyKey", trigger.idempotencyKey(), new Scope(values, now));
        values.put("input", input);
        String filter = trigger.filter();
        boolean counts = filter == null || expressions.isTrue(evaluate("filter", filter, new Scope(values, now)));
        return new Mapped(input, key(key), counts);
    }

    private static @Nullable String key(@Nullable Object key) {
        String text = key == null ? "" : key.toString();
        if (text.length() > LONGEST_KEY) {
            throw new Invalid(
                    "webhook.long-key",
                    "Expected an idempotency key of at most %d characters, but it is longer.".formatted(LONGEST_KEY));
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable Object evaluate(String field, String expression, Scope scope) {
        try {
            return expressions.evaluate(expression, scope);
        } catch (ExpressionFailed failed) {
            throw new Invalid(
                    "webhook.not-mapped",
                    "Expected a request that the trigger's %s can be evaluated for, but it fails: %s"
                            .formatted(field, failed.code()));
        }
    }

    /** What proves the sender is nobody else's business. */
    private static Set<String> hidden(WebhookTrigger trigger) {
        Set<String> hidden = new HashSet<>(NEVER_SHOWN);
        if (trigger.signature() != null) {
            hidden.add(trigger.signature().header().toLowerCase(Locale.ROOT));
        }
        if (trigger.token() != null) {
            hidden.add(trigger.token().header().toLowerCase(Locale.ROOT));
        }
        return hidden;
    }
}
