package com.automatrix.execution.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what another system sends back, since some servers repeat what they were sent. */
public final class Redaction {

    static final String HIDDEN = "[hidden]";

    private final List<String> forms;

    private Redaction(List<String> forms) {
        this.forms = forms;
    }

    /** Takes out these, also as Base64 and as part of an address. */
    static Redaction of(Collection<String> secrets) {
        return new Redaction(secrets.stream()
                .filter(secret -> !secret.isBlank())
                .flatMap(Redaction::forms)
                .distinct()
                // What holds another one goes first.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String text(String text) {
        String redacted = text;
        for (String form : forms) {
            redacted = redacted.replace(form, HIDDEN);
        }
        return redacted;
    }

    @Nullable
    Object tree(@Nullable Object tree) {
        return switch (tree) {
            case String text -> text(text);
            case List<?> items -> items.stream().map(this::tree).toList();
            case Map<?, ?> fields -> {
                Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
                fields.forEach((name, value) -> redacted.put(text(String.valueOf(name)), tree(value)));
                yield redacted;
            }
            case null -> null;
            default -> tree;
        };
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
