package com.automatrix.execution.persistence;

/** Names one gate or correlation. */
public record AggregateKey(Kind kind, String key) {

    /** What an aggregate decides about. */
    public enum Kind {
        GATE,
        CORRELATION
    }

    public static AggregateKey gate(String key) {
        return new AggregateKey(Kind.GATE, key);
    }

    public static AggregateKey correlation(String key) {
        return new AggregateKey(Kind.CORRELATION, key);
    }
}
