package com.automatrix.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * The rules that hold in every module. A module's test says:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.automatrix.auth", importOptions = ImportOption.DoNotIncludeTests.class)
 * class HouseRulesTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    private static final DescribedPredicate<JavaClass> OUTSIDE_PLATFORM = not(resideInAPackage(
                            "com.automatrix.platform..")
                    .or(resideInAPackage("com.automatrix.testkit..")))
            .as("outside of the platform");

    @ArchTest
    public static final ArchRule TIME_IS_INJECTED = noClasses()
            .that(OUTSIDE_PLATFORM)
            .should()
            .callMethodWhere(readsTheClock())
            .because("a test must be able to move the clock: inject an InstantSource")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule IDS_ARE_INJECTED = noClasses()
            .that(OUTSIDE_PLATFORM)
            .should()
            .callMethod(java.util.UUID.class, "randomUUID")
            .because("ids sort by time and a test must be able to decide them: inject Ids")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOBODY_SLEEPS = noClasses()
            .that(OUTSIDE_PLATFORM)
            .should()
            .callMethodWhere(sleeps())
            .because("a sleep is too long on a quiet machine and too short on a busy one: await a condition")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("an object is whole once it is constructed, and a test can construct it without Spring")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DOORS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .or()
            .areAnnotatedWith("org.springframework.stereotype.Controller")
            .or()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .or()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should()
            .notBePublic()
            .because("controllers, entities and repositories are details of their feature")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule LISTENERS_ARE_PACKAGE_PRIVATE = methods()
            .that()
            .areAnnotatedWith("org.springframework.kafka.annotation.KafkaListener")
            .should()
            .beDeclaredInClassesThat()
            .areNotPublic()
            .because("only the broker calls a listener")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SERVICES_HOLD_THE_TRANSACTIONS = classes()
            .that()
            .areAnnotatedWith("org.springframework.transaction.annotation.Transactional")
            .should()
            .haveSimpleNameEndingWith("Service")
            .because("a reader must know where a transaction begins and ends")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SERVICES_HOLD_THE_TRANSACTIONAL_METHODS = methods()
            .that()
            .areAnnotatedWith("org.springframework.transaction.annotation.Transactional")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .because("a reader must know where a transaction begins and ends")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Dto|DTO)")
            .because("such a name says nothing: use the word of the domain")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..", "..shared..", "..util..", "..helper..", "..impl..", "..dto..", "..controller..")
            .because("packages are named after features, not after layers")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ONE_JACKSON = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("Jackson 3 is tools.jackson; version 2 is only there for libraries")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule LOGS_GO_THROUGH_SLF4J = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("every log line carries its correlation id")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_CHANGING_GLOBALS = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("what changes belongs to an object that somebody owns")
            .allowEmptyShould(true);

    private HouseRules() {}

    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return DescribedPredicate.describe("reads the clock of the machine", call -> {
            var owner = call.getTargetOwner().getFullName();
            var name = call.getName();
            return (CLOCKS.contains(owner) && "now".equals(name) && readsSystemClock(call))
                    || ("java.time.Clock".equals(owner) && name.startsWith("system"))
                    || ("java.time.InstantSource".equals(owner) && "system".equals(name))
                    || ("java.lang.System".equals(owner) && "currentTimeMillis".equals(name));
        });
    }

    // now(clock) takes the time as an argument.
    private static boolean readsSystemClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static DescribedPredicate<JavaCall<?>> sleeps() {
        var owners = Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit");
        return DescribedPredicate.describe(
                "sleeps",
                call -> "sleep".equals(call.getName())
                        && owners.contains(call.getTargetOwner().getFullName()));
    }
}
