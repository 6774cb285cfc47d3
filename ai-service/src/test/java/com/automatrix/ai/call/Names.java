package com.automatrix.ai.call;

import com.automatrix.ai.provider.Message;
import java.util.List;

/** Hides one name. */
final class Names implements Privacy {

    @Override
    public Guarded guard(AiCall call) {
        return new Guarded() {
            @Override
            public List<Message> messages() {
                return call.messages().stream()
                        .map(message -> new Message(message.role(), hide(message.text())))
                        .toList();
            }

            @Override
            public String hide(String text) {
                return text.replace("Marie", "[[CUSTOMER_1]]");
            }

            @Override
            public String restore(String text) {
                return text.replace("[[CUSTOMER_1]]", "Marie");
            }
        };
    }
}
