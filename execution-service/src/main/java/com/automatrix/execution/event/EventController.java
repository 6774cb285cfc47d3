package com.automatrix.execution.event;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for events of systems that cannot reach Kafka: CloudEvents over HTTP, single and in batches. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
class EventController {

    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final EventDoor door;

    EventController(EventDoor door) {
        this.door = door;
    }

    /** 202 if all were accepted, 207 if some, 400 if none; what is accepted is durable. */
    @PostMapping("/api/events")
    ResponseEntity<EventsResponse> take(HttpServletRequest request) throws IOException {
        List<EventResult> results =
                door.take(HttpEvents.read(request.getContentType(), headers(request), body(request)));
        EventsResponse response = EventsResponse.of(results);
        if (response.refused() == 0) {
            return ResponseEntity.accepted().body(response);
        }
        if (response.accepted() == 0) {
            throw refusal(results);
        }
        return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(response);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new TooLarge(
                    "event.too-large",
                    "Expected events of at most %d bytes together, but they are larger.".formatted(LARGEST_BODY));
        }
        return body;
    }

    private static RuntimeException refusal(List<EventResult> results) {
        List<Violation> violations =
                results.stream().flatMap(result -> result.violations().stream()).toList();
        if (violations.size() == 1 && violations.getFirst().code().equals(EventJudge.TOO_LARGE)) {
            return new TooLarge("event.too-large", violations.getFirst().message());
        }
        return new Invalid("event.invalid", "Expected events that can be taken, but none can.", violations);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
