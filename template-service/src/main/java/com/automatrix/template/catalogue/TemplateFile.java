package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.JsonTree;
import java.util.List;
import java.util.Map;

/**
 * A template as its file in {@code resources/templates} says it.
 *
 * @param slug names the template for ever
 * @param version raised with every change of the file
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
        List<TemplateParameter> parameters,
        Map<String, Object> definition,
        List<Map<String, Object>> tests) {

    TemplateFile {
        tests = JsonTree.list(tests);
    }
}
