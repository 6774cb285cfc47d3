package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody who is signed in whom else there is to give a task to. */
@RestController
class ColleagueController {

    private final AccountRepository accounts;

    ColleagueController(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Somebody who may sign in, as others may know them. */
    record ColleagueResponse(String email, String name, List<Role> roles, List<String> groups) {

        ColleagueResponse {
            roles = List.copyOf(roles);
            groups = List.copyOf(groups);
        }

        private static ColleagueResponse of(Account account) {
            return new ColleagueResponse(
                    account.email(),
                    account.name(),
                    account.roles().stream().sorted().toList(),
                    account.groups().stream().sorted().toList());
        }
    }

    /** All of them, by name: those of one dealership. */
    record ColleaguesResponse(List<ColleagueResponse> items) {

        ColleaguesResponse {
            items = List.copyOf(items);
        }
    }

    @GetMapping("/api/users/colleagues")
    ColleaguesResponse colleagues() {
        return new ColleaguesResponse(
                accounts.activePeople().stream().map(ColleagueResponse::of).toList());
    }
}
