package com.automatrix.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The six services, their place above the base port and the memory they get on a laptop. */
public enum ServiceName {
    // Every request passes the gateway and every event the engine: they keep the second compiler, which makes a start
    // no slower but what runs for long.
    GATEWAY("gateway", 0, "-Xmx160m"),
    AUTH("auth-service", 1, "-XX:TieredStopAtLevel=1 -Xmx160m"),
    WORKFLOW("workflow-service", 2, "-XX:TieredStopAtLevel=1 -Xmx160m"),
    EXECUTION("execution-service", 3, "-Xmx384m"),
    AI("ai-service", 4, "-XX:TieredStopAtLevel=1 -Xmx256m"),
    TEMPLATE("template-service", 5, "-XX:TieredStopAtLevel=1 -Xmx160m");

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC");

    private final String text;
    private final int offset;
    private final String ownOptions;

    ServiceName(String text, int offset, String ownOptions) {
        this.text = text;
        this.offset = offset;
        this.ownOptions = ownOptions;
    }

    /** The name of the module, the process and the log file. */
    public String text() {
        return text;
    }

    /** The service of that module name. */
    public static ServiceName of(String text) {
        return Arrays.stream(values())
                .filter(name -> name.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new Failure("Expected one of "
                        + Arrays.stream(values()).map(ServiceName::text).collect(Collectors.joining(", "))
                        + ", but got \"" + text + "\"."));
    }

    int offset() {
        return offset;
    }

    /** Flags of the JVM; an AOT cache serves only the flags that it was made with. */
    List<String> jvmOptions() {
        return Stream.concat(COMMON.stream(), Stream.of(ownOptions.split(" ", -1)))
                .toList();
    }
}
