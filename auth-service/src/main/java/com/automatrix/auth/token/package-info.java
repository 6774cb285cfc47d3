/** Signing in, staying signed in and signing out: sessions, refresh tokens, access tokens. */
@NullMarked
package com.automatrix.auth.token;

import org.jspecify.annotations.NullMarked;
