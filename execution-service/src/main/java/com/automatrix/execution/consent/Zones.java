package com.automatrix.execution.consent;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time zones in which a person may be: as their record says, else of their address, else of their area code,
 * else the dealership's.
 */
final class Zones {

    private Zones() {}

    static List<ZoneId> of(Map<?, ?> person, @Nullable String phone, ContactPolicy policy, Instant now) {
        return Stream.of(told(person), ofAddress(person), ofPhone(phone))
                .filter(zones -> !zones.isEmpty())
                .findFirst()
                // What is everywhere is nowhere: a toll-free number, say.
                .filter(zones -> ContactHours.next(zones, policy, now).isPresent())
                .orElseGet(() -> List.of(policy.zone()));
    }

    static @Nullable ZoneId parse(@Nullable Object text) {
        try {
            return text == null ? null : ZoneId.of(text.toString());
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static List<ZoneId> told(Map<?, ?> person) {
        ZoneId zone = parse(person.get("timeZone"));
        return zone == null ? List.of() : List.of(zone);
    }

    private static List<ZoneId> ofAddress(Map<?, ?> person) {
        return person.get("address") instanceof Map<?, ?> address
                ? RegionZones.of(
                        text(address.get("country")), text(address.get("region")), text(address.get("postalCode")))
                : List.of();
    }

    private static List<ZoneId> ofPhone(@Nullable String phone) {
        if (phone == null) {
            return List.of();
        }
        try {
            return PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(phone, null))
                    .stream()
                    .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                    .flatMap(zone -> Optional.ofNullable(parse(zone)).stream())
                    .distinct()
                    .toList();
        } catch (NumberParseException noNumber) {
            return List.of();
        }
    }

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("").strip();
    }
}
