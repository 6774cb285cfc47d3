package com.automatrix.auth.credential;

import com.automatrix.platform.credential.Credential;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a credential is from now on.
 *
 * @param value left out keeps what is there
 */
record ChangeCredentialRequest(
        @Nullable @Size(max = 500) String description,
        @Nullable Credential value) {}
