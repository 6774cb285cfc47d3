package com.automatrix.workflow.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/** When no customer is contacted; it may pass midnight. */
record QuietHours(
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime from,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime to) {}
