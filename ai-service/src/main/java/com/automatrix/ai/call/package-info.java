/** The one way to a model: every step and every request of this service that asks one goes through here. */
@NullMarked
package com.automatrix.ai.call;

import org.jspecify.annotations.NullMarked;
