package com.automatrix.workflow.version;

/** What the audit log keeps of a publication that did not wait for the tests. */
record TestOverrideAudit(int version, long revision, int tests) {}
