package com.automatrix.ai.provider;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says of each failure of the client whether it passes by itself; no provider text is repeated, it may hold data. */
final class OpenAiErrors {

    private OpenAiErrors() {}

    static ProviderException asProviderException(RuntimeException failure) {
        return switch (failure) {
            case OpenAIServiceException service -> ofStatus(service);
            case OpenAIIoException io
            when io.getCause() instanceof InterruptedIOException ->
                ProviderException.passing(
                        "ai.timeout", "Expected an answer in time, but the AI provider took too long.", io);
            case OpenAIIoException io ->
                ProviderException.passing(
                        "ai.unreachable", "Expected the AI provider to answer, but the connection failed.", io);
            case OpenAIInvalidDataException invalid ->
                ProviderException.passing(
                        "ai.invalid-output",
                        "Expected an answer in the chat format, but the provider sent another.",
                        invalid);
            default ->
                ProviderException.passing(
                        "ai.unexpected", "Expected the AI client to work, but it failed; see the log.", failure);
        };
    }

    private static ProviderException ofStatus(OpenAIServiceException failure) {
        int status = failure.statusCode();
        if (status == 401 || status == 403) {
            return ProviderException.lasting(
                    "ai.unauthorized",
                    "Expected the AI provider to accept OPENAI_API_KEY, but it answered " + status + ".",
                    failure);
        }
        if (status == 429) {
            return ProviderException.passing(
                    "ai.rate-limited",
                    "Expected an answer, but the AI provider's rate limit is reached.",
                    retryAfter(failure),
                    failure);
        }
        if (status == 408 || status >= 500) {
            return ProviderException.passing(
                    "ai.unavailable",
                    "Expected an answer, but the AI provider answered " + status + ".",
                    retryAfter(failure),
                    failure);
        }
        return ProviderException.lasting(
                "ai.rejected",
                "Expected the AI provider to accept the request, but it answered " + status + ".",
                failure);
    }

    private static @Nullable Duration retryAfter(OpenAIServiceException failure) {
        return failure.headers().values("Retry-After").stream()
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst()
                .orElse(null);
    }
}
