package com.automatrix.execution.tail;

import com.automatrix.execution.tail.RecentEvents.Numbered;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.time.Ids;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells events to those who look on, each on a virtual thread of its own; a slow reader misses some and is told so. */
@Component
class TailStreams {

    private static final Logger log = LoggerFactory.getLogger(TailStreams.class);
    private static final long NO_TIMEOUT = 0L;
    private static final int MOST_READERS = 50;
    private static final int BACKLOG = 1_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final RecentEvents recent;
    private final TailReader reader;
    /** Numbers are this process's own: those of another, or of an earlier start, mean nothing here. */
    private final String process;

    private final Semaphore places = new Semaphore(MOST_READERS);

    TailStreams(EventTail tail, TailReader reader, Ids ids) {
        this.recent = tail.recent();
        this.reader = reader;
        this.process = ids.next().toString();
    }

    /** What is told to whom: the last number that they have, and whether data is personal to them. */
    record Wish(TailFilter filter, @Nullable String lastEventId, boolean isPersonalDataAllowed) {}

    /** @throws Unavailable with {@code event.too-many-readers} */
    SseEmitter open(Wish wish) {
        if (!places.tryAcquire()) {
            throw new Unavailable(
                    "event.too-many-readers",
                    "Expected at most %d to look at the events at a time, but there are more. Try again later."
                            .formatted(MOST_READERS),
                    HEARTBEAT);
        }
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Thread thread = Thread.ofVirtual().name("event-tail-reader").unstarted(() -> run(wish, emitter));
        emitter.onCompletion(thread::interrupt);
        emitter.onError(failure -> thread.interrupt());
        thread.start();
        return emitter;
    }

    private void run(Wish wish, SseEmitter emitter) {
        BlockingQueue<Numbered> backlog = new ArrayBlockingQueue<>(BACKLOG);
        Consumer<Numbered> listener = backlog::offer;
        try {
            long last = numberOf(wish.lastEventId());
            for (Numbered missed : recent.follow(last, listener)) {
                tell(missed, wish, emitter);
                last = missed.number();
            }
            emitter.send(SseEmitter.event().comment("listening"));
            follow(backlog, wish, last, emitter);
        } catch (IOException | IllegalStateException | InterruptedException gone) {
            // The container ends the request itself when its caller is gone.
            log.debug("stream ended stream=event-tail because={}", gone.getMessage());
        } catch (RuntimeException failure) {
            log.warn("stream failed stream=event-tail", failure);
            emitter.completeWithError(failure);
        } finally {
            recent.leave(listener);
            places.release();
        }
    }

    private void follow(BlockingQueue<Numbered> backlog, Wish wish, long told, SseEmitter emitter)
            throws IOException, InterruptedException {
        long last = told;
        while (!Thread.currentThread().isInterrupted()) {
            Numbered next = backlog.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                emitter.send(SseEmitter.event().comment("still here"));
                continue;
            }
            if (last > 0 && next.number() > last + 1) {
                emitter.send(SseEmitter.event().name("missed").data(next.number() - last - 1));
            }
            last = next.number();
            tell(next, wish, emitter);
        }
    }

    private void tell(Numbered numbered, Wish wish, SseEmitter emitter) throws IOException {
        TailedEvent event = reader.read(numbered.message());
        TailedEvent shown = wish.isPersonalDataAllowed() ? event : event.withoutPersonalData();
        // By what is shown: a filter must not tell what the data holds to those who may not see it.
        if (wish.filter().matches(shown)) {
            emitter.send(SseEmitter.event()
                    .id(process + ":" + numbered.number())
                    .name("event")
                    .data(shown));
        }
    }

    private long numberOf(@Nullable String lastEventId) {
        String own = process + ":";
        if (lastEventId == null || !lastEventId.startsWith(own)) {
            return 0;
        }
        try {
            return Long.parseLong(lastEventId.substring(own.length()));
        } catch (NumberFormatException strange) {
            return 0;
        }
    }
}
