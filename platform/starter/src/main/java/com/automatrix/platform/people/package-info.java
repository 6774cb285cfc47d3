/** Whom auth-service knows, for services that write to people. */
@NullMarked
package com.automatrix.platform.people;

import org.jspecify.annotations.NullMarked;
