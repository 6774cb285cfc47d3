package com.automatrix.template.instantiation;

import com.automatrix.template.catalogue.TemplateCategory;
import java.util.List;
import java.util.Map;

/**
 * A workflow as workflow-service takes it.
 *
 * @param tests test cases that belong to it
 * @param template what it is made from
 */
record WorkflowDraft(
        String name,
        String description,
        TemplateCategory category,
        Map<String, Object> definition,
        List<Map<String, Object>> tests,
        Origin template) {

    WorkflowDraft {
        tests = List.copyOf(tests);
    }

    record Origin(String slug, int version) {}
}
