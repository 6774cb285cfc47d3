package com.automatrix.template.catalogue;

import com.automatrix.template.parameter.TemplateParameter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What workflows are made of.
 *
 * @param definition a workflow definition with placeholders where the parameters go
 * @param tests test cases with placeholders
 */
public record Template(
        UUID id,
        String slug,
        int version,
        String name,
        TemplateCategory category,
        String summary,
        List<TemplateParameter> parameters,
        Map<String, Object> definition,
        List<Map<String, Object>> tests) {

    public Template {
        parameters = List.copyOf(parameters);
        tests = List.copyOf(tests);
    }
}
