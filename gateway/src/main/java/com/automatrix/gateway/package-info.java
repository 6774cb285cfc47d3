/** The only door of the system. */
@NullMarked
package com.automatrix.gateway;

import org.jspecify.annotations.NullMarked;
