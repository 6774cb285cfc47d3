package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The event catalogue over HTTP, and the dealer's own types. */
@RestController
@RequestMapping("/api/event-types")
class EventTypeController {

    private final EventCatalogue catalogue;
    private final EventTypeService eventTypes;

    EventTypeController(EventCatalogue catalogue, EventTypeService eventTypes) {
        this.catalogue = catalogue;
        this.eventTypes = eventTypes;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<EventTypeResponse> list() {
        return Page.of(catalogue.all());
    }

    @GetMapping("/{type}")
    @PreAuthorize("hasRole('VIEWER')")
    EventTypeResponse get(@PathVariable String type) {
        return catalogue.find(type).orElseThrow(() -> EventTypeService.notFound(type));
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<EventTypeResponse> register(@Valid @RequestBody RegisterEventTypeRequest request, CurrentUser user) {
        RegisteredEventType type = request.asEventType();
        boolean isNew = eventTypes.register(type, user.name());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(EventTypeResponse.of(type));
    }

    @PutMapping("/{type}")
    @PreAuthorize("hasRole('ADMIN')")
    EventTypeResponse replace(
            @PathVariable String type, @Valid @RequestBody RegisterEventTypeRequest request, CurrentUser user) {
        RegisteredEventType replacement = request.asEventType();
        eventTypes.replace(type, replacement, user.name());
        return EventTypeResponse.of(replacement);
    }

    @DeleteMapping("/{type}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String type) {
        eventTypes.remove(type);
    }
}
