package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the messages that were sent or would have been, and the addresses that nothing is sent to. */
@RestController
@RequestMapping("/api/messages")
@PreAuthorize("hasRole('VIEWER')")
class MessageController {

    private final MessageQueries queries;
    private final Suppressions suppressions;
    private final SuppressionService removal;

    MessageController(MessageQueries queries, Suppressions suppressions, SuppressionService removal) {
        this.queries = queries;
        this.suppressions = suppressions;
        this.removal = removal;
    }

    @GetMapping
    Page<MessageSummary> list(
            MessageFilter.Request filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(MessageFilter.read(filter), Limit.of(limit), Cursor.read(cursor, 1));
    }

    @GetMapping("/{id}")
    Message get(@PathVariable UUID id) {
        return queries.find(id)
                .orElseThrow(() ->
                        new NotFound("message.not-found", "Expected a message %s, but there is none.".formatted(id)));
    }

    /** Those in whose address the given part stands; without one, all. */
    @GetMapping("/suppressions")
    Page<Suppressions.Suppression> suppressions(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return suppressions.list(address.strip(), Limit.of(limit), Cursor.read(cursor, 2));
    }

    /** Lets the address be written to again, since it exists after all. */
    @DeleteMapping("/suppressions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    void allow(@RequestParam Channel channel, @RequestParam String address) {
        removal.remove(channel, address);
    }
}
