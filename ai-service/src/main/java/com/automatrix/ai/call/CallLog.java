package com.automatrix.ai.call;

/** Where each request to a model is written down; never throws for a record that it cannot keep. */
@FunctionalInterface
public interface CallLog {

    CallLog NONE = record -> {};

    void add(CallRecord record);
}
