package com.automatrix.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable; its place is the dead-letter topic. */
public final class UnreadableRecord extends RuntimeException {

    private final String reason;

    public UnreadableRecord(String reason) {
        this(reason, null);
    }

    public UnreadableRecord(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** One sentence, without the record's content. */
    public String reason() {
        return reason;
    }
}
