package com.automatrix.auth.account;

import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users, for administrators. */
@RestController
@RequestMapping("/api/users")
@PreAuthorize("hasRole('ADMIN')")
class UserController {

    private final AccountService accounts;
    private final Passwords passwords;

    UserController(AccountService accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @GetMapping
    Page<ManagedUserResponse> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return accounts.list(Limit.of(limit), cursor).map(ManagedUserResponse::of);
    }

    @GetMapping("/{id}")
    ManagedUserResponse get(@PathVariable UUID id) {
        return ManagedUserResponse.of(accounts.get(id));
    }

    @PostMapping
    ResponseEntity<InvitationResponse> invite(@Valid @RequestBody InviteUserRequest request) {
        var temporaryPassword = passwords.random();
        var account = accounts.invite(request, temporaryPassword);
        return ResponseEntity.created(URI.create("/api/users/" + account.id()))
                .cacheControl(CacheControl.noStore())
                .body(new InvitationResponse(ManagedUserResponse.of(account), temporaryPassword));
    }

    @PatchMapping("/{id}")
    ManagedUserResponse change(@PathVariable UUID id, @Valid @RequestBody ChangeUserRequest request) {
        return ManagedUserResponse.of(accounts.change(id, request));
    }
}
