package com.automatrix.ai.prompt;

import com.automatrix.ai.prompt.Asking.Outcome;
import com.automatrix.ai.prompt.PromptRequests.Preview;
import com.automatrix.ai.prompt.PromptRequests.Response;
import com.automatrix.ai.prompt.PromptRequests.Save;
import com.automatrix.ai.prompt.PromptRequests.Try;
import com.automatrix.ai.prompt.PromptStore.Prompt;
import com.automatrix.ai.prompt.PromptStore.Use;
import com.automatrix.ai.prompt.PromptStore.Version;
import com.automatrix.ai.provider.Message;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prompts over HTTP: everybody reads, builders write and try. */
@RestController
@RequestMapping("/api/prompts")
@PreAuthorize("hasRole('VIEWER')")
class PromptController {

    private final PromptStore store;
    private final PromptService service;
    private final PromptTrials trials;
    private final PromptText texts = new PromptText();

    PromptController(PromptStore store, PromptService service, PromptTrials trials) {
        this.store = store;
        this.service = service;
        this.trials = trials;
    }

    @GetMapping
    Page<Prompt> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return store.list(Limit.of(limit), Cursor.read(cursor, 1));
    }

    @PostMapping
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<Response> create(@Valid @RequestBody Save request, CurrentUser user) {
        Prompt prompt = service.create(request, user.name());
        return ResponseEntity.created(URI.create("/api/prompts/" + prompt.id())).body(response(prompt));
    }

    @GetMapping("/{id}")
    Response get(@PathVariable UUID id) {
        return response(service.get(id));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    Response change(@PathVariable UUID id, @Valid @RequestBody Save request, CurrentUser user) {
        return response(service.change(id, request, user.name()));
    }

    @GetMapping("/{id}/versions")
    List<Version> versions(@PathVariable UUID id) {
        return store.versions(service.get(id).id());
    }

    @GetMapping("/{id}/versions/{version}")
    Version version(@PathVariable UUID id, @PathVariable int version) {
        return service.version(id, version);
    }

    @GetMapping("/{id}/diff")
    List<PromptDiff.Part> diff(@PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        return PromptDiff.between(
                service.version(id, from).content(), service.version(id, to).content());
    }

    /** The messages as they would be made, before privacy takes out what a model must not see. */
    @PostMapping("/{id}/preview")
    @PreAuthorize("hasRole('BUILDER')")
    List<Message> preview(@PathVariable UUID id, @Valid @RequestBody Preview request) {
        if (request.content() != null) {
            texts.check(request.content());
        }
        PromptContent content = request.content() == null
                ? service.version(id, request.version()).content()
                : request.content();
        return texts.messages(content, request.variables());
    }

    @PostMapping("/{id}/try")
    @PreAuthorize("hasRole('BUILDER')")
    List<Outcome> tryOut(@PathVariable UUID id, @Valid @RequestBody Try request) {
        return trials.tryOut(id, request);
    }

    /** Which workflows have called it, newest first. */
    @GetMapping("/{id}/uses")
    List<Use> uses(@PathVariable UUID id) {
        return store.uses(service.get(id).id());
    }

    private Response response(Prompt prompt) {
        return new Response(
                prompt.id(),
                prompt.name(),
                prompt.description(),
                prompt.version(),
                service.version(prompt.id(), prompt.version()).content(),
                prompt.createdAt(),
                prompt.changedAt(),
                prompt.changedBy());
    }
}
