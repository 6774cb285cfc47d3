package com.automatrix.auth.credential;

import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credentials, for administrators: what is secret goes in and never comes out. */
@RestController
@RequestMapping("/api/credentials")
@PreAuthorize("hasRole('ADMIN')")
class CredentialController {

    private final CredentialService credentials;

    CredentialController(CredentialService credentials) {
        this.credentials = credentials;
    }

    @GetMapping
    Page<CredentialResponse> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return credentials.list(Limit.of(limit), cursor).map(CredentialResponse::of);
    }

    @GetMapping("/{name}")
    CredentialResponse get(@PathVariable String name) {
        return CredentialResponse.of(credentials.get(name));
    }

    @PostMapping
    ResponseEntity<CredentialResponse> add(@Valid @RequestBody AddCredentialRequest request, CurrentUser user) {
        var added = credentials.add(request, user.name());
        return ResponseEntity.created(URI.create("/api/credentials/" + added.name()))
                .body(CredentialResponse.of(added));
    }

    @PutMapping("/{name}")
    CredentialResponse change(
            @PathVariable String name, @Valid @RequestBody ChangeCredentialRequest request, CurrentUser user) {
        return CredentialResponse.of(credentials.change(name, request, user.name()));
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> delete(@PathVariable String name) {
        credentials.delete(name);
        return ResponseEntity.noContent().build();
    }

    /** Encrypts anew what is still under an old key. */
    @PostMapping("/rotate")
    RotationResponse rotate() {
        return credentials.rotate();
    }
}
