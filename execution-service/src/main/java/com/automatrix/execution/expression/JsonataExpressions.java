package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.dashjoin.jsonata.Functions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONata in {@code {{ … }}}; parsed templates are kept, the least recently used are dropped. */
public final class JsonataExpressions implements Expressions {

    private static final int KEPT_TEMPLATES = 2_000;

    private final ExpressionLimits limits;
    private final Map<String, Template> templates = Collections.synchronizedMap(new Recent());

    public JsonataExpressions() {
        this(ExpressionLimits.STANDARD);
    }

    JsonataExpressions(ExpressionLimits limits) {
        this.limits = limits;
    }

    @Override
    public @Nullable Object evaluate(String template, Scope scope) {
        return resolve(template, new Seen(scope, limits));
    }

    @Override
    public @Nullable Object resolve(@Nullable Object tree, Scope scope) {
        return resolve(tree, new Seen(scope, limits));
    }

    @Override
    public boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(Functions.toBoolean(value));
    }

    @Override
    public List<String> problems(String template) {
        try {
            Template.parse(template, limits);
            return List.of();
        } catch (ExpressionFailed failed) {
            return List.of(failed.getMessage());
        }
    }

    int keptTemplates() {
        return templates.size();
    }

    private Template parsed(String template) {
        Template known = templates.get(template);
        if (known != null) {
            return known;
        }
        Template parsed = Template.parse(template, limits);
        templates.put(template, parsed);
        return parsed;
    }

    private @Nullable Object resolve(@Nullable Object tree, Seen seen) {
        return switch (tree) {
            case String text when text.contains(Template.OPEN) -> parsed(text).evaluate(seen);
            case List<?> list -> {
                List<@Nullable Object> resolved = new ArrayList<>(list.size());
                list.forEach(item -> resolved.add(resolve(item, seen)));
                yield resolved;
            }
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
                object.forEach((key, value) -> resolved.put(String.valueOf(key), resolve(value, seen)));
                yield resolved;
            }
            case null, default -> tree;
        };
    }

    private static final class Recent extends LinkedHashMap<String, Template> {
        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
            return size() > KEPT_TEMPLATES;
        }
    }
}
