/** The credentials by which workflows prove themselves to other systems: written by people, read by workers alone. */
@NullMarked
package com.automatrix.auth.credential;

import org.jspecify.annotations.NullMarked;
