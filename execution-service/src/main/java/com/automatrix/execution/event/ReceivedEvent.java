package com.automatrix.execution.event;

import com.automatrix.platform.problem.Violation;
import io.cloudevents.CloudEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came over HTTP.
 *
 * @param place JSON Pointer to it in the body: empty, or of an element of a batch
 * @param dataPlace JSON Pointer to its data
 * @param event null if what came is none
 * @param violations what keeps it from being one
 */
record ReceivedEvent(
        String place, String dataPlace, @Nullable CloudEvent event, List<Violation> violations) {

    ReceivedEvent {
        violations = List.copyOf(violations);
    }

    static ReceivedEvent of(String place, String dataPlace, CloudEvent event) {
        return new ReceivedEvent(place, dataPlace, event, List.of());
    }

    static ReceivedEvent none(String place, List<Violation> violations) {
        return new ReceivedEvent(place, place, null, violations);
    }
}
