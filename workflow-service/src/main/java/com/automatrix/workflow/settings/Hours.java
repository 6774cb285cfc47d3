package com.automatrix.workflow.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/** When a department is open on one day, in the dealership's time zone. */
record Hours(
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime open,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime close) {}
