package com.automatrix.execution.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.outgoing.AllowedHosts;
import com.automatrix.execution.outgoing.OutgoingAnswer;
import com.automatrix.execution.outgoing.OutgoingErrors;
import com.automatrix.execution.outgoing.OutgoingFailure;
import com.automatrix.execution.outgoing.OutgoingHttp;
import com.automatrix.execution.outgoing.OutgoingProperties;
import com.automatrix.execution.outgoing.OutgoingRequest;
import com.automatrix.execution.outgoing.Proof;
import com.automatrix.platform.credential.Credential.SigningSecret;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs {@code webhook.send}: posts JSON, signed over the time and the body. A redirect is not followed, since what is
 * signed is meant for the address that was named.
 */
@Component
final class WebhookWorker implements StepWorker {

    private final OutgoingHttp http;
    private final AllowedHosts hosts;
    private final Credentials credentials;
    private final OutgoingProperties properties;
    private final InstantSource clock;
    private final ConfigReader configs;

    WebhookWorker(
            OutgoingHttp http,
            AllowedHosts hosts,
            Credentials credentials,
            OutgoingProperties properties,
            InstantSource clock,
            ConfigReader configs) {
        this.http = http;
        this.hosts = hosts;
        this.credentials = credentials;
        this.properties = properties;
        this.clock = clock;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "webhook.send";
    }

    @Override
    public String bulkhead(StepRequested request) {
        return HostBulkhead.of(request);
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, WebhookConfig.class, config -> run(request, config));
    }

    private StepResult run(StepRequested request, WebhookConfig config) {
        try {
            byte[] body = ContractJson.events().writeValueAsBytes(config.body());
            OutgoingAnswer answer = http.send(new OutgoingRequest(
                    "POST",
                    config.url(),
                    Objects.requireNonNullElse(config.headers(), Map.of()),
                    signed(config.secret(), body),
                    new OutgoingRequest.Body(body, "application/json"),
                    new OutgoingRequest.Bounds(
                            hosts,
                            0,
                            properties.maxResponse().toBytes(),
                            request.idempotencyKey(),
                            request.deadline())));
            return answer.isSuccess()
                    ? StepResult.success(Map.of("status", answer.status()))
                    : StepResult.failure(OutgoingErrors.of(answer, false, clock.instant()));
        } catch (CredentialFailure failure) {
            return StepResult.failure(failure.error());
        } catch (OutgoingFailure failure) {
            return StepResult.failure(failure.error());
        }
    }

    private Proof signed(@Nullable String secret, byte[] body) {
        if (secret == null) {
            return Proof.none();
        }
        String value = credentials.get(secret, SigningSecret.class).value();
        return new Proof(WebhookSignature.headers(value, body, clock.instant()), Set.of(value), false);
    }
}
