package com.automatrix.ai.provider;

/** Stands where no model is configured that could write, and says which setting is missing. */
final class MissingGenerator implements Generator {

    @Override
    public Generation generate(GenerateRequest request) {
        throw ProviderException.lasting(
                "ai.not-configured",
                "Expected a model that can write, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set for ai-service;"
                        + " the local model can only classify.",
                null);
    }
}
