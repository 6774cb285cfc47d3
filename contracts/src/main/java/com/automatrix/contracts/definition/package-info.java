/** The workflow language as Java: one document defines a workflow. */
@NullMarked
package com.automatrix.contracts.definition;

import org.jspecify.annotations.NullMarked;
