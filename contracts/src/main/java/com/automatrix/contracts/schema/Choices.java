package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reduces the errors of a failed {@code oneOf} or {@code anyOf} to those of the branch that was meant. A validator
 * reports every branch; nobody wants to read that an event trigger is not a schedule.
 */
final class Choices {

    private Choices() {}

    static List<Finding> simplify(List<Error> errors) {
        return simplify(errors, 0);
    }

    /** The errors have all choices above this level in common. */
    private static List<Finding> simplify(List<Error> errors, int level) {
        Map<Optional<ChoicePlace>, List<Error>> byPlace = errors.stream()
                .collect(Collectors.groupingBy(
                        error -> ChoicePlace.on(error).stream().skip(level).findFirst(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPlace.entrySet().stream()
                .flatMap(entry -> entry
                        .getKey()
                        .map(place -> simplify(place, entry.getValue(), level + 1))
                        .orElseGet(
                                () -> entry.getValue().stream().map(Finding::of).toList())
                        .stream())
                .toList();
    }

    private static List<Finding> simplify(ChoicePlace place, List<Error> errors, int level) {
        Map<Integer, List<Error>> branches = errors.stream()
                .filter(error -> !place.isOwn(error))
                .collect(Collectors.groupingBy(place::branch, TreeMap::new, Collectors.toList()));
        if (branches.isEmpty()) {
            return errors.stream().map(Finding::of).toList();
        }
        return meant(place, branches.values(), level);
    }

    private static List<Finding> meant(ChoicePlace place, Collection<List<Error>> branches, int level) {
        List<List<Error>> fitting = branches.stream()
                .filter(branch -> branch.stream().noneMatch(error -> isOfOtherKind(place, error)))
                .toList();

        if (fitting.isEmpty()) {
            return List.of(
                    noneFits(place, branches.stream().flatMap(List::stream).toList()));
        }
        if (fitting.size() == 1) {
            return simplify(fitting.getFirst(), level);
        }
        List<Error> missingInAll = missingInAll(fitting);
        if (!missingInAll.isEmpty()) {
            return missingInAll.stream().map(Finding::of).toList();
        }
        if (fitting.stream().allMatch(Choices::isOnlyMissing)) {
            return List.of(new Finding(Sentences.missingOneOf(fitting), fitting.getFirst()));
        }
        return fitting.stream()
                .map(branch -> simplify(branch, level))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** A branch is for another kind of value if its discriminator is a different one, or its type is. */
    private static boolean isOfOtherKind(ChoicePlace place, Error error) {
        return isDiscriminator(place, error) || isOtherShape(place, error);
    }

    private static boolean isDiscriminator(ChoicePlace place, Error error) {
        NodePath location = error.getInstanceLocation();
        return error.getKeyword().equals("const")
                && location.getNameCount() == place.location().getNameCount() + 1;
    }

    private static boolean isOtherShape(ChoicePlace place, Error error) {
        if (!error.getInstanceLocation().equals(place.location())) {
            return false;
        }
        return switch (error.getKeyword()) {
            case "type" -> true;
            case "enum", "const" -> error.getInstanceNode().isContainer();
            default -> false;
        };
    }

    private static Finding noneFits(ChoicePlace place, List<Error> errors) {
        List<Error> discriminators =
                errors.stream().filter(error -> isDiscriminator(place, error)).toList();
        if (!discriminators.isEmpty()) {
            return new Finding(Sentences.noneOfConstants(discriminators), discriminators);
        }
        List<Error> shapes =
                errors.stream().filter(error -> isOtherShape(place, error)).toList();
        return new Finding(Sentences.noneOfTypes(shapes), shapes);
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
}
