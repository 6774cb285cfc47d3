package com.automatrix.auth.credential;

import java.util.List;

/**
 * What a rotation has done.
 *
 * @param reEncrypted how many credentials were under an old key
 * @param unreadable names of credentials whose key is not configured: they have to be entered again
 */
record RotationResponse(int reEncrypted, List<String> unreadable) {

    RotationResponse {
        unreadable = List.copyOf(unreadable);
    }
}
