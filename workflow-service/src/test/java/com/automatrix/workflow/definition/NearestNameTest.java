package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("classify", "call", "nurture");

    @Test
    void a_typo_finds_the_name_that_was_meant() {
        assertThat(NearestName.to("clasify", KNOWN)).contains("classify");
        assertThat(NearestName.to("Nurture", KNOWN)).contains("nurture");
        assertThat(NearestName.suggestion("cal", KNOWN)).isEqualTo(" Did you mean \"call\"?");
    }

    @Test
    void something_else_entirely_finds_nothing() {
        assertThat(NearestName.to("approval", KNOWN)).isEmpty();
        assertThat(NearestName.suggestion("approval", KNOWN)).isEmpty();
    }
}
