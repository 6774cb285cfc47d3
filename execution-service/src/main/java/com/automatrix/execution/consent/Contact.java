package com.automatrix.execution.consent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A wish to contact somebody, with all that bears on it.
 *
 * @param consent what the person has said about this channel and purpose
 * @param isSuppressed whether the address is one that nothing may be sent to
 * @param contactsToday how many marketing messages the person was sent today
 * @param zones where the person may be, likely all of them; never empty
 */
public record Contact(
        Purpose purpose,
        Channel channel,
        ConsentState consent,
        boolean isSuppressed,
        int contactsToday,
        List<ZoneId> zones,
        Instant now) {

    public Contact {
        zones = List.copyOf(zones);
    }
}
