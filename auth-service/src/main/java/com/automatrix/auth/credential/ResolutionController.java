package com.automatrix.auth.credential;

import com.automatrix.platform.credential.Credential;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives a service the credential that a step of it is about to use. The gateway does not lead here. */
@RestController
class ResolutionController {

    private final CredentialService credentials;

    ResolutionController(CredentialService credentials) {
        this.credentials = credentials;
    }

    @GetMapping("/internal/credentials/{name}")
    ResponseEntity<Credential> resolve(@PathVariable String name, @AuthenticationPrincipal Jwt service) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(credentials.resolve(name, Objects.requireNonNull(service.getSubject())));
    }
}
