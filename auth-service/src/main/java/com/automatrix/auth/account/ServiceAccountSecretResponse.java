package com.automatrix.auth.account;

/**
 * A service account with its new secret.
 *
 * @param secret shown this once
 */
record ServiceAccountSecretResponse(ServiceAccountResponse account, String secret) {

    @Override
    public String toString() {
        return "ServiceAccountSecretResponse[account=%s]".formatted(account.id());
    }
}
