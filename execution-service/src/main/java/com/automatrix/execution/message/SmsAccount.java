package com.automatrix.execution.message;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.Credentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose account texts are sent by: that of a credential of the dealership, else that of the configuration. */
@Component
class SmsAccount {

    private final SmsProperties properties;
    private final ObjectProvider<Credentials> credentials;

    SmsAccount(SmsProperties properties, ObjectProvider<Credentials> credentials) {
        this.properties = properties;
        this.credentials = credentials;
    }

    /** The account and its secret. */
    record Account(String sid, String secret) {

        @Override
        public String toString() {
            return "Account[sid=%s]".formatted(sid);
        }
    }

    /**
     * Asked for at each use and not kept.
     *
     * @throws com.automatrix.platform.credential.CredentialFailure if the credential cannot be had, or is of another kind
     */
    Account get() {
        String name = properties.credential();
        if (name == null || name.isBlank()) {
            return new Account(String.valueOf(properties.accountSid()), properties.authToken());
        }
        Credential.Basic pair = credentials.getObject().get(name, Credential.Basic.class);
        return new Account(pair.username(), pair.password());
    }
}
