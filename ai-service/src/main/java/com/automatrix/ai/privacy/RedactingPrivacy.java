package com.automatrix.ai.privacy;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Privacy;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Redacts all messages of a call with the same tokens; what is JSON is redacted by the names of its fields as well. */
@Component
final class RedactingPrivacy implements Privacy {

    @Override
    public Guarded guard(AiCall call) {
        List<@Nullable Object> trees = new ArrayList<>();
        call.messages().forEach(message -> trees.add(tree(message.text())));
        List<String> names = trees.stream().flatMap(FieldKinds::names).toList();
        return new Redacted(new Redaction(names), call.messages(), trees);
    }

    /** The text as maps and lists; null if it is no JSON of that kind. */
    private static @Nullable Object tree(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        try {
            return ContractJson.events().readValue(stripped, Object.class);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static final class Redacted implements Guarded {

        private final Redaction redaction;
        private final List<Message> messages;

        Redacted(Redaction redaction, List<Message> originals, List<@Nullable Object> trees) {
            this.redaction = redaction;
            List<Message> redacted = new ArrayList<>();
            for (int i = 0; i < originals.size(); i++) {
                redacted.add(new Message(originals.get(i).role(), redact(originals.get(i), trees.get(i))));
            }
            this.messages = List.copyOf(redacted);
        }

        private String redact(Message original, @Nullable Object tree) {
            return tree == null
                    ? redaction.redact(original.text())
                    : ContractJson.events().writeValueAsString(redaction.redactTree(tree));
        }

        @Override
        public List<Message> messages() {
            return messages;
        }

        @Override
        public String hide(String text) {
            return redaction.redact(text);
        }

        @Override
        public String restore(String text) {
            return redaction.restore(text);
        }
    }
}
