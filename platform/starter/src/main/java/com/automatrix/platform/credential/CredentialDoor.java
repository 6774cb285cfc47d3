package com.automatrix.platform.credential;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.credential.AuthDoor.Answer;
import com.automatrix.platform.credential.AuthDoor.Closed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Asks auth-service for a credential. */
final class CredentialDoor {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialDoor.class);

    private final AuthDoor door;

    CredentialDoor(AuthDoor door) {
        this.door = door;
    }

    record Refusal(@Nullable String code) {}

    Credential ask(String name) {
        if (name.isBlank()) {
            throw CredentialFailure.notFound(name);
        }
        try {
            return answer(name);
        } catch (Closed | IOException | JacksonException away) {
            LOG.warn("credential not had name={} because=\"{}\"", name, because(away));
            throw CredentialFailure.unavailable(name);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw CredentialFailure.unavailable(name);
        }
    }

    private Credential answer(String name) throws Closed, IOException, InterruptedException {
        Answer answer = door.get("/internal/credentials/" + AuthDoor.encoded(name));
        return switch (answer.status()) {
            case 200 -> ContractJson.events().readValue(answer.body(), Credential.class);
            case 404 -> throw refused(name, answer);
            default -> throw new Closed("auth-service answered " + answer.status());
        };
    }

    // Another server at that address knows no credential either, but cannot say that there is none.
    private static CredentialFailure refused(String name, Answer answer) throws Closed {
        Refusal refusal = ContractJson.events().readValue(answer.body(), Refusal.class);
        if ("credential.not-found".equals(refusal.code())) {
            return CredentialFailure.notFound(name);
        }
        throw new Closed("auth-service answered 404");
    }

    // What could not be read may hold a value, and its exception may quote it.
    private static String because(Exception away) {
        return away instanceof Closed closed
                ? String.valueOf(closed.getMessage())
                : away.getClass().getSimpleName();
    }
}
