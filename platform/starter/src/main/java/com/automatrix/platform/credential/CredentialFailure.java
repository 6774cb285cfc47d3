package com.automatrix.platform.credential;

import com.automatrix.contracts.message.StepError;

/** Why a credential could not be had, as the error that a step fails with. */
public final class CredentialFailure extends RuntimeException {

    private final transient StepError error;

    private CredentialFailure(StepError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    public StepError error() {
        return error;
    }

    /** There is none of that name: final. */
    public static CredentialFailure notFound(String name) {
        return new CredentialFailure(StepError.permanent(
                "credential.not-found",
                "Expected a credential \"%s\", but there is none. An administrator can add it.".formatted(name)));
    }

    /** It cannot be asked for at the moment: another attempt may go better. */
    public static CredentialFailure unavailable(String name) {
        return new CredentialFailure(StepError.passing(
                "credential.unavailable",
                "Expected to be given the credential \"%s\", but credentials cannot be had at the moment."
                        .formatted(name)));
    }

    /** It is of a kind that the caller cannot use: final. */
    public static CredentialFailure wrongType(String name, Class<? extends Credential> expected, Credential actual) {
        return new CredentialFailure(StepError.permanent(
                "credential.wrong-type",
                "Expected \"%s\" to be a credential of the kind %s, but it is of the kind %s."
                        .formatted(
                                name,
                                expected.getSimpleName(),
                                actual.getClass().getSimpleName())));
    }
}
