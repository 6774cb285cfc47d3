package com.automatrix.execution.message;

import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
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

/** The texts that steps send by their name. */
@RestController
@RequestMapping("/api/message-templates")
class MessageTemplateController {

    private final MessageTemplateService templates;
    private final MessageTemplateStore store;

    MessageTemplateController(MessageTemplateService templates, MessageTemplateStore store) {
        this.templates = templates;
        this.store = store;
    }

    /** All of them, by name. */
    record TemplatesResponse(List<MessageTemplate> items) {

        TemplatesResponse {
            items = List.copyOf(items);
        }
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    TemplatesResponse list() {
        return new TemplatesResponse(store.all());
    }

    @GetMapping("/{name}")
    @PreAuthorize("hasRole('VIEWER')")
    MessageTemplate get(@PathVariable String name) {
        return templates.find(name);
    }

    @PostMapping
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<MessageTemplate> add(@Valid @RequestBody MessageTemplateRequest request, CurrentUser user) {
        MessageTemplate added = templates.add(request, user);
        return ResponseEntity.created(URI.create("/api/message-templates/" + added.name()))
                .body(added);
    }

    @PutMapping("/{name}")
    @PreAuthorize("hasRole('BUILDER')")
    MessageTemplate change(
            @PathVariable String name, @Valid @RequestBody MessageTemplateRequest request, CurrentUser user) {
        return templates.change(name, request, user);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('BUILDER')")
    void delete(@PathVariable String name) {
        templates.delete(name);
    }
}
