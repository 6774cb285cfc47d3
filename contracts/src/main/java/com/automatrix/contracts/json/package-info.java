/** The two JSON policies: definitions are read strictly, messages tolerantly. */
@NullMarked
package com.automatrix.contracts.json;

import org.jspecify.annotations.NullMarked;
