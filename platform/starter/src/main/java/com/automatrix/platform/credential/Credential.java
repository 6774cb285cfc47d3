package com.automatrix.platform.credential;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What proves to another system who calls, in one of its kinds. Its secret parts are for the moment of use: they are
 * neither kept nor logged, and none of them prints.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Credential.Basic.class, name = "BASIC"),
    @JsonSubTypes.Type(value = Credential.Bearer.class, name = "BEARER"),
    @JsonSubTypes.Type(value = Credential.ApiKey.class, name = "API_KEY"),
    @JsonSubTypes.Type(value = Credential.OAuth2Client.class, name = "OAUTH2_CLIENT"),
    @JsonSubTypes.Type(value = Credential.SigningSecret.class, name = "SIGNING_SECRET")
})
public sealed interface Credential {

    /** The parts that may appear nowhere: whoever shows what another system answered takes them out. */
    Set<String> secrets();

    /** A user name and its password: HTTP Basic (RFC 7617), SMTP. */
    record Basic(String username, String password) implements Credential {

        @Override
        public Set<String> secrets() {
            return Set.of(password);
        }

        @Override
        public String toString() {
            return "Basic[]";
        }
    }

    /** A token that is sent as it is (RFC 6750). */
    record Bearer(String token) implements Credential {

        @Override
        public Set<String> secrets() {
            return Set.of(token);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** A key that is sent in a header of the other system's choice. */
    record ApiKey(String header, String value) implements Credential {

        @Override
        public Set<String> secrets() {
            return Set.of(value);
        }

        @Override
        public String toString() {
            return "ApiKey[header=%s]".formatted(header);
        }
    }

    /**
     * A client that fetches short-lived tokens (RFC 6749, client credentials).
     *
     * @param tokenUrl where tokens are fetched
     * @param scope what the tokens are for, in the words of the other system
     */
    record OAuth2Client(
            String tokenUrl,
            String clientId,
            String clientSecret,
            @Nullable String scope) implements Credential {

        @Override
        public Set<String> secrets() {
            return Set.of(clientSecret);
        }

        @Override
        public String toString() {
            return "OAuth2Client[tokenUrl=%s]".formatted(tokenUrl);
        }
    }

    /** What both sides know, and bodies are signed with. */
    record SigningSecret(String value) implements Credential {

        @Override
        public Set<String> secrets() {
            return Set.of(value);
        }

        @Override
        public String toString() {
            return "SigningSecret[]";
        }
    }
}
