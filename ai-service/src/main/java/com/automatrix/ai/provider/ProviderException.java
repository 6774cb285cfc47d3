package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No usable answer: {@code code} is what a workflow's error path sees. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable Usage usage;
    private final transient List<String> tried;

    private ProviderException(
            String code,
            String message,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Usage usage,
            List<String> tried,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
        this.usage = usage;
        this.tried = List.copyOf(tried);
    }

    /** One that may pass: another attempt may go better. */
    public static ProviderException passing(String code, String message, @Nullable Throwable cause) {
        return new ProviderException(code, message, true, null, null, List.of(), cause);
    }

    /** One that may pass, but not before that time is over. */
    public static ProviderException passing(
            String code, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new ProviderException(code, message, true, retryAfter, null, List.of(), cause);
    }

    /** One that stays as long as nobody changes something. */
    public static ProviderException lasting(String code, String message, @Nullable Throwable cause) {
        return new ProviderException(code, message, false, null, null, List.of(), cause);
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What was used of models all the same; null: nothing. */
    public @Nullable Usage usage() {
        return usage;
    }

    /** The same failure, with what was used of models all the same. */
    public ProviderException spending(Usage used) {
        return new ProviderException(code, sentence(), retryable, retryAfter, used, tried, getCause());
    }

    /** Who was asked in vain and why, such as {@code openai/gpt-5-mini: ai.rate-limited}. */
    public List<String> tried() {
        return tried;
    }

    /** The same failure, with who was asked in vain. */
    public ProviderException after(List<String> others) {
        return new ProviderException(code, sentence(), retryable, retryAfter, usage, others, getCause());
    }

    /** The sentence, never null. */
    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
