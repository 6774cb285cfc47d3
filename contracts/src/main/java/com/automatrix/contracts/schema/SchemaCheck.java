package com.automatrix.contracts.schema;

import com.automatrix.contracts.json.ContractJson;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks JSON trees against JSON Schemas (draft 2020-12) and says in sentences what does not fit. Formats are asserted,
 * patterns run in linear time, and nothing is ever fetched over the network. Compiled schemas are kept; one instance
 * serves all threads.
 *
 * <p>A tree is a Jackson {@link JsonNode} or plain maps, lists, strings, numbers, booleans and nulls.
 */
public final class SchemaCheck {

    private static final String META_SCHEMA = SpecificationVersion.DRAFT_2020_12.getDialectId();

    /** Schemas within schemas that one check may go into: references can multiply without end. */
    private static final long MOST_STEPS = 500_000;

    private final JsonMapper json = ContractJson.events();
    private final CompiledSchemas schemas = new CompiledSchemas();

    /** What keeps a tree from being a workflow definition; codes start with {@code definition.}. */
    public List<SchemaViolation> definition(@Nullable Object tree) {
        return check(schemas.file("workflow-definition.schema.json"), tree, error -> true).stream()
                .map(violation -> violation.withCodePrefix("definition."))
                .toList();
    }

    /** What keeps a tree from being a test of a workflow; codes start with {@code test-case.}. */
    public List<SchemaViolation> testCase(@Nullable Object tree) {
        return check(schemas.file("test-case.schema.json"), tree, error -> true).stream()
                .map(violation -> violation.withCodePrefix("test-case."))
                .toList();
    }

    /**
     * What keeps a tree from being the data of an event or message.
     *
     * @param name the schema's file name without its ending, such as {@code lead.received.v1} or {@code step-requested.v1}
     */
    public List<SchemaViolation> event(String name, @Nullable Object data) {
        return check(schemas.file("event/" + name + ".schema.json"), data, error -> true);
    }

    /**
     * How a tree does not fit a schema; one violation {@code broken-schema} if the schema itself is unusable, one {@code
     * too-costly} if it takes too long to find out.
     */
    public List<SchemaViolation> value(Map<String, Object> schema, @Nullable Object tree) {
        return check(schema, tree, error -> true);
    }

    /**
     * How a step's config, its expressions not yet evaluated, does not fit its schema. A string that is one expression
     * may stand for any type, and one that holds expressions for any text, except where the schema has a pattern.
     */
    public List<SchemaViolation> config(Map<String, Object> schema, @Nullable Object config) {
        return check(schema, config, error -> !ExpressionText.mayFitLater(error));
    }

    /** What is wrong with a schema that somebody wrote. */
    public List<SchemaViolation> schema(Map<String, Object> schema) {
        List<SchemaViolation> violations = check(schemas.iri(META_SCHEMA), schema, error -> true);
        if (!violations.isEmpty()) {
            return violations;
        }
        try {
            schemas.of(schema, tree(schema)).initializeValidators();
            return List.of();
        } catch (SchemaException | IllegalArgumentException e) {
            return List.of(broken(e));
        }
    }

    private List<SchemaViolation> check(Map<String, Object> schema, @Nullable Object tree, Predicate<Error> counts) {
        try {
            return check(schemas.of(schema, tree(schema)), tree, counts);
        } catch (SchemaException | IllegalArgumentException e) {
            return List.of(broken(e));
        } catch (StackOverflowError e) {
            return List.of(new SchemaViolation(
                    "",
                    SchemaViolation.BROKEN_SCHEMA,
                    "Expected a usable JSON Schema, but it refers to itself for ever."));
        } catch (ValidationLimitExceededException | CheckEffort.Exhausted e) {
            return List.of(new SchemaViolation(
                    "",
                    SchemaViolation.TOO_COSTLY,
                    "Expected a JSON Schema that can be checked in a second, but it takes longer."));
        }
    }

    private List<SchemaViolation> check(Schema schema, @Nullable Object tree, Predicate<Error> counts) {
        List<Finding> findings = Choices.simplify(errors(schema, tree(tree))).stream()
                .filter(finding -> finding.causes().stream().anyMatch(counts))
                .toList();
        return Finding.violations(findings);
    }

    private static List<Error> errors(Schema schema, JsonNode tree) {
        return CheckEffort.limit(() -> schema.validate(
                tree, context -> context.executionConfig(config -> config.maxEvaluationSteps(MOST_STEPS))));
    }

    private JsonNode tree(@Nullable Object tree) {
        return tree instanceof JsonNode node ? node : json.valueToTree(tree);
    }

    private static SchemaViolation broken(RuntimeException problem) {
        return new SchemaViolation(
                "", SchemaViolation.BROKEN_SCHEMA, "Expected a usable JSON Schema, but " + problem.getMessage());
    }
}
