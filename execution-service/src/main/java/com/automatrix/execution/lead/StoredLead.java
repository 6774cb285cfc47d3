package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.Lead;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import com.automatrix.execution.lead.adf.Note;
import com.automatrix.execution.lead.adf.Repair;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it is stored, or a document in which there is none.
 *
 * @param quality CLEAN, REPAIRED, DEGRADED or UNREADABLE
 * @param because why no lead could be recognised
 * @param event the data of its event; null if no lead could be recognised
 * @param key by which it is known again
 */
record StoredLead(
        UUID id,
        String dealerId,
        String quality,
        @Nullable String because,
        List<Repair> repairs,
        List<Note> notes,
        @Nullable LeadReceived event,
        String key) {

    static final String UNREADABLE = "UNREADABLE";
    private static final int LONGEST_SEARCH = 2_000;

    StoredLead {
        repairs = List.copyOf(repairs);
        notes = List.copyOf(notes);
    }

    /** Who asks, in one line. */
    String title() {
        if (event == null) {
            return "";
        }
        LeadReceived.KnownPerson person = event.person();
        String name = joined(Stream.of(person.firstName(), person.lastName()), " ");
        if (!name.isEmpty()) {
            return name;
        }
        return Stream.concat(
                        person.emails().stream().map(Lead.Email::value),
                        person.phones().stream().map(Lead.Phone::raw))
                .findFirst()
                .orElse("");
    }

    /** What it is about, in one line. */
    String vehicle() {
        if (event == null) {
            return "";
        }
        return Stream.concat(event.vehiclesOfInterest().stream(), event.tradeIns().stream())
                .findFirst()
                .map(StoredLead::name)
                .orElse("");
    }

    private static String name(Vehicle vehicle) {
        String name = joined(Stream.of(vehicle.year(), vehicle.make(), vehicle.model(), vehicle.trim()), " ");
        return name.isEmpty() ? joined(Stream.of(vehicle.stockNumber(), vehicle.vin()), " ") : name;
    }

    /** What a search by words looks at. */
    String search() {
        if (event == null) {
            return "";
        }
        LeadReceived.KnownPerson person = event.person();
        String words = Stream.of(
                        Stream.of(title(), vehicle()),
                        person.emails().stream().map(Lead.Email::value),
                        person.phones().stream().flatMap(phone -> Stream.of(phone.e164(), phone.raw())),
                        event.externalIds().stream().map(Lead.ExternalId::id),
                        event.vehiclesOfInterest().stream()
                                .flatMap(vehicle -> Stream.of(vehicle.vin(), vehicle.stockNumber())))
                .flatMap(parts -> parts)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
    }

    private static String joined(Stream<?> parts, String separator) {
        return parts.filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(separator));
    }
}
