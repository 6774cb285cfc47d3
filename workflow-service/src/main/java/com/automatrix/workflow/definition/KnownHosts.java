package com.automatrix.workflow.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are the dealership's own.
 *
 * @param names of hosts, or {@code *.example.com} for all below one
 */
record KnownHosts(List<String> names) {

    /** The host of an address that is fixed up to its path: what an expression gives may be any host. */
    private static final Pattern FIXED_HOST =
            Pattern.compile("(?i)https?://([a-z0-9.-]+)(?::\\d+)?(?:[/?#].*)?", Pattern.DOTALL);

    KnownHosts {
        names = List.copyOf(names);
    }

    /** Whether a step with this config sends to one of them. */
    boolean isTarget(@Nullable Object config) {
        if (!(config instanceof Map<?, ?> fields) || !(fields.get("url") instanceof String url)) {
            return false;
        }
        Matcher address = FIXED_HOST.matcher(url.strip());
        return address.matches() && isOwn(address.group(1).toLowerCase(Locale.ROOT));
    }

    private boolean isOwn(String host) {
        return names.stream()
                .anyMatch(name -> name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
    }
}
