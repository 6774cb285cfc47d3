package com.automatrix.ai.provider;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says of each failure of the client whether it passes by itself; no provider text is repeated, it may hold data. */
final class OpenAiErrors {

    private static final int DEEPEST = 20;

    private OpenAiErrors() {}

    static ProviderException asProviderException(RuntimeException failure) {
        if (failure instanceof OpenAIServiceException service) {
            return ofStatus(service);
        }
        if (isCausedBy(failure, InterruptedIOException.class)) {
            return ProviderException.passing(
                    "ai.timeout", "Expected an answer in time, but the AI provider took too long.", failure);
        }
        // A body that ends too early shows itself only when it is read.
        boolean isCut = isCausedBy(failure, ProtocolException.class)
                || isCausedBy(failure, SocketException.class)
                || isCausedBy(failure, EOFException.class);
        if (isCut || failure instanceof OpenAIIoException) {
            return ProviderException.passing(
                    "ai.unreachable", "Expected the AI provider to answer, but the connection failed.", failure);
        }
        if (failure instanceof OpenAIInvalidDataException) {
            return ProviderException.passing(
                    "ai.malformed", "Expected an answer in the chat format, but the provider sent another.", failure);
        }
        return ProviderException.passing(
                "ai.unexpected", "Expected the AI client to work, but it failed; see the log.", failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
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
