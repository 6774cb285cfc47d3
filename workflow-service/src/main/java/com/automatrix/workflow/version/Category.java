package com.automatrix.workflow.version;

/** The part of the dealership that a workflow works for. */
enum Category {
    SALES,
    SERVICE,
    PARTS,
    FINANCE,
    SYSTEM,
    OTHER
}
