/** The keys that sign access tokens, and their public halves for everyone who checks one. */
@NullMarked
package com.automatrix.auth.key;

import org.jspecify.annotations.NullMarked;
