package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.outgoing.OutgoingAnswer;
import com.automatrix.execution.outgoing.OutgoingErrors;
import com.automatrix.execution.outgoing.OutgoingFailure;
import com.automatrix.execution.outgoing.OutgoingHttp;
import com.automatrix.execution.outgoing.OutgoingRequest;
import com.automatrix.execution.outgoing.Proof;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs {@code auto.recalls}: the campaigns for a make, model and year. They say that a vehicle may be affected, never
 * that this one is.
 */
@Component
final class RecallsWorker implements StepWorker {

    private static final long MAX_ANSWER = 2L * 1024 * 1024;
    private static final int MAX_REDIRECTS = 3;

    private final OutgoingHttp http;
    private final RecallsProperties properties;
    private final InstantSource clock;
    private final ConfigReader configs;

    RecallsWorker(OutgoingHttp http, RecallsProperties properties, InstantSource clock, ConfigReader configs) {
        this.http = http;
        this.properties = properties;
        this.clock = clock;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "auto.recalls";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, RecallsConfig.class, config -> run(request, config));
    }

    private StepResult run(StepRequested request, RecallsConfig config) {
        try {
            OutgoingAnswer answer = http.send(outgoing(request, config));
            if (!answer.isSuccess()) {
                return StepResult.failure(withoutBody(OutgoingErrors.of(answer, false, clock.instant())));
            }
            return campaigns(answer)
                    .map(found -> success(config, found))
                    .orElseGet(() -> StepResult.failure(StepError.passing(
                            "recalls.unreadable",
                            "Expected a list of recall campaigns, but the answer is none. It may be one later.")));
        } catch (OutgoingFailure failure) {
            return StepResult.failure(failure.error());
        }
    }

    private OutgoingRequest outgoing(StepRequested request, RecallsConfig config) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("make", config.make());
        query.put("model", config.model());
        query.put("modelYear", config.year());
        return new OutgoingRequest(
                "GET",
                QueryText.added(properties.url() + "/recalls/recallsByVehicle", query),
                Map.of(),
                Proof.none(),
                null,
                // Whoever runs the product has named this host; where it leads to is its own matter.
                new OutgoingRequest.Bounds(
                        host -> host.equals(properties.url().getHost()),
                        MAX_REDIRECTS,
                        MAX_ANSWER,
                        null,
                        request.deadline()));
    }

    // "results" here, "Results" in its sister APIs.
    private static Optional<List<RecallCampaign>> campaigns(OutgoingAnswer answer) {
        if (answer.json().orElse(null) instanceof Map<?, ?> fields) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                if ("results".equalsIgnoreCase(String.valueOf(field.getKey()))
                        && field.getValue() instanceof List<?> results) {
                    return Optional.of(read(results));
                }
            }
        }
        return Optional.empty();
    }

    private static List<RecallCampaign> read(List<?> results) {
        List<RecallCampaign> campaigns = new ArrayList<>();
        for (Object result : results) {
            if (result instanceof Map<?, ?> fields) {
                campaigns.add(RecallCampaign.of(fields));
            }
        }
        return campaigns;
    }

    private static StepResult success(RecallsConfig config, List<RecallCampaign> found) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("count", found.size());
        output.put("campaigns", found);
        output.put("notice", notice(config, found.size()));
        return StepResult.success(output);
    }

    private static String notice(RecallsConfig config, int count) {
        String vehicle = "%d %s %s".formatted(config.year(), config.make(), config.model());
        return count == 0
                ? "No recall campaign for the %s is known. Only a look at the VIN tells for sure.".formatted(vehicle)
                : "A %s may be affected by %s. Only a look at the VIN tells for sure."
                        .formatted(vehicle, count == 1 ? "1 recall campaign" : count + " recall campaigns");
    }

    // A page for people, when the other side is in trouble.
    private static StepError withoutBody(StepError error) {
        return new StepError(error.code(), error.message(), error.retryable(), error.retryAfter(), null);
    }
}
