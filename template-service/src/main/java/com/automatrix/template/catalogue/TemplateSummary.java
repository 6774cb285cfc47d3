package com.automatrix.template.catalogue;

import com.automatrix.template.parameter.TemplateParameter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as a list shows it.
 *
 * @param kpi the figure by which one sees whether the workflow pays
 * @param triggers what would start its workflows
 * @param stepTypes which types of steps it uses, in the order of its steps
 * @param testCount how many tests its workflows come with
 */
record TemplateSummary(
        UUID id,
        String slug,
        int version,
        TemplateOwner owner,
        String name,
        TemplateCategory category,
        String summary,
        String description,
        @Nullable String kpi,
        List<String> tags,
        List<TriggerSummary> triggers,
        List<String> stepTypes,
        Needs needs,
        List<TemplateParameter> parameters,
        int testCount,
        Instant createdAt,
        String createdBy) {

    TemplateSummary {
        tags = List.copyOf(tags);
        triggers = List.copyOf(triggers);
        stepTypes = List.copyOf(stepTypes);
        parameters = List.copyOf(parameters);
    }

    /** What starts a workflow. */
    record TriggerSummary(String id, String type, @Nullable String eventType) {}

    static TemplateSummary of(TemplateEntity template) {
        TemplateFile file = template.file();
        TemplateEntity.Origin origin = template.origin();
        DefinitionTree definition = new DefinitionTree(file.definition());
        return new TemplateSummary(
                template.getId(),
                file.slug(),
                file.version(),
                origin.owner(),
                file.name(),
                file.category(),
                file.summary(),
                file.description(),
                file.kpi(),
                file.tags(),
                definition
                        .triggers()
                        .map(trigger -> new TriggerSummary(
                                String.valueOf(trigger.get("id")),
                                String.valueOf(trigger.get("type")),
                                DefinitionTree.text(trigger, "eventType")))
                        .toList(),
                definition
                        .steps()
                        .map(step -> DefinitionTree.text(step, "type"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Needs.of(file.definition()),
                file.parameters(),
                file.tests().size(),
                origin.at(),
                origin.by());
    }
}
