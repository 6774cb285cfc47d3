/** The way to the other services: through the gateway, in the caller's name. */
@NullMarked
package com.automatrix.platform.gateway;

import org.jspecify.annotations.NullMarked;
