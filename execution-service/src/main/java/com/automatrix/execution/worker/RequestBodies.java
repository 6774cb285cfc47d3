package com.automatrix.execution.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.outgoing.OutgoingRequest.Body;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a workflow sends. */
final class RequestBodies {

    private static final String JSON = "application/json";

    private RequestBodies() {}

    /** The body as JSON, or as it is if it is a text and a header says that it is of another kind. */
    static @Nullable Body of(@Nullable Object body, Map<String, String> headers) {
        if (body == null) {
            return null;
        }
        String type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(JSON);
        boolean isJson = type.toLowerCase(Locale.ROOT).contains("json");
        return body instanceof String text && !isJson
                ? new Body(text.getBytes(UTF_8), type)
                : new Body(ContractJson.events().writeValueAsBytes(body), type);
    }
}
