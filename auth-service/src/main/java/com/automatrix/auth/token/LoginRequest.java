package com.automatrix.auth.token;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who wants to sign in. Its form is hardly checked: everything that does not match is simply refused. */
record LoginRequest(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
