package com.automatrix.platform.credential;

/**
 * Finds credentials by the names that workflows and settings give them.
 *
 * <p>Promises: answers within seconds; what it answers is at most a minute old; safe for many threads; logs no value.
 * The caller fetches a credential at the moment of use and does not keep it. In a test it is a lambda.
 */
@FunctionalInterface
public interface Credentials {

    /**
     * The credential of that name.
     *
     * @throws CredentialFailure as what a step fails with: {@link CredentialFailure#error()}
     */
    Credential get(String name);

    /**
     * The credential of that name, of the kind that the caller can use.
     *
     * @throws CredentialFailure with {@code credential.wrong-type} if it is of another kind
     */
    default <C extends Credential> C get(String name, Class<C> type) {
        Credential found = get(name);
        if (!type.isInstance(found)) {
            throw CredentialFailure.wrongType(name, type, found);
        }
        return type.cast(found);
    }
}
