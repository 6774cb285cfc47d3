package com.automatrix.auth.credential;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Says at each start which credentials there are, so that the others know it even if there are none. */
@Component
class CredentialAnnouncement implements ApplicationRunner {

    private final CredentialService credentials;

    CredentialAnnouncement(CredentialService credentials) {
        this.credentials = credentials;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        credentials.announce();
    }
}
