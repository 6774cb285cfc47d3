/** Which service answers which address, and how a request gets there and back. */
@NullMarked
package com.automatrix.gateway.route;

import org.jspecify.annotations.NullMarked;
