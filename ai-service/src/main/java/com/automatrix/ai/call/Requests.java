package com.automatrix.ai.call;

import com.automatrix.ai.call.Budgets.Reservation;
import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.ModelRequest;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes single requests: paid from a budget, let through by the gate, written down whatever comes of them. */
final class Requests {

    private final Ports ports;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    Requests(Ports ports, InstantSource clock, MeterRegistry metrics) {
        this.ports = ports;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One of the requests that a call takes: to whom, the how manieth, and whether others were asked in vain. */
    record Round(AiCall sent, AiCall original, Target target, int number, boolean degraded) {

        /** Nothing leaves this service, so that nothing is hidden; what is kept of it must not show that. */
        boolean staysHere() {
            return target.provider().name().equals(Provider.LOCAL);
        }

        boolean isCached() {
            return sent.cached() && !staysHere();
        }
    }

    ModelAnswer make(Round round) {
        Instant begin = clock.instant();
        ModelAnswer known = round.isCached() ? ports.cache().find(round.sent(), round.target()) : null;
        if (known != null) {
            Usage nothing = new Usage(known.usage().model(), 0, 0, null);
            add(round, begin, nothing, CallRecord.CACHED, known.text());
            return new ModelAnswer(known.text(), nothing);
        }
        try {
            ModelAnswer answer = paid(round);
            add(round, begin, answer.usage(), CallRecord.ANSWERED, round.staysHere() ? null : answer.text());
            return answer;
        } catch (ProviderException e) {
            add(round, begin, e.usage(), e.code(), null);
            throw e;
        }
    }

    /** An answer that turned out to be good, for the next identical call. */
    void keep(Round round, ModelAnswer answer) {
        if (round.isCached()) {
            ports.cache().keep(round.sent(), round.target(), answer);
        }
    }

    private ModelAnswer paid(Round round) {
        Reservation reservation = ports.budgets().reserve(round.sent(), round.target());
        Usage used = null;
        try {
            ModelAnswer answer = ports.gate()
                    .pass(round.target(), () -> round.target().provider().ask(request(round)));
            used = answer.usage();
            Usage priced = settle(reservation, used);
            return new ModelAnswer(answer.text(), priced);
        } catch (ProviderException e) {
            if (used != null) {
                throw e;
            }
            used = e.usage();
            throw used == null ? e : e.spending(settle(reservation, used));
        } finally {
            if (used == null) {
                reservation.release();
            }
        }
    }

    private static Usage settle(Reservation reservation, Usage used) {
        return new Usage(used.model(), used.promptTokens(), used.completionTokens(), reservation.settle(used));
    }

    private static ModelRequest request(Round round) {
        AiCall call = round.sent();
        return new ModelRequest(
                round.target().model(),
                call.task(),
                round.staysHere() ? round.original().messages() : call.messages(),
                call.schema(),
                call.maxTokens(),
                call.temperature(),
                call.timeout());
    }

    private void add(Round round, Instant begin, @Nullable Usage usage, String outcome, @Nullable String answer) {
        Duration latency = Duration.between(begin, clock.instant());
        ports.log()
                .add(new CallRecord(
                        round.sent(),
                        round.original(),
                        round.target(),
                        round.number(),
                        begin,
                        latency,
                        usage,
                        outcome,
                        answer,
                        round.degraded()));
        metrics.timer(
                        "automatrix.ai.requests",
                        "provider",
                        round.target().provider().name(),
                        "model",
                        round.target().model(),
                        "outcome",
                        outcome)
                .record(latency);
    }
}
