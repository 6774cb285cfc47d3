package com.automatrix.ai.call;

import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Providers.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which models there are to choose from, and how they are. */
@RestController
@RequestMapping("/api/ai/models")
class ModelsController {

    private final Providers providers;
    private final ProviderGate gate;

    ModelsController(Providers providers, ProviderGate gate) {
        this.providers = providers;
        this.gate = gate;
    }

    /** The providers, the one that is asked by default first. */
    record ModelsResponse(List<ProviderResponse> providers) {}

    /**
     * A provider.
     *
     * @param writes whether it has language models; else it classifies, extracts and summarises only
     * @param requestsPerMinute 0: without limit
     */
    record ProviderResponse(
            String name,
            boolean isDefault,
            boolean writes,
            int inFlight,
            @Nullable Integer concurrency,
            int requestsPerMinute,
            List<ModelResponse> models) {}

    /**
     * A model.
     *
     * @param id what a step names it by
     * @param state of its circuit breaker: CLOSED means that it is asked
     * @param notBefore until then it asked not to be asked
     */
    record ModelResponse(String id, String name, boolean isDefault, String state, @Nullable Instant notBefore) {}

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    ModelsResponse list() {
        Provider first = providers.target(null).provider();
        return new ModelsResponse(providers.all().stream()
                .map(provider -> response(provider, provider == first))
                .toList());
    }

    private ProviderResponse response(Provider provider, boolean isDefault) {
        boolean isLocal = provider.name().equals(Provider.LOCAL);
        return new ProviderResponse(
                provider.name(),
                isDefault,
                !isLocal,
                gate.inFlight(provider),
                isLocal ? null : provider.limits().concurrency(),
                provider.limits().requestsPerMinute(),
                provider.models().stream().map(model -> response(provider, model)).toList());
    }

    private ModelResponse response(Provider provider, String model) {
        Target target = new Target(provider, model);
        boolean isDefault = model.equals(providers.defaultModel(provider));
        return new ModelResponse(target.text(), model, isDefault, gate.state(target), gate.notBefore(target));
    }
}
