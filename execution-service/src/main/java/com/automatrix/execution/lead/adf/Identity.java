package com.automatrix.execution.lead.adf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.execution.lead.adf.Lead.Person;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a lead and a person are known again when they come a second time. */
public final class Identity {

    private static final int PERSON_LENGTH = 32;

    private Identity() {}

    /**
     * The same for the same person of a dealer, however often they write: by their first e-mail address, else their first
     * phone number, else their name.
     *
     * @param otherwise for somebody who is not known by any of these
     */
    public static String personId(String dealerId, Person person, String otherwise) {
        String known = person.emails().stream()
                .map(email -> "email " + email.value().toLowerCase(Locale.ROOT))
                .sorted()
                .findFirst()
                .or(() -> number(person).map(number -> "phone " + number))
                .or(() -> name(person).map(name -> "name " + name))
                .orElse("lead " + otherwise);
        return "p-" + hash(dealerId + "\n" + known).substring(0, PERSON_LENGTH);
    }

    /**
     * The same for a lead that is delivered again: by the provider's id, else by the day; always together with the contact
     * and the vehicle, since a provider that gives every lead the same id must not make us lose one.
     */
    public static String leadKey(Lead lead, Surroundings surroundings) {
        String contact = contact(lead.person());
        Optional<String> id = lead.externalIds().stream()
                .findFirst()
                .map(external -> "id " + Objects.requireNonNullElse(external.source(), "") + " " + external.id());
        String when = id.orElseGet(() -> "day " + day(lead, surroundings) + " "
                + (lead.person().isReachable() ? "" : Objects.requireNonNullElse(lead.comments(), "")));
        return hash(String.join("\n", contact, vehicles(lead), when).toLowerCase(Locale.ROOT));
    }

    private static String contact(Person person) {
        String ways = Stream.concat(
                        person.emails().stream().map(email -> email.value().toLowerCase(Locale.ROOT)),
                        person.phones().stream().map(Identity::number))
                .sorted()
                .collect(Collectors.joining(" "));
        return ways.isEmpty() ? name(person).orElse("") : ways;
    }

    private static Optional<String> number(Person person) {
        return person.phones().stream().map(Identity::number).findFirst();
    }

    private static String number(Lead.Phone phone) {
        return phone.e164() == null ? phone.raw().replaceAll("\\W", "") : phone.e164();
    }

    private static Optional<String> name(Person person) {
        return person.isNamed()
                ? Optional.of((person.firstName() + " " + person.lastName()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String vehicles(Lead lead) {
        List<Vehicle> vehicles = lead.vehiclesOfInterest().isEmpty() ? lead.tradeIns() : lead.vehiclesOfInterest();
        return vehicles.stream()
                .map(vehicle -> vehicle.vin() != null && !"PLACEHOLDER".equals(vehicle.vinVerdict())
                        ? vehicle.vin()
                        : vehicle.stockNumber() != null
                                ? vehicle.stockNumber()
                                : vehicle.year() + " " + vehicle.make() + " " + vehicle.model())
                .collect(Collectors.joining(", "));
    }

    private static LocalDate day(Lead lead, Surroundings surroundings) {
        Instant at = lead.requestedAt() == null
                ? surroundings.receivedAt()
                : lead.requestedAt().toInstant();
        return LocalDate.ofInstant(at, surroundings.zone());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
