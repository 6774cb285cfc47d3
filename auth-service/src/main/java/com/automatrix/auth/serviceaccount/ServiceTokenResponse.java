package com.automatrix.auth.serviceaccount;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A token for a service, in the form of RFC 6749. */
record ServiceTokenResponse(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    @Override
    public String toString() {
        return "ServiceTokenResponse[expiresIn=%d]".formatted(expiresIn);
    }
}
