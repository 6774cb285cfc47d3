package com.automatrix.execution.lead;

/** How a document came. */
enum Channel {
    ADF_EMAIL,
    ADF_HTTP,
    FORM
}
