package com.automatrix.execution.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that wait to be sent; called in the transaction in which consent is taken back. */
public interface WaitingMessages {

    /** Has every message to the person or to one of the addresses decided anew, at once. */
    void wake(Channel channel, @Nullable String personId, List<String> addresses);
}
