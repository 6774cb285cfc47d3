/** Who may use the system: accounts, sessions, access tokens and the keys that sign them. */
@NullMarked
package com.automatrix.auth;

import org.jspecify.annotations.NullMarked;
