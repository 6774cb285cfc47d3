package com.automatrix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadVerdictTest {
    @Test
    void repeated_requests_and_redelivered_records_are_no_fault() {
        assertThat(new LeadVerdict(100, 0, 0, 0, 0, 7, 3, 2).isGood()).isTrue();
    }

    @Test
    void whatever_is_refused_lost_doubled_or_not_listed_is_one_and_so_is_an_idle_run() {
        assertThat(new LeadVerdict(100, 1, 0, 0, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new LeadVerdict(100, 0, 1, 0, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new LeadVerdict(100, 0, 0, 1, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new LeadVerdict(100, 0, 0, 0, 1, 0, 0, 2).isGood()).isFalse();
        assertThat(new LeadVerdict(0, 0, 0, 0, 0, 0, 0, 2).isGood()).isFalse();
    }

    @Test
    void it_is_told_as_a_table() {
        assertThat(new LeadVerdict(166, 0, 0, 0, 0, 2, 12, 5))
                .asString()
                .contains("accepted | refused | lost | two events | not listed | redelivered | errors | kills")
                .contains("166");
    }
}
