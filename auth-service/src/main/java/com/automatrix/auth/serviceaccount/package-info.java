/** The product's own services as callers: their secrets, their tokens, and the door that opens to them alone. */
@NullMarked
package com.automatrix.auth.serviceaccount;

import org.jspecify.annotations.NullMarked;
