package com.automatrix.execution.outgoing;

import com.automatrix.contracts.json.ContractJson;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What another system answered, without the secrets that it was sent.
 *
 * @param headers by their names in small letters, without cookies
 * @param text the body; empty if there was none
 */
public record OutgoingAnswer(int status, Map<String, String> headers, String text, Redaction redaction) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final String CONTENT_TYPE = "content-type";

    static OutgoingAnswer of(int status, Map<String, String> headers, byte[] body, Redaction redaction) {
        String text = new String(body, charset(headers.get(CONTENT_TYPE)));
        return new OutgoingAnswer(status, headers, redaction.text(text), redaction);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as a JSON tree; empty if it is none. */
    public Optional<Object> json() {
        if (!mayBeJson()) {
            return Optional.empty();
        }
        try {
            // A secret may have been escaped, so that it only shows once it is read.
            return Optional.ofNullable(redaction.tree(ContractJson.events().readValue(text, Object.class)));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    /** The body as a JSON tree if it is one, else as text; null if there is none. */
    public @Nullable Object body() {
        return text.isBlank() ? null : json().orElse(text);
    }

    private boolean mayBeJson() {
        String type = headers.getOrDefault(CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        String begin = text.stripLeading();
        return !begin.isEmpty() && (type.contains("json") || (type.isEmpty() && "{[".indexOf(begin.charAt(0)) >= 0));
    }

    private static Charset charset(@Nullable String contentType) {
        var named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public String toString() {
        return "OutgoingAnswer[status=%d]".formatted(status);
    }
}
