package com.automatrix.template.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as HTTP shows it.
 *
 * @param triggers what would start its workflows
 * @param stepTypes which types of steps it uses, in the order of its steps
 * @param definition with placeholders; null in a list
 */
record TemplateResponse(
        UUID id,
        String slug,
        int version,
        String name,
        TemplateCategory category,
        String summary,
        String description,
        List<TriggerSummary> triggers,
        List<String> stepTypes,
        List<TemplateParameter> parameters,
        @Nullable Map<String, Object> definition) {

    /** What starts a workflow. */
    record TriggerSummary(String id, String type, @Nullable String eventType) {}

    static TemplateResponse summary(Template template) {
        return of(template, null);
    }

    static TemplateResponse whole(Template template) {
        return of(template, template.definition());
    }

    private static TemplateResponse of(Template template, @Nullable Map<String, Object> definition) {
        return new TemplateResponse(
                template.id(),
                template.slug(),
                template.version(),
                template.name(),
                template.category(),
                template.summary(),
                template.description(),
                objects(template, "triggers").stream()
                        .map(TemplateResponse::trigger)
                        .toList(),
                objects(template, "nodes").stream()
                        .map(node -> text(node, "type"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                template.parameters(),
                definition);
    }

    private static TriggerSummary trigger(Map<?, ?> trigger) {
        return new TriggerSummary(
                String.valueOf(trigger.get("id")), String.valueOf(trigger.get("type")), text(trigger, "eventType"));
    }

    private static List<Map<?, ?>> objects(Template template, String key) {
        return template.definition().get(key) instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>mapMulti((element, found) -> {
                            if (element instanceof Map<?, ?> object) {
                                found.accept(object);
                            }
                        })
                        .toList()
                : List.of();
    }

    private static @Nullable String text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? text : null;
    }
}
