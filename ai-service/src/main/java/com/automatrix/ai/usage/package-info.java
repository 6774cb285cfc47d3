/** What calls cost, what they may cost, and what was asked. */
@NullMarked
package com.automatrix.ai.usage;

import org.jspecify.annotations.NullMarked;
