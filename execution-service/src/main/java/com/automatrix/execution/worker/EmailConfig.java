package com.automatrix.execution.worker;

import com.automatrix.execution.consent.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code email.send}; its schema says what it needs. */
record EmailConfig(
        String to,
        @Nullable List<String> cc,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String html,
        @Nullable String template,
        @Nullable Map<String, Object> values,
        @Nullable String from,
        @Nullable Purpose purpose,
        @Nullable Object person,
        @Nullable String personId) {}
