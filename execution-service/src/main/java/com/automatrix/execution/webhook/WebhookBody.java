package com.automatrix.execution.webhook;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.problem.Invalid;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a request's body as JSON, as a form or as text; what says nothing of its kind is taken for JSON. */
final class WebhookBody {

    private static final String FORM = "application/x-www-form-urlencoded";

    private WebhookBody() {}

    static @Nullable Object read(WebhookRequest request) {
        String type = request.contentType() == null
                ? ""
                : request.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals(FORM)) {
            return form(text(request));
        }
        if (type.startsWith("text/")) {
            return text(request);
        }
        if (type.isEmpty() || type.equals("application/json") || type.endsWith("+json")) {
            return json(request.body());
        }
        throw new Invalid(
                "webhook.unsupported-body", "Expected a body of JSON, a form or text, but it is of another kind.");
    }

    /** The parameters of a form or a query: a text, or a list where a name comes more than once. */
    static Map<String, Object> form(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        Map<String, Object> form = new LinkedHashMap<>();
        values.forEach((name, all) -> form.put(name, all.size() == 1 ? all.getFirst() : List.copyOf(all)));
        return form;
    }

    private static @Nullable Object json(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try {
            return ContractJson.events().readValue(body, Object.class);
        } catch (JacksonException malformed) {
            throw new Invalid("webhook.malformed-body", "Expected a body of JSON, but it cannot be parsed.");
        }
    }

    private static String text(WebhookRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("webhook.malformed-body", "Expected a form, but it cannot be read.");
        }
    }
}
