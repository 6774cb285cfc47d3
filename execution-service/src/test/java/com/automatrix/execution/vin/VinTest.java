package com.automatrix.execution.vin;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.vin.ModelYears.Basis;
import com.automatrix.execution.vin.ModelYears.Weight;
import com.automatrix.execution.vin.Vin.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VinTest {

    private static final String CHARACTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final String CHECK_DIGITS = "0123456789X";
    private static final List<String> EQUAL_VALUES =
            List.of("AJ1", "BKS2", "CLT3", "DMU4", "ENV5", "FW6", "GPX7", "HY8", "RZ9", "0");
    private static final int THIS_YEAR = 2026;

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715", "1HGCM82633A004352"})
    void a_right_check_digit_is_valid(String text) {
        Vin vin = Vin.of(text);

        assertThat(vin.verdict()).isEqualTo(Verdict.VALID);
        assertThat(vin.isSuspect()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1HGCM82633A004353, CHECK_DIGIT",
        "00000000000000000, PLACEHOLDER",
        "XXXXXXXXXXXXXXXXX, PLACEHOLDER",
        "0000000000, PLACEHOLDER",
        "N/A, PLACEHOLDER",
        "not available, PLACEHOLDER",
        "1HGCM82633A00435, LENGTH",
        "1HGCM82633A0043522, LENGTH",
        "'', LENGTH",
        "IHGCM82633A004352, CHARACTER",
        "1HGCM82633AOO4352, CHARACTER",
        "1HGCM82633Q004352, CHARACTER",
        "1HGCM82633A00435é, CHARACTER"
    })
    void what_is_wrong_has_a_name(String text, Verdict expected) {
        Vin vin = Vin.of(text);

        assertThat(vin.verdict()).isEqualTo(expected);
        assertThat(vin.isSuspect()).isTrue();
    }

    @Test
    void blanks_dashes_and_case_do_not_count() {
        assertThat(Vin.of(" 1hgcm-8263\u20133a\u00a0004352\n").value()).isEqualTo("1HGCM82633A004352");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WP0ZZZ99ZTS392124", "WBY1Z21060V307911"})
    void a_european_maker_need_not_have_a_check_digit(String text) {
        Vin vin = Vin.of(text);

        assertThat(vin.verdict()).isEqualTo(Verdict.CHECK_DIGIT);
        assertThat(vin.checkDigitApplies()).isFalse();
        assertThat(vin.isSuspect()).isFalse();
        assertThat(vin.parts().orElseThrow().country()).contains("DE");
    }

    @Test
    void the_one_exception_that_was_granted_is_told_and_kept() {
        Vin vin = Vin.of("KMTGE4S1PRU008162");

        assertThat(vin.verdict()).isEqualTo(Verdict.CHECK_DIGIT);
        assertThat(vin.parts()).isPresent();
    }

    @Test
    void a_chinese_maker_has_to_get_it_right() {
        assertThat(Vin.of("LSVAM4187C2184847").checkDigitApplies()).isTrue();
    }

    @Test
    void every_wrong_character_is_found_but_one_of_equal_value() {
        Random random = new Random(565);
        for (int round = 0; round < 200; round++) {
            String vin = valid(random);
            for (int position = 0; position < Vin.LENGTH; position++) {
                for (int index = 0; index < CHARACTERS.length(); index++) {
                    char other = CHARACTERS.charAt(index);
                    String changed = vin.substring(0, position) + other + vin.substring(position + 1);
                    boolean same = position == Vin.CHECK_DIGIT_AT
                            ? other == vin.charAt(position)
                            : equal(other, vin.charAt(position));
                    assertThat(Vin.of(changed).verdict())
                            .as("%s instead of %s", changed, vin)
                            .isEqualTo(same ? Verdict.VALID : Verdict.CHECK_DIGIT);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1HGCM82633A004352, NORTH_AMERICA, US",
        "2HGCM82633A004352, NORTH_AMERICA, CA",
        "3HGCM82633A004352, NORTH_AMERICA, MX",
        "7FGCM82633A004352, NORTH_AMERICA, US",
        "7AGCM82633A004352, OCEANIA, NZ",
        "6HGCM82633A004352, OCEANIA, AU",
        "93GCM82633A004352, SOUTH_AMERICA, BR",
        "8XGCM82633A004352, SOUTH_AMERICA,",
        "JHGCM82633A004352, ASIA, JP",
        "KMGCM82633A004352, ASIA, KR",
        "WVGCM82633A004352, EUROPE, DE",
        "SJGCM82633A004352, EUROPE, GB",
        "TMGCM82633A004352, EUROPE, CZ",
        "T1GCM82633A004352, EUROPE, PT",
        "AHGCM82633A004352, AFRICA, ZA",
        "0HGCM82633A004352, UNASSIGNED,"
    })
    void the_first_characters_name_region_and_country(String text, VinRegion region, String country) {
        VinParts parts = Vin.of(text).parts().orElseThrow();

        assertThat(parts.region()).isEqualTo(region);
        assertThat(parts.country().orElse(null)).isEqualTo(country);
    }

    @Test
    void its_positions_are_told() {
        VinParts parts = Vin.of("1HGCM82633A004352").parts().orElseThrow();

        assertThat(parts.wmi()).isEqualTo("1HG");
        assertThat(parts.maker()).isEqualTo("1HG");
        assertThat(parts.plant()).isEqualTo("A");
        assertThat(parts.serial()).isEqualTo("004352");
        assertThat(parts.withoutSerial()).isEqualTo("1HGCM82633A******");
    }

    @Test
    void a_small_maker_is_named_by_six_characters() {
        VinParts parts = Vin.of("1F9CM82633A123352").parts().orElseThrow();

        assertThat(parts.isSmallMaker()).isTrue();
        assertThat(parts.maker()).isEqualTo("1F9123");
        assertThat(parts.serial()).isEqualTo("352");
    }

    @Test
    void a_digit_in_position_7_proves_an_early_year_of_a_light_vehicle_only() {
        assertThat(years("1HGCM82633A004352", Weight.LIGHT))
                .isEqualTo(new ModelYears(List.of(2003), Basis.PROVEN_BY_POSITION_7));
        assertThat(years("1M8GDM9AXKP042788", Weight.HEAVY))
                .isEqualTo(new ModelYears(List.of(2019, 1989), Basis.CODE_ONLY));
        assertThat(years("1M8GDM9AXKP042788", Weight.UNKNOWN))
                .isEqualTo(new ModelYears(List.of(1989, 2019), Basis.SUGGESTED_BY_POSITION_7));
    }

    @Test
    void a_letter_in_position_7_only_suggests_a_late_year() {
        // A car of 2001: the year that a letter suggests is still to come, so only the right one is left.
        assertThat(years("3C4FY4BB71T283350", Weight.LIGHT))
                .isEqualTo(new ModelYears(List.of(2001), Basis.ONLY_ONE_SO_FAR));
        assertThat(Vin.of("3C4FY4BB71T283350").parts().orElseThrow().modelYears(Weight.LIGHT, 2032))
                .isEqualTo(new ModelYears(List.of(2031, 2001), Basis.SUGGESTED_BY_POSITION_7));
    }

    @Test
    void a_position_10_without_a_code_gives_no_year() {
        assertThat(years("WBY1Z21060V307911", Weight.LIGHT)).isEqualTo(new ModelYears(List.of(), Basis.NONE));
    }

    private static ModelYears years(String vin, Weight weight) {
        return Vin.of(vin).parts().orElseThrow().modelYears(weight, THIS_YEAR + 1);
    }

    private static boolean equal(char one, char other) {
        return EQUAL_VALUES.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
    }

    /** One of the eleven check digits fits whatever the other characters are. */
    private static String valid(Random random) {
        StringBuilder text = new StringBuilder();
        for (int position = 0; position < Vin.LENGTH; position++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        for (int digit = 0; digit < CHECK_DIGITS.length(); digit++) {
            text.setCharAt(Vin.CHECK_DIGIT_AT, CHECK_DIGITS.charAt(digit));
            if (Vin.of(text.toString()).verdict() == Verdict.VALID) {
                return text.toString();
            }
        }
        throw new AssertionError("Expected a check digit for " + text + ", but none fits.");
    }
}
