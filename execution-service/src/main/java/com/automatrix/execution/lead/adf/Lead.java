package com.automatrix.execution.lead.adf;

import com.automatrix.contracts.json.JsonTree;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prospect of a document, in the words of the event {@code lead.received}.
 *
 * @param requestedAt when the customer asked, if the document says so
 * @param preferredChannel SMS, EMAIL or VOICE, if the document says so
 * @param notes what a person should know; no part of the event
 */
public record Lead(
        @Nullable OffsetDateTime requestedAt,
        LeadType leadType,
        Person person,
        List<Vehicle> vehiclesOfInterest,
        List<Vehicle> tradeIns,
        @Nullable String comments,
        @Nullable Provider provider,
        List<ExternalId> externalIds,
        List<Consent> consents,
        @Nullable String preferredChannel,
        List<Note> notes) {

    public Lead {
        vehiclesOfInterest = List.copyOf(vehiclesOfInterest);
        tradeIns = List.copyOf(tradeIns);
        externalIds = List.copyOf(externalIds);
        consents = List.copyOf(consents);
        notes = List.copyOf(notes);
    }

    /** Who asks. */
    public record Person(
            @Nullable String firstName,
            @Nullable String lastName,
            List<Email> emails,
            List<Phone> phones,
            @Nullable Address address,
            @Nullable String locale) {

        public Person {
            emails = List.copyOf(emails);
            phones = List.copyOf(phones);
        }

        public boolean isReachable() {
            return !emails.isEmpty() || !phones.isEmpty();
        }

        boolean isNamed() {
            return firstName != null || lastName != null;
        }
    }

    /** An address that mail can be sent to. */
    public record Email(String value, @Nullable Boolean preferred) {}

    /**
     * A number, at least as it came. Other systems may give it in E.164 only, and without its type.
     *
     * @param e164 null if it could not be read
     * @param type VOICE, MOBILE, HOME, WORK, FAX or PAGER
     */
    public record Phone(
            @Nullable String e164,
            String raw,
            String type,
            @Nullable Boolean preferred) {

        public Phone(@Nullable String e164, @Nullable String raw, @Nullable String type, @Nullable Boolean preferred) {
            String known = e164 == null ? "" : e164;
            this.e164 = e164;
            this.raw = raw == null ? known : raw;
            this.type = type == null ? "VOICE" : type;
            this.preferred = preferred;
        }
    }

    /** Where they live. */
    public record Address(
            List<String> lines,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String region,
            @Nullable String country) {

        public Address {
            lines = JsonTree.list(lines);
        }
    }

    /**
     * What they want, or have.
     *
     * @param vinVerdict whether the VIN is plausible; null without one
     * @param interest BUY, LEASE, TEST_DRIVE, SELL or TRADE_IN
     */
    public record Vehicle(
            @Nullable String vin,
            @Nullable String vinVerdict,
            @Nullable Integer year,
            @Nullable String make,
            @Nullable String model,
            @Nullable String trim,
            @Nullable String stockNumber,
            @Nullable Odometer odometer,
            @Nullable String condition,
            @Nullable Price price,
            @Nullable String interest,
            @Nullable String status) {

        boolean isNamed() {
            return vin != null || year != null || make != null || model != null || stockNumber != null;
        }

        /** What stands among the trade-ins is one, unless it says that it is to be sold. */
        Vehicle asTradeIn() {
            return interest != null
                    ? this
                    : new Vehicle(
                            vin,
                            vinVerdict,
                            year,
                            make,
                            model,
                            trim,
                            stockNumber,
                            odometer,
                            condition,
                            price,
                            "TRADE_IN",
                            status);
        }

        Vehicle withStockNumber(String stock) {
            return new Vehicle(
                    vin, vinVerdict, year, make, model, trim, stock, odometer, condition, price, interest, status);
        }
    }

    /** How far it has been driven, in KM or MI. */
    public record Odometer(int value, String unit) {}

    /** A decimal number as text, and an ISO 4217 code. */
    public record Price(String amount, String currency) {}

    /** Who originated the lead. */
    public record Provider(
            String name, @Nullable String service, @Nullable String id) {}

    /** The lead's id in another system. */
    public record ExternalId(@Nullable String source, String id) {}

    /** What the document says about consent; the evidence is its own words. */
    public record Consent(String channel, String purpose, String state, String evidence) {}
}
