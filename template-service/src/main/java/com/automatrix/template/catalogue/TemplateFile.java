package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.JsonTree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as its file in {@code resources/templates} says it.
 *
 * @param slug names the template for ever
 * @param version raised with every change of the file
 * @param kpi the figure by which one sees whether the workflow pays, as a sentence; null if none is meant
 * @param tags by which the catalogue is searched, in lower case
 * @param definition with placeholders
 * @param tests what workflows made of it are tested with, each a {@link com.automatrix.contracts.testcase.TestCase} that
 *     may hold placeholders
 */
record TemplateFile(
        String slug,
        int version,
        String name,
        TemplateCategory category,
        String summary,
        String description,
        @Nullable String kpi,
        List<String> tags,
        List<TemplateParameter> parameters,
        Map<String, Object> definition,
        List<Map<String, Object>> tests) {

    TemplateFile {
        tags = JsonTree.list(tags);
        tests = JsonTree.list(tests);
    }
}
