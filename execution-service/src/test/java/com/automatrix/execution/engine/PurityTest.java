package com.automatrix.execution.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.automatrix.execution.correlation.Correlation;
import com.automatrix.execution.gate.Gate;
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

/** The engine, the gate and the correlation are functions of their arguments. */
class PurityTest {

    private static final String[] PURE = {
        "com.automatrix.execution.engine..", "com.automatrix.execution.gate..", "com.automatrix.execution.correlation.."
    };
    private static final String[] ALLOWED = {
        "com.automatrix.contracts..",
        "org.jspecify.annotations..",
        "java.lang",
        "java.lang.runtime..",
        "java.lang.invoke..",
        "java.nio.charset",
        "java.time..",
        "java.util",
        "java.util.function..",
        "java.util.stream.."
    };

    private final JavaClasses pure = new ClassFileImporter()
            .importPaths(compiled(ExecutionEngine.class), compiled(Gate.class), compiled(Correlation.class));

    @Test
    void the_core_knows_java_and_the_contracts_only() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PURE).or(resideInAnyPackage(ALLOWED)))
                .because("its decisions must be the same whenever and wherever a history is replayed")
                .check(pure);
    }

    @Test
    void the_core_reads_no_clock_and_draws_no_random_numbers() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
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
                .check(pure);
    }

    /** Where a class was compiled to, with its package: the tests, which may do what they like, are elsewhere. */
    private static Path compiled(Class<?> type) {
        try {
            URL file = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"));
            return Objects.requireNonNull(Path.of(file.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
