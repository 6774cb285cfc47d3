package com.automatrix.auth.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The password that is, and the one that is to be. */
record ChangePasswordRequest(
        @NotNull @Size(max = PasswordPolicy.MAXIMUM) String currentPassword,
        @NotNull @Size(max = PasswordPolicy.MAXIMUM) String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
