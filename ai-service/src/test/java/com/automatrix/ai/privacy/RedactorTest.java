package com.automatrix.ai.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.privacy.PlantedSecrets.Planted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final List<String> AROUND = List.of(
            "%s",
            "Hi, is the 2021 Civic still there? %s Thanks",
            "Stock 77310, RO 20315, 61,060 miles. %s",
            "%s\n\nSent from my phone",
            "Quiero el Corolla 2022. %s Gracias.",
            "<p>%s</p>");

    @Test
    void nothing_that_was_planted_is_left() {
        assertThat(PlantedSecrets.ALL).hasSizeGreaterThanOrEqualTo(150);
        List<String> leaks = new ArrayList<>();

        for (Planted planted : PlantedSecrets.ALL) {
            for (String around : AROUND) {
                String text = around.formatted(planted.text());
                String redacted = new Redaction().redact(text);
                for (String secret : planted.secret().split("\\|", -1)) {
                    if (redacted.contains(secret)) {
                        leaks.add(planted.kind() + ": " + text + " -> " + redacted);
                    }
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void nothing_that_was_planted_can_be_put_back() {
        for (Planted planted : PlantedSecrets.ALL) {
            Redaction redaction = new Redaction();
            String restored = redaction.restore(redaction.redact(planted.text()));

            assertThat(planted.secret().split("\\|", -1)).noneMatch(restored::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is the 2021 Honda Civic, stock number 4111111, still for sale?",
                "RO 123456789 has been ready since 10:30",
                "It has 45,120 miles and costs $23,995.00, the other one $25,995.00",
                "What would payments be with 2,500 down under 500 a month?",
                "Need part number 15400-PLM-A02 for a 2018 Street Glide",
                "Part 90915-YZZD3, quantity 12, bin A-14-03",
                "Can I come on 2026-05-01 at 14:00 for a test drive?",
                "We are open 9 to 5, Monday to Friday",
                "2019 Subaru Outback 2.5i all wheel drive, 4 door",
                "Tires 225/45R18 and 35x12.50R20",
                "The odometer shows 120345 and the stock number is 3434 5656 78",
                "Invoice 20260501001, PO 4500012345",
                "Quiero saber el precio del Corolla 2022 con 30,000 millas",
                "I saw it for 18,500 once; two friends bought one",
                "Is 3.9% for 60 months possible? APR 4.25%",
                "Stock: U876-22, unit 10442, MSRP 41,250",
                "Deal 100200300400500 was delivered",
                "RO numbers 100234 100235 100236 100237",
                "My checking on the order 482130 has taken 3 weeks",
                "Mileage 12,345 23,456 34,567 45,678",
                "Prices 21,000.00 22,000.00 23,000.00 24,000.00",
            })
    void numbers_of_a_dealership_stay(String text) {
        assertThat(new Redaction().redact(text)).isEqualTo(text);
    }

    @Test
    void generated_cards_are_found_in_every_grouping_and_script() {
        Random random = new Random(20_260_501);
        for (int i = 0; i < 3_000; i++) {
            String card = card(random);
            String written = spelled(card, random);
            String text = "ok " + written + " thx";

            assertThat(new Redaction().redact(text))
                    .as(text)
                    .doesNotContain(written.substring(0, 9))
                    .contains("[removed");
        }
    }

    @Test
    void generated_social_security_numbers_are_found() {
        Random random = new Random(7);
        String[] between = {"-", " ", ".", "/", " - ", "\n", "–", "\u00a0", "\u200b-"};
        for (int i = 0; i < 2_000; i++) {
            String middle = between[random.nextInt(between.length)];
            String number = (101 + random.nextInt(560))
                    + middle
                    + (10 + random.nextInt(90))
                    + middle
                    + (1000 + random.nextInt(9000));

            String redacted = new Redaction().redact("I wrote " + number + " on it");

            assertThat(redacted).as(number).isEqualTo("I wrote [removed: ssn] on it");
        }
    }

    @Test
    void generated_stock_repair_order_mileage_and_price_numbers_are_no_cards() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            String text = switch (i % 4) {
                case 0 -> "stock number " + (1000 + random.nextInt(99_999_999));
                case 1 -> "RO " + (1000 + random.nextInt(9_999_999)) + " and RO " + (1000 + random.nextInt(9_999_999));
                case 2 -> "%,d miles for $%,d.00".formatted(random.nextInt(250_000), 900 + random.nextInt(120_000));
                default ->
                    "$%,d.00 $%,d.00 $%,d.00"
                            .formatted(random.nextInt(90_000), random.nextInt(90_000), random.nextInt(90_000));
            };

            assertThat(new Redaction().redact(text)).isEqualTo(text);
        }
    }

    @Test
    void hostile_texts_end() {
        for (String part :
                List.of("1 ", "4111 ", "a@", "a.", "my account ", "one ", "[[", "(555) ", "12 oak ", "x-", "::")) {
            assertThat(new Redaction().redact(part.repeat(1_500))).isNotNull();
        }
    }

    private static String card(Random random) {
        String[] networks = {"4", "51", "55", "2221", "34", "37", "6011", "3530", "65"};
        String network = networks[random.nextInt(networks.length)];
        int length = network.startsWith("34") || network.startsWith("37") ? 15 : 16;
        StringBuilder digits = new StringBuilder(network);
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        for (int check = 0; check < 10; check++) {
            if (DigitRun.passesLuhn(digits.toString() + check)) {
                return digits.append(check).toString();
            }
        }
        throw new IllegalStateException();
    }

    private static String spelled(String card, Random random) {
        String[] between = {"", " ", "-", ".", "\n", "\u00a0", " - ", "·"};
        String separator = between[random.nextInt(between.length)];
        int[] sizes = {1, 4, 4, 4, 2};
        int size = sizes[random.nextInt(sizes.length)];
        int zero = random.nextInt(5) == 0 ? '０' : random.nextInt(7) == 0 ? '٠' : '0';
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < card.length(); i++) {
            if (i > 0 && i % size == 0) {
                written.append(separator);
            }
            written.append((char) (zero + card.charAt(i) - '0'));
        }
        return written.toString();
    }
}
