/** What a customer's words surely mean: decided before any model, and no model may decide otherwise. */
@NullMarked
package com.automatrix.ai.rule;

import org.jspecify.annotations.NullMarked;
