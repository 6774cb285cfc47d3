package com.automatrix.template.catalogue;

import com.automatrix.template.parameter.ParameterSchema;
import com.automatrix.template.parameter.ParameterValues;
import com.automatrix.template.parameter.Placeholders;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * A template, whole.
 *
 * @param latestVersion the newest version of it; a newer one exists if it is not this one
 * @param parametersSchema its parameters as one JSON Schema, for a form
 * @param definition with placeholders
 * @param preview the definition with the defaults filled in, examples where there is none
 * @param tests with placeholders
 */
record TemplateResponse(
        @JsonUnwrapped TemplateSummary template,
        int latestVersion,
        Map<String, Object> parametersSchema,
        Map<String, Object> definition,
        Map<String, Object> preview,
        List<Map<String, Object>> tests) {

    TemplateResponse {
        tests = List.copyOf(tests);
    }

    static TemplateResponse of(TemplateEntity template, int latestVersion) {
        TemplateFile file = template.file();
        return new TemplateResponse(
                TemplateSummary.of(template),
                latestVersion,
                ParameterSchema.of(file.parameters()),
                file.definition(),
                Placeholders.fill(file.definition(), ParameterValues.samples(file.parameters())),
                file.tests());
    }
}
