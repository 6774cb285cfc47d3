package com.automatrix.auth.account;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells a service whom it may write to. The gateway does not lead here. */
@RestController
class PeopleController {

    private final AccountRepository accounts;

    PeopleController(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Somebody who may sign in. */
    record PersonResponse(UUID id, String email, String name) {}

    /** Those of a role or group, or the one of an e-mail address. */
    record PeopleResponse(List<PersonResponse> items) {

        PeopleResponse {
            items = List.copyOf(items);
        }
    }

    @GetMapping("/internal/people/{membership}")
    PeopleResponse members(@PathVariable String membership) {
        return new PeopleResponse(accounts.members(membership).stream()
                .map(account -> new PersonResponse(account.id(), account.email(), account.name()))
                .toList());
    }
}
