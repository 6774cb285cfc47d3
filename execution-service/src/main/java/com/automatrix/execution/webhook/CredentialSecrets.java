package com.automatrix.execution.webhook;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.Credential.ApiKey;
import com.automatrix.platform.credential.Credential.Basic;
import com.automatrix.platform.credential.Credential.Bearer;
import com.automatrix.platform.credential.Credential.OAuth2Client;
import com.automatrix.platform.credential.Credential.SigningSecret;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes the secrets of webhooks from the dealership's credentials. */
@Component
class CredentialSecrets implements WebhookSecrets {

    private final ObjectProvider<Credentials> credentials;

    CredentialSecrets(ObjectProvider<Credentials> credentials) {
        this.credentials = credentials;
    }

    @Override
    public String get(String name) {
        Credentials known = credentials.getIfAvailable();
        if (known == null) {
            throw CredentialFailure.unavailable(name);
        }
        Credential credential = known.get(name);
        return switch (credential) {
            case SigningSecret secret -> secret.value();
            case ApiKey key -> key.value();
            case Bearer bearer -> bearer.token();
            case Basic basic -> throw CredentialFailure.wrongType(name, SigningSecret.class, basic);
            case OAuth2Client client -> throw CredentialFailure.wrongType(name, SigningSecret.class, client);
        };
    }
}
