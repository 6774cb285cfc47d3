package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When each step runs and each of its handles fires, whatever the steps decide. The handles of a step exclude each other,
 * except the cases of a switch and those of steps that other systems run; two conditions of the same text, within one
 * container, decide the same. A step that fails without anybody taking its error ends what it is in, so that it fires for
 * all that follows it.
 */
final class RunConditions {

    private static final String ERROR = "error";
    private static final String DEFAULT = "default";

    /** The category of the steps that other systems run. */
    static final String EXTERNAL = "external";

    private static final Set<String> CHANGING = Set.of("$now", "$millis");

    private final Draft draft;
    private final Graph graph;
    private final StepTypes types;
    private final Decisions decisions = new Decisions();
    private final Map<String, Integer> questions = new HashMap<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, Map<String, Integer>> handles = new HashMap<>();
    private final Map<String, Integer> whole = new HashMap<>();
    private final boolean hasEarlyJoin;

    private RunConditions(Draft draft, Graph graph, StepTypes types) {
        this.draft = draft;
        this.graph = graph;
        this.types = types;
        this.hasEarlyJoin = draft.nodes().stream().anyMatch(DraftNode::joinsEarly);
        Map<String, Set<String>> used = draft.edges().stream()
                .collect(Collectors.groupingBy(
                        DraftEdge::source, Collectors.mapping(DraftEdge::handle, Collectors.toSet())));
        for (DraftNode node : graph.inOrder()) {
            int runs = runsInside(node);
            inside.put(node.id(), runs);
            handles.put(node.id(), handles(node, runs, used.getOrDefault(node.id(), Set.of())));
        }
    }

    static RunConditions of(Draft draft, Graph graph, StepTypes types) {
        return new RunConditions(draft, graph, types);
    }

    boolean canRun(String id) {
        return runs(id) != Decisions.NEVER;
    }

    /** Whether a step runs only when at least one of these handles has fired, and so after it. */
    boolean runsOnlyAfter(String id, List<HandleOf> fired) {
        int any = fired.stream().map(this::fires).reduce(Decisions.NEVER, decisions::or);
        return decisions.implies(runs(id), any);
    }

    /** A handle of a step. */
    record HandleOf(String step, String handle) {}

    /** How many of the edges that lead to a step can be TAKEN in one execution, up to a number. */
    int mostTaken(String id, int upTo) {
        List<Integer> counts = decisions.atLeast(upTo, taken(id));
        int most = upTo;
        while (counts.get(most) == Decisions.NEVER) {
            most--;
        }
        return most;
    }

    private int fires(HandleOf fired) {
        Integer handle = handles.getOrDefault(fired.step(), Map.of()).get(fired.handle());
        DraftNode node = draft.node(fired.step());
        return handle == null || node == null ? Decisions.NEVER : decisions.and(around(node), handle);
    }

    private int runs(String id) {
        Integer known = whole.get(id);
        if (known != null) {
            return known;
        }
        DraftNode node = draft.node(id);
        Integer runs = inside.get(id);
        int result = node == null || runs == null ? decisions.question() : decisions.and(around(node), runs);
        whole.put(id, result);
        return result;
    }

    /** When the containers around a step run. */
    private int around(DraftNode node) {
        int result = Decisions.ALWAYS;
        Set<String> seen = new HashSet<>();
        String parent = node.parent();
        while (parent != null && inside.containsKey(parent) && seen.add(parent)) {
            result = decisions.and(result, inside.getOrDefault(parent, Decisions.ALWAYS));
            DraftNode container = draft.node(parent);
            parent = container == null ? null : container.parent();
        }
        return result;
    }

    private int runsInside(DraftNode node) {
        List<Integer> taken = taken(node.id());
        if (taken.isEmpty()) {
            return Decisions.ALWAYS;
        }
        int atLeast = node.atLeast();
        return atLeast > taken.size()
                ? Decisions.NEVER
                : decisions.atLeast(atLeast, taken).get(atLeast);
    }

    private List<Integer> taken(String id) {
        List<Integer> taken = new ArrayList<>();
        for (DraftEdge edge : graph.edgesTo(id)) {
            Integer fires = handles.getOrDefault(edge.source(), Map.of()).get(edge.handle());
            taken.add(fires == null ? decisions.question() : fires);
        }
        return taken;
    }

    private Map<String, Integer> handles(DraftNode node, int runs, Set<String> used) {
        Optional<StepType> type = types.find(node.type());
        if (type.isEmpty()) {
            return Map.of();
        }
        return switch (node.type()) {
            case "flow.if" -> ofIf(node, runs);
            case "flow.switch" -> ofSwitch(node, runs);
            default -> {
                List<String> named = type.get().handlesFor(node.plainConfig());
                boolean isFree = type.get().category().equals(EXTERNAL) && named.size() > 2;
                yield isFree ? anyOf(runs, named, used) : oneOf(node, runs, named, used);
            }
        };
    }

    private Map<String, Integer> ofIf(DraftNode node, int runs) {
        int condition = question(node, node.config().get("condition"));
        return Map.of("true", decisions.and(runs, condition), "false", decisions.and(runs, decisions.not(condition)));
    }

    private Map<String, Integer> ofSwitch(DraftNode node, int runs) {
        Map<String, Integer> result = new LinkedHashMap<>();
        int none = runs;
        if (node.config().get("cases") instanceof List<?> cases) {
            for (Object each : cases) {
                if (each instanceof Map<?, ?> one && one.get("handle") instanceof String handle) {
                    int holds = question(node, one.get("when"));
                    result.merge(handle, decisions.and(runs, holds), decisions::or);
                    none = decisions.and(none, decisions.not(holds));
                }
            }
        }
        result.put(DEFAULT, none);
        return result;
    }

    /** Exactly one of the handles fires; those that nothing follows count as one, and an error that nobody takes as none. */
    private Map<String, Integer> oneOf(DraftNode node, int runs, List<String> named, Set<String> used) {
        List<String> followed = named.stream().filter(used::contains).toList();
        boolean mayGoElsewhere = named.stream().anyMatch(handle -> !used.contains(handle) && !handle.equals(ERROR))
                || (!named.contains("out")
                        && !used.contains(ERROR)
                        && "CONTINUE".equals(node.fields().get("onError")));
        Map<String, Integer> result = new LinkedHashMap<>();
        int rest = runs;
        for (int index = 0; index < followed.size(); index++) {
            boolean isLast = index == followed.size() - 1 && !mayGoElsewhere;
            int chosen = isLast ? Decisions.ALWAYS : decisions.question();
            result.put(followed.get(index), decisions.and(rest, chosen));
            rest = decisions.and(rest, decisions.not(chosen));
        }
        return result;
    }

    private Map<String, Integer> anyOf(int runs, List<String> named, Set<String> used) {
        int fails = used.contains(ERROR) ? decisions.question() : Decisions.NEVER;
        int works = decisions.and(runs, decisions.not(fails));
        Map<String, Integer> result = new LinkedHashMap<>();
        named.stream()
                .filter(used::contains)
                .forEach(handle -> result.put(
                        handle,
                        handle.equals(ERROR)
                                ? decisions.and(runs, fails)
                                : decisions.and(works, decisions.question())));
        return result;
    }

    /** The same condition gives the same answer as long as what it reads stays the same. */
    private int question(DraftNode node, @Nullable Object condition) {
        if (!(condition instanceof String text) || mayChange(text)) {
            return decisions.question();
        }
        return questions.computeIfAbsent(node.parent() + " " + text.strip(), unknown -> decisions.question());
    }

    /** A step that runs before all that leads to it is decided may not see yet what another one sees. */
    private boolean mayChange(String condition) {
        return CHANGING.stream().anyMatch(condition::contains) || (hasEarlyJoin && condition.contains(Sight.STEPS));
    }
}
