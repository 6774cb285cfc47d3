package com.automatrix.execution.worker;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import org.jspecify.annotations.Nullable;

/** The config of {@code auto.contactWindow}. */
record ContactWindowConfig(
        @Nullable Object person, Channel channel, @Nullable Purpose purpose) {}
