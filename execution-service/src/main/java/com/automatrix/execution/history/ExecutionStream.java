package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** The events of one execution to one client: each once, in order and without gaps, whatever the tail delivers. */
final class ExecutionStream {

    static final Set<String> ENDS = Set.of("execution.completed", "execution.failed", "execution.cancelled");

    private final ExecutionId id;
    private final ExecutionQueries queries;
    private final SseEmitter emitter;
    private long sent;
    private boolean ended;

    ExecutionStream(ExecutionId id, long lastSequence, ExecutionQueries queries, SseEmitter emitter) {
        this.id = id;
        this.sent = lastSequence;
        this.queries = queries;
        this.emitter = emitter;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Sends what the history holds beyond what was sent. */
    void replay() throws IOException {
        for (byte[] told : queries.timeline(id, sent)) {
            send(ContractJson.events().readTree(told));
        }
        if (!ended && sent > 0) {
            // A client that resumes behind the last event must not wait for another.
            ended = queries.find(id)
                            .map(detail -> detail.execution().hasEnded())
                            .orElse(true)
                    && queries.timeline(id, sent).isEmpty();
        }
    }

    /** Sends a live message; if some are missing before it, the history has them. */
    void tell(JsonNode told) throws IOException {
        long first = told.path("events").path(0).path("sequence").asLong();
        if (first > sent + 1) {
            replay();
        }
        send(told);
    }

    private void send(JsonNode told) throws IOException {
        for (JsonNode event : told.path("events")) {
            long sequence = event.path("sequence").asLong();
            if (sequence > sent) {
                String type = event.path("type").asString();
                emitter.send(SseEmitter.event()
                        .id(Long.toString(sequence))
                        .name(type)
                        .data(event.toString(), MediaType.APPLICATION_JSON));
                sent = sequence;
                ended = ended || ENDS.contains(type);
            }
        }
    }
}
