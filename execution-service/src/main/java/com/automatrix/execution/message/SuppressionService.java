package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.NotFound;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes addresses off the list of those that nothing is sent to. */
@Service
class SuppressionService {

    private final Suppressions suppressions;
    private final Audit audit;

    SuppressionService(Suppressions suppressions, Audit audit) {
        this.suppressions = suppressions;
        this.audit = audit;
    }

    @Transactional
    void remove(Channel channel, String address) {
        if (!suppressions.remove(channel, address)) {
            throw new NotFound("message.not-suppressed", "Expected an address on the list, but it is not on it.");
        }
        audit.record("suppression.removed", "suppression", channel + " " + address, Map.of("channel", channel), null);
    }
}
