package com.automatrix.execution.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says of who sends it, as the dealership's settings have it. */
record Store(
        String name, @Nullable String address, @Nullable String phone) {

    static Store of(Map<String, ?> settings) {
        String name = text(settings.get("name"));
        return new Store(
                name == null ? "Your dealership" : name, text(settings.get("address")), text(settings.get("phone")));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(name));
        if (address != null) {
            lines.add(address);
        }
        if (phone != null) {
            lines.add(phone);
        }
        return lines;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
