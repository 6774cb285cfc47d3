package com.automatrix.execution.event;

import com.automatrix.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a request.
 *
 * @param index its place in the request, from 0
 */
record EventResult(int index, @Nullable String id, @Nullable String source, Status status, List<Violation> violations) {

    /** Whether it was taken. */
    enum Status {
        ACCEPTED,
        REFUSED
    }

    boolean isAccepted() {
        return status == Status.ACCEPTED;
    }
}
