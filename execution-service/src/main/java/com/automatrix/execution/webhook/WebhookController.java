package com.automatrix.execution.webhook;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.platform.problem.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for other systems' webhooks; it needs no account, since the address and the signature are the proof. */
@RestController
class WebhookController {

    private final WebhookCalls calls;
    private final WebhookProperties properties;

    WebhookController(WebhookCalls calls, WebhookProperties properties) {
        this.calls = calls;
        this.properties = properties;
    }

    /**
     * What a sender is told.
     *
     * @param id null if the trigger's filter did not let the request through
     * @param status {@code IGNORED}, {@code PENDING}, or what the execution ended with
     */
    record WebhookAnswer(
            @Nullable ExecutionId id,
            String status,
            @Nullable Object output,
            @Nullable ExecutionError error) {}

    @PostMapping("/api/webhooks/{key}")
    ResponseEntity<WebhookAnswer> call(@PathVariable String key, HttpServletRequest request)
            throws IOException, InterruptedException {
        WebhookCalls.Taken taken = calls.take(key, read(request));
        ExecutionId id = taken.id();
        if (id == null) {
            return ResponseEntity.ok(new WebhookAnswer(null, "IGNORED", null, null));
        }
        URI location = URI.create("/api/executions/" + id);
        ExecutionDetail ended = taken.ended();
        if (ended == null) {
            return ResponseEntity.accepted().location(location).body(new WebhookAnswer(id, "PENDING", null, null));
        }
        return ResponseEntity.ok()
                .location(location)
                .body(new WebhookAnswer(
                        id,
                        ended.execution().status(),
                        ended.output(),
                        ended.execution().error()));
    }

    /** From the stream, since a signature is of the bytes as they came: parameters of a form would be made anew. */
    private WebhookRequest read(HttpServletRequest request) throws IOException {
        int limit = Math.toIntExact(properties.maxBody().toBytes());
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new TooLarge(
                    "webhook.too-large", "Expected a body of at most %d bytes, but it is larger.".formatted(limit));
        }
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return new WebhookRequest(
                request.getMethod(),
                headers,
                WebhookBody.form(Objects.requireNonNullElse(request.getQueryString(), "")),
                request.getContentType(),
                body);
    }
}
