package com.automatrix.ai.call;

import com.automatrix.ai.provider.Message;
import java.util.List;

/** Keeps what a model must not see from it. */
public interface Privacy {

    /** Hides nothing. */
    Privacy NONE = call -> new Guarded() {
        @Override
        public List<Message> messages() {
            return call.messages();
        }

        @Override
        public String hide(String text) {
            return text;
        }

        @Override
        public String restore(String text) {
            return text;
        }
    };

    /**
     * Guards the messages of a call, once for all that is asked for it.
     *
     * @throws com.automatrix.ai.provider.ProviderException when the call must not be made
     */
    Guarded guard(AiCall call);

    /** The messages as they may leave, and the way back; lives as long as the call. */
    interface Guarded {

        List<Message> messages();

        /** A further text for the same conversation, with the same tokens for the same data. */
        String hide(String text);

        /** The text with the data back in place of the tokens; called for each string of a JSON answer by itself. */
        String restore(String text);
    }
}
