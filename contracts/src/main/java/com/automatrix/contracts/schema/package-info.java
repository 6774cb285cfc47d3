/** Checking JSON trees against JSON Schemas. */
@NullMarked
package com.automatrix.contracts.schema;

import org.jspecify.annotations.NullMarked;
