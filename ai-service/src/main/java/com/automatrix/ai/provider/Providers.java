package com.automatrix.ai.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The providers by name, and which of them a step means. */
public final class Providers {

    private final Map<String, Provider> byName = new LinkedHashMap<>();
    private final Map<String, String> defaultModels;
    private final String first;

    /**
     * Knows these providers.
     *
     * @param providers the one asked by default first; never empty
     * @param defaultModels by the name of the provider
     */
    public Providers(List<Provider> providers, Map<String, String> defaultModels) {
        providers.forEach(provider -> byName.put(provider.name(), provider));
        this.defaultModels = Map.copyOf(defaultModels);
        this.first = providers.getFirst().name();
    }

    /** A provider and the model of it that is meant. */
    public record Target(Provider provider, String model) {

        /** Such as {@code openai/gpt-5-mini}. */
        public String text() {
            return provider.name() + "/" + model;
        }
    }

    public List<Provider> all() {
        return List.copyOf(byName.values());
    }

    /** The model that is asked of a provider when nobody names one. */
    public String defaultModel(Provider provider) {
        return defaultModels.getOrDefault(provider.name(), "default");
    }

    /**
     * Who is meant.
     *
     * @param model the name of a provider, {@code provider/model}, or a model of the first provider; null or blank: the
     *     first provider's own
     */
    public Target target(@Nullable String model) {
        if (model == null || model.isBlank()) {
            return targetOf(provider(first), "");
        }
        int slash = model.indexOf('/');
        Provider named = byName.get(slash < 0 ? model : model.substring(0, slash));
        if (named != null) {
            return targetOf(named, slash < 0 ? "" : model.substring(slash + 1));
        }
        return targetOf(provider(first), model);
    }

    private Target targetOf(Provider provider, String model) {
        return new Target(provider, model.isBlank() ? defaultModel(provider) : model);
    }

    private Provider provider(String name) {
        Provider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalStateException("Expected the provider " + name + " to be known, but it is not.");
        }
        return provider;
    }
}
