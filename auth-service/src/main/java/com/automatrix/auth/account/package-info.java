/** People and the local script who may sign in, their passwords and roles. */
@NullMarked
package com.automatrix.auth.account;

import org.jspecify.annotations.NullMarked;
