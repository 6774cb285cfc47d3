package com.automatrix.execution.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes names and values into an address. */
final class QueryText {

    private QueryText() {}

    /** The address with the query added to its own; a list is written as several values, a null as none. */
    static String added(String url, @Nullable Map<String, @Nullable Object> query) {
        StringJoiner text = new StringJoiner("&");
        if (query != null) {
            query.forEach((name, value) -> values(value).forEach(one -> {
                if (one != null) {
                    text.add(encoded(name) + "=" + encoded(String.valueOf(one)));
                }
            }));
        }
        if (text.length() == 0) {
            return url;
        }
        int fragment = url.indexOf('#');
        String address = fragment < 0 ? url : url.substring(0, fragment);
        return address + (address.contains("?") ? "&" : "?") + text;
    }

    private static Collection<?> values(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several;
        }
        return value == null ? List.of() : List.of(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
