package com.automatrix.ai.usage;

import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.usage.CostProperties.Price;
import java.util.List;
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

    ModelController(Providers providers, Prices prices) {
        this.providers = providers;
        this.prices = prices;
    }

    /** A model; {@code price} in US dollars for a million tokens, null if it is not known. */
    record ModelResponse(
            String id,
            String provider,
            String model,
            boolean byDefault,
            boolean local,
            @Nullable Price price) {}

    @GetMapping
    List<ModelResponse> list() {
        Providers.Target first = providers.target(null);
        return providers.all().stream()
                .map(provider -> new Providers.Target(provider, providers.defaultModel(provider)))
                .map(target -> new ModelResponse(
                        target.text(),
                        target.provider().name(),
                        target.model(),
                        target.text().equals(first.text()),
                        target.provider().name().equals(Provider.LOCAL),
                        prices.of(target)))
                .toList();
    }
}
