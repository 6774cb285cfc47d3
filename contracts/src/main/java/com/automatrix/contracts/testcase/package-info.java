/** Tests that belong to a workflow, and what came of them. */
@NullMarked
package com.automatrix.contracts.testcase;

import org.jspecify.annotations.NullMarked;
