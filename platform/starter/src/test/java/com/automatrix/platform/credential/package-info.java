/** Credentials by their name, for the workers that use them at the very moment. */
@NullMarked
package com.automatrix.platform.credential;

import org.jspecify.annotations.NullMarked;
