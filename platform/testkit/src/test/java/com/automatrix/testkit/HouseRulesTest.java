package com.automatrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.sample.Offender;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages("com.automatrix.sample");

    @Test
    void what_reads_the_clock_is_found() {
        assertThat(offencesAgainst(HouseRules.TIME_IS_INJECTED))
                .hasSize(1)
                .first()
                .asString()
                .contains("Offender.now()");
    }

    @Test
    void what_makes_ids_or_sleeps_is_found() {
        assertThat(offencesAgainst(HouseRules.IDS_ARE_INJECTED)).hasSize(1);
        assertThat(offencesAgainst(HouseRules.NOBODY_SLEEPS)).hasSize(1);
    }

    @Test
    void field_injection_and_changing_globals_are_found() {
        assertThat(offencesAgainst(HouseRules.DEPENDENCIES_COME_BY_CONSTRUCTOR)).hasSize(1);
        assertThat(offencesAgainst(HouseRules.NO_CHANGING_GLOBALS)).hasSize(1);
    }

    @Test
    void a_public_controller_and_an_empty_name_are_found() {
        assertThat(offencesAgainst(HouseRules.DOORS_ARE_PACKAGE_PRIVATE)).hasSize(1);
        assertThat(offencesAgainst(HouseRules.NAMES_SAY_WHAT_A_CLASS_IS_FOR)).hasSize(1);
    }

    @Test
    void printing_is_found() {
        assertThat(offencesAgainst(HouseRules.LOGS_GO_THROUGH_SLF4J)).isNotEmpty();
    }

    @Test
    void nothing_honest_is_found() {
        var honest = new ClassFileImporter()
                .importPackages("com.automatrix.sample")
                .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "honest", type -> !type.getFullName().startsWith(Offender.class.getName())));

        assertThat(honest).isNotEmpty();
        assertThat(HouseRules.TIME_IS_INJECTED.evaluate(honest).hasViolation()).isFalse();
        assertThat(HouseRules.NO_CHANGING_GLOBALS.evaluate(honest).hasViolation())
                .isFalse();
    }

    private static List<String> offencesAgainst(ArchRule rule) {
        return rule.evaluate(SAMPLE).getFailureReport().getDetails();
    }
}
