package com.automatrix.auth.account;

import com.automatrix.platform.page.Page;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of other systems, for administrators. */
@RestController
@RequestMapping("/api/users/services")
@PreAuthorize("hasRole('ADMIN')")
class ServiceAccountController {

    private final ServiceAccountService services;
    private final Passwords passwords;

    ServiceAccountController(ServiceAccountService services, Passwords passwords) {
        this.services = services;
        this.passwords = passwords;
    }

    @GetMapping
    Page<ServiceAccountResponse> list() {
        return Page.of(services.list().stream().map(ServiceAccountResponse::of).toList());
    }

    @PostMapping
    ResponseEntity<ServiceAccountSecretResponse> add(@Valid @RequestBody AddServiceAccountRequest request) {
        var secret = passwords.random();
        var account = services.add(request, secret);
        return ResponseEntity.created(URI.create("/api/users/" + account.id()))
                .cacheControl(CacheControl.noStore())
                .body(new ServiceAccountSecretResponse(ServiceAccountResponse.of(account), secret));
    }

    @PostMapping("/{id}/rotate")
    ResponseEntity<ServiceAccountSecretResponse> rotate(@PathVariable UUID id) {
        var secret = passwords.random();
        var account = services.rotate(id, secret);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ServiceAccountSecretResponse(ServiceAccountResponse.of(account), secret));
    }
}
