package com.automatrix.workflow.settings;

/** A day of the week as settings name it. */
enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
}
