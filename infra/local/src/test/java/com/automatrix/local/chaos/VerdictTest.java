package com.automatrix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void attempts_and_repeated_requests_are_no_fault() {
        assertThat(new Verdict(100, 0, 0, 0, 0, 7, 3, 2).isGood()).isTrue();
    }

    @Test
    void whatever_is_lost_stuck_applied_twice_or_wrong_is_one() {
        assertThat(new Verdict(100, 1, 0, 0, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new Verdict(100, 0, 1, 0, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new Verdict(100, 0, 0, 1, 0, 0, 0, 2).isGood()).isFalse();
        assertThat(new Verdict(100, 0, 0, 0, 1, 0, 0, 2).isGood()).isFalse();
    }

    @Test
    void it_is_told_as_a_table() {
        assertThat(new Verdict(3757, 0, 0, 0, 0, 578, 12, 5)).hasToString("""
                started | lost | stuck | applied twice | wrong end | re-requests | start errors | kills
                ------- | ---- | ----- | ------------- | --------- | ----------- | ------------ | -----
                   3757 |    0 |     0 |             0 |         0 |         578 |           12 |     5""");
    }
}
