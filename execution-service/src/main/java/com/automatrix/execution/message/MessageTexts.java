package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Makes the texts of messages from the stored ones. */
@Component
public class MessageTexts {

    private final MessageTemplateStore store;

    MessageTexts(MessageTemplateStore store) {
        this.store = store;
    }

    /** What comes of a stored text. */
    public sealed interface Filled {}

    /** It can be sent. */
    public record Texts(
            String subject, String text, @Nullable String html) implements Filled {}

    /** It cannot, for good. */
    public record Unfilled(StepError error) implements Filled {}

    /**
     * Fills the stored text of that name.
     *
     * @param values what its placeholders stand for
     */
    public Filled fill(String name, Map<?, ?> values) {
        return store.find(name)
                .map(template -> fill(template, values))
                .orElseGet(() -> unfilled(
                        "message.template-not-found",
                        "Expected a message template \"%s\", but there is none.".formatted(name)));
    }

    private static Filled fill(MessageTemplate template, Map<?, ?> values) {
        try {
            String html = template.html();
            return new Texts(
                    Placeholders.fill(template.subject(), values, UnaryOperator.identity()),
                    Placeholders.fill(template.text(), values, UnaryOperator.identity()),
                    html == null ? null : Placeholders.fill(html, values, HtmlUtils::htmlEscape));
        } catch (Placeholders.Missing missing) {
            return unfilled(
                    "message.template-value-missing",
                    "Expected the step to give message template \"%s\" a value for {{ %s }}, but it does not."
                            .formatted(template.name(), missing.path()));
        }
    }

    private static Filled unfilled(String code, String message) {
        return new Unfilled(StepError.permanent(code, message));
    }
}
