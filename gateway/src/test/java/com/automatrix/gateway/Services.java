package com.automatrix.gateway;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One server for each service behind the gateway, for all tests of this process. */
public final class Services {

    private static final Map<String, Downstream> ALL = Stream.of(
                    "auth-service", "workflow-service", "execution-service", "ai-service", "template-service")
            .collect(Collectors.toMap(Function.identity(), Downstream::new));

    private Services() {}

    public static Downstream named(String name) {
        return java.util.Objects.requireNonNull(ALL.get(name));
    }

    public static Stream<String> names() {
        return ALL.keySet().stream();
    }
}
