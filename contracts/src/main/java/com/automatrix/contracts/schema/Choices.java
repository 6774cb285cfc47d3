package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reduces the errors of a failed {@code oneOf} or {@code anyOf} to those of the branch that was meant. A validator
 * reports every branch; nobody wants to read that an event trigger is not a schedule.
 */
final class Choices {

    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    private Choices() {}

    static List<Finding> simplify(List<Error> errors) {
        Optional<Error> choice = errors.stream()
                .filter(error -> CHOICES.contains(error.getKeyword()))
                .min(Comparator.comparingInt(error -> error.getEvaluationPath().getNameCount()));
        return choice.map(error -> simplify(errors, error))
                .orElseGet(() -> errors.stream().map(Finding::of).toList());
    }

    private static List<Finding> simplify(List<Error> errors, Error choice) {
        List<Error> inside =
                errors.stream().filter(error -> isInside(error, choice)).toList();
        List<Error> outside = errors.stream()
                .filter(error -> !error.equals(choice) && !isInside(error, choice))
                .toList();

        List<Finding> findings = new ArrayList<>(simplify(outside));
        findings.addAll(inside.isEmpty() ? List.of(Finding.of(choice)) : meant(choice, inside));
        return findings;
    }

    private static List<Finding> meant(Error choice, List<Error> inside) {
        Collection<List<Error>> branches = branches(choice, inside).values();
        List<List<Error>> fitting =
                branches.stream().filter(branch -> !isOtherKind(choice, branch)).toList();

        if (fitting.isEmpty()) {
            return List.of(noneFits(choice, inside));
        }
        if (fitting.size() == 1) {
            return simplify(fitting.getFirst());
        }
        List<Error> missingInAll = missingInAll(fitting);
        if (!missingInAll.isEmpty()) {
            return missingInAll.stream().map(Finding::of).toList();
        }
        if (fitting.stream().allMatch(Choices::isOnlyMissing)) {
            return List.of(new Finding(Sentences.missingOneOf(choice, fitting), List.of(choice)));
        }
        return fitting.stream()
                .map(Choices::simplify)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** A branch for another kind of value: its discriminator is a different one, or its type is. */
    private static boolean isOtherKind(Error choice, List<Error> branch) {
        return branch.stream().anyMatch(error -> isDiscriminator(choice, error) || isOtherShape(choice, error));
    }

    private static boolean isDiscriminator(Error choice, Error error) {
        NodePath parent = error.getInstanceLocation().getParent();
        return error.getKeyword().equals("const")
                && choice.getInstanceLocation().equals(parent);
    }

    private static boolean isOtherShape(Error choice, Error error) {
        if (!error.getInstanceLocation().equals(choice.getInstanceLocation())) {
            return false;
        }
        return switch (error.getKeyword()) {
            case "type" -> true;
            case "enum", "const" -> error.getInstanceNode().isContainer();
            default -> false;
        };
    }

    private static Finding noneFits(Error choice, List<Error> inside) {
        List<Error> discriminators =
                inside.stream().filter(error -> isDiscriminator(choice, error)).toList();
        if (!discriminators.isEmpty()) {
            return new Finding(Sentences.noneOfConstants(discriminators), discriminators);
        }
        List<Error> shapes =
                inside.stream().filter(error -> isOtherShape(choice, error)).toList();
        return new Finding(Sentences.noneOfTypes(choice, shapes), shapes);
    }

    private static List<Error> missingInAll(List<List<Error>> branches) {
        Map<String, List<Error>> byField = branches.stream()
                .flatMap(List::stream)
                .filter(error -> error.getKeyword().equals("required"))
                .collect(Collectors.groupingBy(
                        error -> error.getInstanceLocation() + "/" + error.getProperty(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byField.values().stream()
                .filter(same -> same.size() == branches.size())
                .map(List::getFirst)
                .toList();
    }

    private static boolean isOnlyMissing(List<Error> branch) {
        return branch.stream().allMatch(error -> error.getKeyword().equals("required"));
    }

    private static boolean isInside(Error error, Error choice) {
        return error.getEvaluationPath().getNameCount()
                        > choice.getEvaluationPath().getNameCount()
                && error.getEvaluationPath().startsWith(choice.getEvaluationPath())
                && error.getInstanceLocation().startsWith(choice.getInstanceLocation());
    }

    private static Map<Integer, List<Error>> branches(Error choice, List<Error> inside) {
        int index = choice.getEvaluationPath().getNameCount();
        return inside.stream()
                .collect(Collectors.groupingBy(
                        error -> Integer.valueOf(error.getEvaluationPath().getName(index)),
                        TreeMap::new,
                        Collectors.toList()));
    }
}
