package com.automatrix.template.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A template, whole.
 *
 * @param definition a workflow definition with placeholders where the parameters go
 */
public record Template(
        UUID id,
        String slug,
        int version,
        String name,
        TemplateCategory category,
        String summary,
        String description,
        List<TemplateParameter> parameters,
        Map<String, Object> definition) {

    public Template {
        parameters = List.copyOf(parameters);
    }
}
