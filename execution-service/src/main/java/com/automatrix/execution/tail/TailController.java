package com.automatrix.execution.tail;

import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live tail of events over HTTP: the newest that are still here, then what arrives. */
@RestController
class TailController {

    private final TailStreams streams;

    TailController(TailStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/events/tail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasRole('VIEWER')")
    SseEmitter tail(
            TailFilter filter,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            CurrentUser user) {
        return streams.open(new TailStreams.Wish(filter, lastEventId, user.has(Role.OPERATOR)));
    }
}
