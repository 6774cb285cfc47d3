package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Server-sent events, each stream on a virtual thread of its own. */
@Component
class EventStreams {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
    private static final long NO_TIMEOUT = 0L;
    /** Keeps proxies from closing an idle stream, and finds what a broker outage has hidden. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** A client that is slower than this loses live events and gets them from the history instead. */
    private static final int BACKLOG = 256;

    private final ExecutionQueries queries;
    private final LiveEvents live;
    private final PublishedWorkflows workflows;

    EventStreams(ExecutionQueries queries, LiveEvents live, PublishedWorkflows workflows) {
        this.queries = queries;
        this.live = live;
        this.workflows = workflows;
    }

    /** Everything that happened to one execution after the given sequence, then what happens, until it ends. */
    SseEmitter of(ExecutionId id, long lastSequence) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        run("sse-" + id, emitter, () -> {
            BlockingQueue<JsonNode> backlog = new ArrayBlockingQueue<>(BACKLOG);
            LiveEvents.Subscription subscription = live.subscribe(id, backlog::offer);
            try {
                ExecutionStream stream = new ExecutionStream(id, lastSequence, queries, emitter);
                stream.replay();
                while (!stream.hasEnded()) {
                    JsonNode told = backlog.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                    if (told == null) {
                        stream.replay();
                        emitter.send(SseEmitter.event().comment("still here"));
                    } else {
                        stream.tell(told);
                    }
                }
            } finally {
                subscription.close();
            }
        });
        return emitter;
    }

    /** What happens to all executions as a whole, from now on. */
    SseEmitter ofAll() {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        run("sse-all", emitter, () -> {
            BlockingQueue<JsonNode> backlog = new ArrayBlockingQueue<>(BACKLOG);
            LiveEvents.Subscription subscription = live.subscribeToAll(backlog::offer);
            try {
                emitter.send(SseEmitter.event().comment("listening"));
                while (!Thread.currentThread().isInterrupted()) {
                    JsonNode told = backlog.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                    if (told == null) {
                        emitter.send(SseEmitter.event().comment("still here"));
                    } else {
                        summarize(told, emitter);
                    }
                }
            } finally {
                subscription.close();
            }
        });
        return emitter;
    }

    private void summarize(JsonNode told, SseEmitter emitter) throws IOException {
        for (JsonNode event : told.path("events")) {
            ExecutionSummary summary = ExecutionSummary.of(told, event, workflowName(told));
            if (summary != null) {
                emitter.send(SseEmitter.event().name(summary.type()).data(summary));
            }
        }
    }

    private @Nullable String workflowName(JsonNode told) {
        WorkflowId id = WorkflowId.parse(told.path("workflowId").asString());
        return workflows
                .version(id, told.path("workflowVersion").asInt())
                .map(PublishedVersion::name)
                .orElse(null);
    }

    /** What a stream does; it ends when this returns. */
    @FunctionalInterface
    private interface Streaming {
        void run() throws IOException, InterruptedException;
    }

    private static void run(String name, SseEmitter emitter, Streaming streaming) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                streaming.run();
                emitter.complete();
            } catch (IOException | IllegalStateException | InterruptedException gone) {
                // The container ends the request itself when its caller is gone.
                log.debug("stream ended stream={} because={}", name, gone.getMessage());
            } catch (RuntimeException failure) {
                log.warn("stream failed stream={}", name, failure);
                emitter.completeWithError(failure);
            }
        });
        emitter.onCompletion(thread::interrupt);
        emitter.onError(failure -> thread.interrupt());
        thread.start();
    }
}
