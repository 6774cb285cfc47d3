package com.automatrix.execution;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import org.springframework.context.annotation.Primary;

/** Knows the account of the provider of text messages. */
@Primary
public final class FakeCredentials implements Credentials {

    public static final String NAME = "texts";
    public static final String ACCOUNT = "AC1";
    public static final String SECRET = "hush-hush";

    @Override
    public Credential get(String name) {
        if (name.equals(NAME)) {
            return new Credential.Basic(ACCOUNT, SECRET);
        }
        throw CredentialFailure.notFound(name);
    }
}
