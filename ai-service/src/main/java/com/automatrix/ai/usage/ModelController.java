package com.automatrix.ai.usage;

import com.automatrix.ai.call.ModelHealth;
import com.automatrix.ai.call.ModelHealth.Health;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.ai.usage.CostProperties.Price;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models that steps may name. */
@RestController
@RequestMapping("/api/ai/models")
@PreAuthorize("hasRole('VIEWER')")
class ModelController {

    private final Providers providers;
    private final Prices prices;
    private final ModelHealth health;

    ModelController(Providers providers, Prices prices, ModelHealth health) {
        this.providers = providers;
        this.prices = prices;
        this.health = health;
    }

    /** A model and how it is; {@code price} in US dollars for a million tokens, null if it is not known. */
    record ModelResponse(
            String id,
            String provider,
            String model,
            boolean byDefault,
            boolean local,
            @Nullable Price price,
            Health health) {}

    @GetMapping
    List<ModelResponse> list() {
        Target first = providers.target(null);
        return providers.all().stream()
                .flatMap(this::targets)
                .map(target -> new ModelResponse(
                        target.text(),
                        target.provider().name(),
                        target.model(),
                        target.text().equals(first.text()),
                        target.provider().name().equals(Provider.LOCAL),
                        prices.of(target),
                        health.of(target)))
                .toList();
    }

    private Stream<Target> targets(Provider provider) {
        return Stream.concat(Stream.of(providers.defaultModel(provider)), provider.models().stream())
                .distinct()
                .map(model -> new Target(provider, model));
    }
}
