package com.automatrix.platform.people;

import java.util.List;
import java.util.UUID;

/**
 * Finds the people of a department, position or role, or one of them.
 *
 * <p>Promises: answers within seconds; what it answers is at most a minute old; safe for many threads. In a test it is a
 * lambda.
 */
@FunctionalInterface
public interface People {

    /** Somebody who may sign in. */
    record Person(UUID id, String email, String name) {

        @Override
        public String toString() {
            return "Person[id=%s]".formatted(id);
        }
    }

    /**
     * Those who may sign in and have the role, are in the group, or have the e-mail address (in lower case) of that name;
     * nobody if there is none such.
     *
     * @throws PeopleUnknown if auth-service does not say
     */
    List<Person> in(String membership);
}
