/** The way to the other services, in the name of whoever asks this one. */
@NullMarked
package com.automatrix.ai.gateway;

import org.jspecify.annotations.NullMarked;
