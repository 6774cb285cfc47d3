package com.automatrix.platform.people;

/** Auth-service could not be asked; a later try may succeed. */
public final class PeopleUnknown extends RuntimeException {

    PeopleUnknown(String because) {
        super("Expected auth-service to say who is asked, but " + because);
    }
}
