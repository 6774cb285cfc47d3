package com.automatrix.execution.consent;

import com.automatrix.platform.problem.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose consent it is about: a person's, an address's, or both. */
record Who(@Nullable String personId, @Nullable String address) {

    /** @throws Invalid with {@code consent.nobody} if neither is given, {@code consent.bad-address} if it is no address */
    static Who of(@Nullable String personId, @Nullable String address) {
        String person = personId == null || personId.isBlank() ? null : personId.strip();
        if (address == null || address.isBlank()) {
            if (person == null) {
                throw new Invalid("consent.nobody", "Expected a personId or an address, but got neither.");
            }
            return new Who(person, null);
        }
        String normal = Stream.of(Channel.EMAIL, Channel.SMS)
                .map(channel -> Addresses.normal(channel, address))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "consent.bad-address", "Expected an e-mail address or a phone number, but it is neither."));
        return new Who(person, normal);
    }

    /** @throws Invalid with {@code consent.bad-address} if the channel does not reach the address */
    Who requireReachedBy(Channel channel) {
        if (address != null && Addresses.normal(channel, address).isEmpty()) {
            throw new Invalid(
                    "consent.bad-address",
                    "Expected %s for the channel %s, but the address is none."
                            .formatted(channel == Channel.EMAIL ? "an e-mail address" : "a phone number", channel));
        }
        return this;
    }

    String idOrNothing() {
        return personId == null ? "" : personId;
    }

    String addressOrNothing() {
        return address == null ? "" : address;
    }

    List<String> addresses() {
        return address == null ? List.of() : List.of(address);
    }
}
