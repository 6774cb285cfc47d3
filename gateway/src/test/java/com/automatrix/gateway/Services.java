package com.automatrix.gateway;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One server for each service behind the gateway, for all tests of this process; auth-service publishes the keys. */
public final class Services {

    private static final Map<String, Downstream> ALL = Stream.of(
                    "auth-service", "workflow-service", "execution-service", "ai-service", "template-service")
            .collect(Collectors.toMap(Function.identity(), Downstream::new));

    static {
        named("auth-service")
                .fix("/.well-known/jwks.json", Downstream.answering(200, "application/json", Tokens.publicKeys()));
    }

    private Services() {}

    public static Downstream named(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    /** Tells the gateway where they are, and where the keys are. */
    public static void register(DynamicPropertyRegistry registry) {
        registerAddresses(registry);
        registry.add("automatrix.security.jwks-url", () -> named("auth-service").url() + "/.well-known/jwks.json");
    }

    /** Tells the gateway where they are. */
    public static void registerAddresses(DynamicPropertyRegistry registry) {
        ALL.forEach((name, server) -> registry.add("automatrix.gateway.services." + name, server::url));
    }
}
