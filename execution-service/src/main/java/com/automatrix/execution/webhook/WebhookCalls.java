package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.execution.TriggeredExecutions;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.execution.webhook.RequestReading.Mapped;
import com.automatrix.execution.webhook.Webhooks.InForce;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts executions for requests to webhooks: who calls is proven before anything of the request is read. */
@Component
class WebhookCalls {

    private static final Logger log = LoggerFactory.getLogger(WebhookCalls.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Webhooks webhooks;
    private final WebhookProperties properties;
    private final SenderProof proof;
    private final SeenSignatures signatures;
    private final RequestReading reading;
    private final TriggeredExecutions executions;
    private final CallRate rate;
    private final InstantSource clock;
    private final MeterRegistry meters;

    WebhookCalls(
            Webhooks webhooks,
            WebhookProperties properties,
            WebhookSecrets secrets,
            SeenSignatures signatures,
            RequestReading reading,
            TriggeredExecutions executions,
            InstantSource clock,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.properties = properties;
        this.proof = new SenderProof(secrets);
        this.signatures = signatures;
        this.reading = reading;
        this.executions = executions;
        this.rate = new CallRate(properties.callsPerMinute());
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * What a call came to.
     *
     * @param id null if the trigger's filter did not let it through
     * @param ended the execution, if the sender waits for its end and it came in time
     */
    record Taken(@Nullable ExecutionId id, @Nullable ExecutionDetail ended) {}

    Taken take(String key, WebhookRequest request) throws InterruptedException {
        Instant now = clock.instant();
        InForce called = webhooks.find(key)
                .orElseThrow(() -> new NotFound("webhook.not-found", "Expected a webhook, but there is none here."));
        rate.count(called.webhook().id(), now);
        prove(called, request, now);
        Mapped mapped = reading.map(called.trigger(), request, now);
        return mapped.counts() ? start(called, request, mapped) : new Taken(null, null);
    }

    private void prove(InForce called, WebhookRequest request, Instant now) {
        try {
            Optional<Refusal> refusal = proof.refusal(called.trigger(), request, now);
            if (refusal.isPresent()) {
                throw refused(called, refusal.get());
            }
        } catch (CredentialFailure failure) {
            log.warn(
                    "webhook not checked workflow={} trigger={} because={}",
                    called.webhook().workflowId(),
                    called.webhook().triggerId(),
                    failure.error().code());
            throw new Unavailable(
                    "webhook.no-secret", "Requests cannot be checked at the moment. Please try again.", RETRY_AFTER);
        }
    }

    private Taken start(InForce called, WebhookRequest request, Mapped mapped) throws InterruptedException {
        ExecutionId fresh = executions.newId();
        Optional<String> once = SenderProof.once(called.trigger(), request);
        ExecutionId id = once.map(digest -> claimed(called, digest, fresh)).orElse(fresh);
        TriggeredExecutions.Asked asked = new TriggeredExecutions.Asked(
                called.webhook().workflowId(),
                new TriggerRef(TriggerKind.WEBHOOK, called.trigger().id(), null, null),
                mapped.input(),
                mapped.key());
        TriggeredExecutions.Started started = called.trigger().answer() == WebhookTrigger.Answer.RESULT
                ? executions.startAndWait(id, asked, properties.longestWait())
                : executions.start(id, asked);
        if (!started.id().equals(id)) {
            once.ifPresent(digest -> signatures.point(called.webhook().id(), digest, started.id()));
        }
        return new Taken(started.id(), started.ended());
    }

    /**
     * The execution that a signature stands for. If its start was never stored, it is started under the same id: so two
     * requests at once, or one that is sent again after a failure, come to one execution.
     */
    private ExecutionId claimed(InForce called, String digest, ExecutionId fresh) {
        ExecutionId noted = signatures.note(called.webhook().id(), digest, fresh, clock.instant());
        if (executions.isStored(noted)) {
            throw refused(called, Refusal.REPLAYED);
        }
        return noted;
    }

    private Unauthenticated refused(InForce called, Refusal refusal) {
        meters.counter("automatrix.webhook.refused", "reason", refusal.reason()).increment();
        log.warn(
                "webhook refused workflow={} trigger={} reason={}",
                called.webhook().workflowId(),
                called.webhook().triggerId(),
                refusal.reason());
        return new Unauthenticated(
                "webhook.refused", "Expected a request that its sender has signed just now, but it is not.");
    }
}
