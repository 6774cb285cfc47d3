package com.automatrix.workflow.definition;

/**
 * A piece of data that has to be guarded.
 *
 * @param name where it comes from, such as {@code input.person.ssn}
 */
record Held(DataClass dataClass, String name) {

    static final Held NOTHING = new Held(DataClass.PUBLIC, "");

    static Held higher(Held one, Held other) {
        return other.dataClass().compareTo(one.dataClass()) > 0 ? other : one;
    }
}
