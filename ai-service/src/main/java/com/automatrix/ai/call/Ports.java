package com.automatrix.ai.call;

/** What a call passes on its way to a model and back. */
public record Ports(Privacy privacy, Budgets budgets, Gate gate, AnswerCache cache, CallLog log) {

    /** Lets everything pass and keeps nothing. */
    public static final Ports OPEN = new Ports(Privacy.NONE, Budgets.NONE, Gate.OPEN, AnswerCache.NONE, CallLog.NONE);
}
