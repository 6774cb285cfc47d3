package com.automatrix.workflow.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** How many steps come before each one on the longest way to it. */
final class Ranks {

    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, List<String>> targets = new HashMap<>();
    private final Map<String, Integer> undecided = new HashMap<>();

    private Ranks() {}

    /** @param links between these steps only; where they go round in a circle, which a draft may, it is cut open */
    static Map<String, Integer> of(Collection<String> ids, List<Link> links) {
        Ranks ranks = new Ranks();
        for (Link link : links) {
            ranks.targets
                    .computeIfAbsent(link.source(), source -> new ArrayList<>())
                    .add(link.target());
            ranks.undecided.merge(link.target(), 1, Integer::sum);
        }
        ranks.count(new LinkedHashSet<>(ids));
        return ranks.ranks;
    }

    private void count(Set<String> left) {
        Queue<String> ready = new ArrayDeque<>(
                left.stream().filter(id -> !undecided.containsKey(id)).toList());
        while (!left.isEmpty()) {
            if (ready.isEmpty()) {
                Iterator<String> first = left.iterator();
                ready.add(first.next());
            }
            String id = ready.remove();
            if (left.remove(id)) {
                follow(id, left, ready);
            }
        }
    }

    private void follow(String id, Set<String> left, Queue<String> ready) {
        int rank = ranks.computeIfAbsent(id, first -> 0);
        for (String target : targets.getOrDefault(id, List.of())) {
            if (left.contains(target)) {
                ranks.merge(target, rank + 1, Integer::max);
                if (undecided.merge(target, -1, Integer::sum) == 0) {
                    ready.add(target);
                }
            }
        }
    }
}
