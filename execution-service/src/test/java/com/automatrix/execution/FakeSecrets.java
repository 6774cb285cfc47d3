package com.automatrix.execution;

import com.automatrix.execution.webhook.WebhookSecrets;
import com.automatrix.platform.credential.CredentialFailure;
import org.springframework.context.annotation.Primary;

/** Knows one secret, as the dealership's credentials would. */
@Primary
public final class FakeSecrets implements WebhookSecrets {

    public static final String NAME = "crm-webhook";
    public static final String SECRET = "it is a secret";

    @Override
    public String get(String name) {
        if (name.equals(NAME)) {
            return SECRET;
        }
        throw CredentialFailure.notFound(name);
    }
}
