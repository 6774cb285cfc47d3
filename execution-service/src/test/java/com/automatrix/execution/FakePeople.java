package com.automatrix.execution;

import com.automatrix.platform.people.People;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** Knows whom a test puts into a group, and nobody else. */
@Primary
public final class FakePeople implements People {

    private final Map<String, List<Person>> groups = new ConcurrentHashMap<>();

    public void put(String group, List<Person> people) {
        groups.put(group, people);
    }

    @Override
    public List<Person> in(String membership) {
        return groups.getOrDefault(membership, List.of());
    }
}
