/** The tests that belong to workflows: kept here, run by execution-service. */
@NullMarked
package com.automatrix.workflow.testing;

import org.jspecify.annotations.NullMarked;
