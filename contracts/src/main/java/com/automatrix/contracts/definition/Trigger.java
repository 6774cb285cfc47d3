package com.automatrix.contracts.definition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What starts an execution without a person asking for it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventTrigger.class, name = "event"),
    @JsonSubTypes.Type(value = ScheduleTrigger.class, name = "schedule"),
    @JsonSubTypes.Type(value = WebhookTrigger.class, name = "webhook")
})
public sealed interface Trigger permits EventTrigger, ScheduleTrigger, WebhookTrigger {

    /** Unique among the triggers of a definition. */
    String id();
}
