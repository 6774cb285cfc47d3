/** Who may call: tokens, roles, revoked sessions. */
@NullMarked
package com.automatrix.platform.security;

import org.jspecify.annotations.NullMarked;
