package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.execution.outgoing.AllowedHosts;
import com.automatrix.execution.outgoing.OutgoingAnswer;
import com.automatrix.execution.outgoing.OutgoingErrors;
import com.automatrix.execution.outgoing.OutgoingFailure;
import com.automatrix.execution.outgoing.OutgoingHttp;
import com.automatrix.execution.outgoing.OutgoingProperties;
import com.automatrix.execution.outgoing.OutgoingRequest;
import com.automatrix.execution.outgoing.Proof;
import com.automatrix.execution.outgoing.Proofs;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs {@code http.request}. Every attempt carries the step run's id as its idempotency key, so that the other side can
 * tell an attempt that is made again.
 */
@Component
final class HttpRequestWorker implements StepWorker {

    private static final int MAX_REDIRECTS = 5;

    private final OutgoingHttp http;
    private final AllowedHosts hosts;
    private final Proofs proofs;
    private final OutgoingProperties properties;
    private final SchemaCheck schemas;
    private final InstantSource clock;
    private final ConfigReader configs;

    HttpRequestWorker(
            OutgoingHttp http,
            AllowedHosts hosts,
            Proofs proofs,
            OutgoingProperties properties,
            SchemaCheck schemas,
            InstantSource clock) {
        this.http = http;
        this.hosts = hosts;
        this.proofs = proofs;
        this.properties = properties;
        this.schemas = schemas;
        this.clock = clock;
        this.configs = new ConfigReader(schemas);
    }

    @Override
    public String type() {
        return "http.request";
    }

    @Override
    public String bulkhead(StepRequested request) {
        return HostBulkhead.of(request);
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, HttpRequestConfig.class, config -> run(request, config));
    }

    private StepResult run(StepRequested request, HttpRequestConfig config) {
        try {
            String name = config.credential();
            Proof proof = name == null ? Proof.none() : proofs.of(name, request.deadline());
            OutgoingAnswer answer = http.send(outgoing(request, config, proof));
            if (answer.isSuccess() || answer.status() == 304) {
                return success(answer, config.responseSchema());
            }
            if (name != null && answer.status() == 401) {
                proofs.forget(name);
            }
            return StepResult.failure(OutgoingErrors.of(answer, proof.isOfCache(), clock.instant()));
        } catch (CredentialFailure failure) {
            return StepResult.failure(failure.error());
        } catch (OutgoingFailure failure) {
            return StepResult.failure(failure.error());
        }
    }

    private OutgoingRequest outgoing(StepRequested request, HttpRequestConfig config, Proof proof) {
        Map<String, String> headers = Objects.requireNonNullElse(config.headers(), Map.of());
        return new OutgoingRequest(
                config.method(),
                QueryText.added(config.url(), config.query()),
                headers,
                proof,
                RequestBodies.of(config.body(), headers),
                new OutgoingRequest.Bounds(
                        hosts,
                        MAX_REDIRECTS,
                        properties.maxResponse().toBytes(),
                        request.idempotencyKey(),
                        request.deadline()));
    }

    private StepResult success(OutgoingAnswer answer, @Nullable Map<String, Object> schema) {
        Object body = answer.body();
        List<SchemaViolation> violations = schema == null ? List.of() : schemas.value(schema, body);
        if (!violations.isEmpty()) {
            SchemaViolation first = violations.getFirst();
            return StepResult.failure(StepError.permanent(
                    "http.response-invalid",
                    "Expected an answer that fits its schema, but it does not at \"%s\": %s"
                            .formatted(first.pointer(), first.expectation())));
        }
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("status", answer.status());
        output.put("headers", answer.headers());
        output.put("body", body);
        return StepResult.success(output);
    }
}
