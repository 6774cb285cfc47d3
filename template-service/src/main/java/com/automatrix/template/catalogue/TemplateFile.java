package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.json.JsonTree;
import com.automatrix.template.parameter.TemplateParameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * A template as a document: a file in {@code resources/templates}, what a person saves, and what is exported. {@link
 * TemplateRules} judges it.
 *
 * @param slug names the template for ever
 * @param version raised with every change of the file; of no account where a person saves it
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

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final ObjectWriter CANONICAL =
            ContractJson.events().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    TemplateFile {
        tags = JsonTree.list(tags);
        parameters = JsonTree.list(parameters);
        tests = JsonTree.list(tests);
    }

    TemplateFile withVersion(int other) {
        return new TemplateFile(
                slug, other, name, category, summary, description, kpi, tags, parameters, definition, tests);
    }

    /** As JSON text; the same template always gives the same. */
    String canonical() {
        return CANONICAL.writeValueAsString(this);
    }

    /** As a plain tree, whose fields always have the same order. */
    Map<String, Object> tree() {
        return ContractJson.events().readValue(canonical(), TREE);
    }

    boolean saysTheSameAs(TemplateFile other) {
        return withVersion(1).canonical().equals(other.withVersion(1).canonical());
    }
}
