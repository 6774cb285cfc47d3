package com.automatrix.execution.event;

import java.util.List;

/** What became of each event of a request, in its order. */
record EventsResponse(int accepted, int refused, List<EventResult> results) {

    static EventsResponse of(List<EventResult> results) {
        int accepted = (int) results.stream().filter(EventResult::isAccepted).count();
        return new EventsResponse(accepted, results.size() - accepted, results);
    }
}
