/** The hot path's statements: many rows in each, by arrays. */
@NullMarked
package com.automatrix.execution.persistence;

import org.jspecify.annotations.NullMarked;
