package com.automatrix.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What to do about topics with fewer partitions than topics.txt says.
 *
 * @param grown the topics that get more, with how many they have then
 * @param left a sentence for each that stays as it is
 */
record TopicGrowth(Map<String, Integer> grown, List<String> left) {
    /** Never grown: execution-service keeps each execution with the partition of its key. */
    static final Set<String> PINNED = Set.of("execution-commands", "step-completed");

    TopicGrowth {
        grown = Map.copyOf(grown);
        left = List.copyOf(left);
    }

    /** @param existing the partitions of each topic that the broker has */
    static TopicGrowth of(List<TopicList.Topic> topics, Map<String, Integer> existing) {
        Predicate<TopicList.Topic> isPinned = topic -> PINNED.contains(topic.name());
        var smaller = topics.stream()
                .filter(topic -> existing.getOrDefault(topic.name(), topic.partitions()) < topic.partitions())
                .toList();
        return new TopicGrowth(
                smaller.stream()
                        .filter(isPinned.negate())
                        .collect(Collectors.toMap(TopicList.Topic::name, TopicList.Topic::partitions)),
                smaller.stream()
                        .filter(isPinned)
                        .map(topic -> sentence(topic, existing.getOrDefault(topic.name(), 0)))
                        .toList());
    }

    private static String sentence(TopicList.Topic topic, int existing) {
        return "Expected %s to have %d partitions, as infra/kafka/topics.txt says, but in the data folder it has %d; left so."
                .formatted(topic.name(), topic.partitions(), existing);
    }
}
