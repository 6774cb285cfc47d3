package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Address;
import com.automatrix.execution.lead.adf.Lead.Email;
import com.automatrix.execution.lead.adf.Lead.ExternalId;
import com.automatrix.execution.lead.adf.Lead.Odometer;
import com.automatrix.execution.lead.adf.Lead.Person;
import com.automatrix.execution.lead.adf.Lead.Phone;
import com.automatrix.execution.lead.adf.Lead.Price;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Leads that nobody has sent, each with something else in it. */
final class MadeUpLeads {

    private static final List<String> FIRST = List.of("Marie", "James", "Zoé", "Anne Sophie", "Björn", "Li");
    private static final List<String> LAST =
            List.of("Tremblay", "O'Connor", "van der Berg", "Bélanger", "Smith & Sons", "Wu");
    private static final List<String> MODELS =
            List.of("Forte", "F-150", "3 Series", "CR-V", "Model Y", "\"Sport\" 500");
    private static final List<String> COMMENTS =
            List.of("Is this still available?", "Price & payments?", "1 < 2 > 0 \"quoted\"", "Ça va?\nTwo lines");

    private final Random random;

    MadeUpLeads(long seed) {
        this.random = new Random(seed);
    }

    Lead next() {
        boolean hasEmail = random.nextBoolean();
        List<Email> emails =
                hasEmail ? List.of(new Email("customer" + random.nextInt(1000) + "@example.test", null)) : List.of();
        List<Phone> phones = hasEmail && random.nextBoolean() ? List.of() : List.of(phone());
        Person person =
                new Person(one(FIRST), one(LAST), emails, phones, random.nextBoolean() ? address() : null, null);
        boolean hasTrade = random.nextInt(3) == 0;
        return new Lead(
                OffsetDateTime.parse("2026-05-0" + (1 + random.nextInt(9)) + "T10:00:00-04:00"),
                LeadType.SALES,
                person,
                List.of(vehicle(one(List.of("BUY", "LEASE", "TEST_DRIVE")))),
                hasTrade ? List.of(vehicle("TRADE_IN")) : List.of(),
                maybe(one(COMMENTS)),
                random.nextBoolean() ? new Lead.Provider("AutoSearch", maybe("Internet leads"), maybe("77")) : null,
                random.nextBoolean()
                        ? List.of(new ExternalId("AutoSearch", "AS-" + random.nextInt(10_000)))
                        : List.of(),
                List.of(),
                null,
                List.of());
    }

    private Phone phone() {
        String digits = "514555%04d".formatted(100 + random.nextInt(9_000));
        return new Phone("+1" + digits, digits, one(List.of("VOICE", "MOBILE", "FAX")), null);
    }

    private Address address() {
        return new Address(List.of("100 Shoreline Drive"), "Lakeside", "13000", "NY", "US");
    }

    private Vehicle vehicle(String interest) {
        return new Vehicle(
                null,
                null,
                2000 + random.nextInt(27),
                one(List.of("Kia", "Ford", "BMW")),
                one(MODELS),
                maybe("EX"),
                maybe("U" + random.nextInt(9_000)),
                random.nextBoolean() ? new Odometer(1 + random.nextInt(200_000), one(List.of("KM", "MI"))) : null,
                maybe("good"),
                random.nextBoolean() ? new Price("19995.50", "USD") : null,
                interest,
                maybe("USED"));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private @Nullable String maybe(String value) {
        return random.nextBoolean() ? value : null;
    }
}
