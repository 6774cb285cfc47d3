package com.automatrix.execution.webhook;

import java.util.Locale;

/** Why a request is not believed; the sender is never told which. */
enum Refusal {
    NO_SIGNATURE,
    WRONG_SIGNATURE,
    NO_TIMESTAMP,
    EXPIRED_TIMESTAMP,
    REPLAYED,
    NO_TOKEN,
    WRONG_TOKEN;

    /** As the metric names it. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
