package com.automatrix.auth.token;

import com.automatrix.auth.account.UserResponse;

/**
 * Somebody is signed in.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer …}
 * @param expiresIn seconds until it expires
 */
record SignedInResponse(String accessToken, long expiresIn, UserResponse user) {

    @Override
    public String toString() {
        return "SignedInResponse[user=%s]".formatted(user.id());
    }
}
