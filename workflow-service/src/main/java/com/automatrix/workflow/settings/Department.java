package com.automatrix.workflow.settings;

/** A department with opening hours of its own. */
enum Department {
    SALES,
    SERVICE,
    PARTS
}
