package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsSegmentsTest {

    @Test
    void a_plain_text_is_cut_after_160_characters_and_then_after_153() {
        assertThat(SmsSegments.count("")).isEqualTo(1);
        assertThat(SmsSegments.count("x".repeat(160))).isEqualTo(1);
        assertThat(SmsSegments.count("x".repeat(161))).isEqualTo(2);
        assertThat(SmsSegments.count("x".repeat(306))).isEqualTo(2);
        assertThat(SmsSegments.count("x".repeat(307))).isEqualTo(3);
    }

    @Test
    void some_characters_take_two_places_and_are_not_cut() {
        assertThat(SmsSegments.count("€".repeat(80))).isEqualTo(1);
        assertThat(SmsSegments.count("€".repeat(81))).isEqualTo(2);
        assertThat(SmsSegments.count("€".repeat(152))).isEqualTo(2);
        assertThat(SmsSegments.count("€".repeat(153))).isEqualTo(3);
    }

    @Test
    void one_other_character_makes_the_whole_text_longer() {
        assertThat(SmsSegments.isSevenBit("Ça coûte 5 €")).isFalse();
        assertThat(SmsSegments.count("ł" + "x".repeat(69))).isEqualTo(1);
        assertThat(SmsSegments.count("ł" + "x".repeat(70))).isEqualTo(2);
        assertThat(SmsSegments.count("🚗".repeat(35))).isEqualTo(1);
        assertThat(SmsSegments.count("🚗".repeat(66))).isEqualTo(2);
        assertThat(SmsSegments.count("🚗".repeat(67))).isEqualTo(3);
    }
}
