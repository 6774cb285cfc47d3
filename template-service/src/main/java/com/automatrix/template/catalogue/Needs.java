package com.automatrix.template.catalogue;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.template.parameter.ExpressionRange;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before workflows of a template can do their work; each list is sorted.
 *
 * @param eventTypes the events that start them and that they wait for
 * @param requires step types of the product that cannot be executed yet: until then such a workflow stays a draft
 * @param externalStepTypes step types that another system has to register
 * @param credentials names of secrets
 * @param settings names of the dealership's settings that they read
 */
record Needs(
        List<String> eventTypes,
        List<String> requires,
        List<String> externalStepTypes,
        List<String> credentials,
        List<String> settings) {

    private static final Pattern SECRET = Pattern.compile("(?<![\\w.$])secrets\\.(\\w+)");
    private static final Pattern SETTING = Pattern.compile("(?<![\\w.$])vars\\.(\\w+)");

    Needs {
        eventTypes = List.copyOf(eventTypes);
        requires = List.copyOf(requires);
        externalStepTypes = List.copyOf(externalStepTypes);
        credentials = List.copyOf(credentials);
        settings = List.copyOf(settings);
    }

    static Needs of(Map<String, Object> definition) {
        DefinitionTree tree = new DefinitionTree(definition);
        return new Needs(
                sorted(Stream.concat(tree.triggers().map(trigger -> trigger.get("eventType")), awaited(tree))),
                types(tree, type -> builtIn(type) && !available(type)),
                types(tree, type -> !builtIn(type)),
                sorted(Stream.concat(credentials(tree), named(SECRET, definition))),
                sorted(named(SETTING, definition)));
    }

    private static Stream<@Nullable Object> awaited(DefinitionTree tree) {
        return tree.actions()
                .map(step -> DefinitionTree.object(step, "config"))
                .map(config -> DefinitionTree.object(config, "correlation").get("eventType"));
    }

    /** Secrets that are named, in the signatures of triggers and where a step type's config asks for a name. */
    private static Stream<@Nullable Object> credentials(DefinitionTree tree) {
        return Stream.concat(
                tree.triggers()
                        .map(trigger ->
                                DefinitionTree.object(trigger, "signature").get("secret")),
                tree.actions().flatMap(Needs::secretsOf));
    }

    private static Stream<@Nullable Object> secretsOf(Map<?, ?> step) {
        Map<?, ?> config = DefinitionTree.object(step, "config");
        return StepTypes.builtIn().find(String.valueOf(step.get("type"))).stream()
                .map(type -> DefinitionTree.object(type.configSchema(), "properties"))
                .flatMap(properties -> properties.keySet().stream()
                        .filter(name -> Boolean.TRUE.equals(
                                DefinitionTree.object(properties, name).get("x-secret"))))
                .map(config::get);
    }

    private static Stream<@Nullable Object> named(Pattern name, Map<String, Object> definition) {
        return ExpressionRange.unquotedIn(definition).stream()
                .flatMap(expression -> name.matcher(expression).results())
                .map(found -> found.group(1));
    }

    private static List<String> types(DefinitionTree tree, Predicate<String> wanted) {
        return sorted(tree.actions().map(step -> step.get("type"))).stream()
                .filter(wanted)
                .toList();
    }

    private static boolean builtIn(String type) {
        return StepTypes.builtIn().find(type).isPresent();
    }

    private static boolean available(String type) {
        return StepTypes.builtIn().find(type).map(StepType::available).orElse(false);
    }

    /** The texts of them that are fixed, each once. */
    private static List<String> sorted(Stream<@Nullable Object> names) {
        return names.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.contains("{{") && !name.contains("[["))
                .distinct()
                .sorted()
                .toList();
    }
}
