package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bulkhead of steps that call the address in their {@code url}: its host. */
final class HostBulkhead {

    private static final int LONGEST = 253;

    private HostBulkhead() {}

    /** The host in small letters; the step's type if its address names none. */
    static String of(StepRequested request) {
        String host = request.config().get("url") instanceof String url ? host(url) : null;
        return host == null || host.length() > LONGEST ? request.type() : host.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
