package com.automatrix.execution.trigger;

import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets events after the time for which they are remembered. */
@Component
class EventReceiptRetention {

    private final EventReceipts receipts;
    private final InstantSource clock;

    EventReceiptRetention(EventReceipts receipts, InstantSource clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        receipts.forgetBefore(clock.instant().minus(EventReceipts.REMEMBERED));
    }
}
