package com.automatrix.execution.webhook;

/** Finds the secrets that senders and this service share, by the names that triggers give them. */
@FunctionalInterface
public interface WebhookSecrets {

    /**
     * The secret of that name, at most a minute old.
     *
     * @throws com.automatrix.platform.credential.CredentialFailure if it cannot be had, for now or for good
     */
    String get(String name);
}
