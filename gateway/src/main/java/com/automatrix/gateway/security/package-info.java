/** What a browser is told about this site. */
@NullMarked
package com.automatrix.gateway.security;

import org.jspecify.annotations.NullMarked;
