package com.automatrix.auth.account;

import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What every user may see and do about the own account. */
@RestController
@RequestMapping("/api/auth")
class OwnAccountController {

    private final AccountService accounts;
    private final PasswordChange passwordChange;

    OwnAccountController(AccountService accounts, PasswordChange passwordChange) {
        this.accounts = accounts;
        this.passwordChange = passwordChange;
    }

    @GetMapping("/me")
    UserResponse me(CurrentUser user) {
        return UserResponse.of(own(user));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(CurrentUser user, @Valid @RequestBody ChangePasswordRequest request, HttpServletRequest http) {
        passwordChange.change(own(user), request, UUID.fromString(user.sessionId()), http.getRemoteAddr());
    }

    /** The account as it is now, which may differ from what the token says. */
    private Account own(CurrentUser user) {
        return accounts.find(user.id()).filter(Account::isActive).orElseThrow(Unauthenticated::token);
    }
}
