package com.automatrix.execution.outgoing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hosts that steps may call, as the dealership's settings name them. Asked anew for each request and redirect. */
@FunctionalInterface
public interface AllowedHosts {

    boolean allow(String host);

    /** Host names, and {@code *.example.com} for every name below one; anything else allows nothing. */
    static AllowedHosts of(@Nullable Object setting) {
        List<String> patterns = setting instanceof Collection<?> names
                ? names.stream()
                        .map(String::valueOf)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        return host -> patterns.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
