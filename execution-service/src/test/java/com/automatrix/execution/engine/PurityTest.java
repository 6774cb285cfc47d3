package com.automatrix.execution.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The engine is a function of its arguments. */
class PurityTest {

    private static final String ENGINE = "com.automatrix.execution.engine..";

    private final JavaClasses engine = new ClassFileImporter().importPath(compiled());

    @Test
    void the_engine_knows_java_and_the_contracts_only() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ENGINE,
                        "com.automatrix.contracts..",
                        "org.jspecify.annotations..",
                        "java.lang",
                        "java.lang.runtime..",
                        "java.lang.invoke..",
                        "java.time..",
                        "java.util",
                        "java.util.function..",
                        "java.util.stream..")
                .because("its decisions must be the same whenever and wherever a history is replayed")
                .check(engine);
    }

    @Test
    void the_engine_reads_no_clock_and_draws_no_random_numbers() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class, Random.class, Thread.class)
                .because("time and randomness come in as arguments")
                .check(engine);
    }

    /** Where the engine was compiled to: its tests, which may do what they like, are elsewhere. */
    private static Path compiled() {
        try {
            URL engine = Objects.requireNonNull(ExecutionEngine.class.getResource("ExecutionEngine.class"));
            return Objects.requireNonNull(Path.of(engine.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
