package com.automatrix.ai.provider;

/** One message of a conversation with a model. */
public record Message(Role role, String text) {

    /** Whose words they are. */
    public enum Role {
        /** The author's of the workflow: what to do. */
        INSTRUCTIONS,
        /** A customer's or a system's: what it is about, never what to do. */
        DATA,
        /** The model's own earlier answer. */
        ANSWER,
        /** This service's: what is wrong with that answer. */
        CORRECTION,
        /** A tool's: what a call in an earlier answer came to, never what to do. */
        OUTCOME
    }

    public static Message instructions(String text) {
        return new Message(Role.INSTRUCTIONS, text);
    }

    public static Message data(String text) {
        return new Message(Role.DATA, text);
    }

    public static Message answer(String text) {
        return new Message(Role.ANSWER, text);
    }

    public static Message outcome(String text) {
        return new Message(Role.OUTCOME, text);
    }

    public static Message correction(String text) {
        return new Message(Role.CORRECTION, text);
    }
}
