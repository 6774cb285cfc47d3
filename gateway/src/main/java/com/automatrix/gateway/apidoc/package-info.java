/** One document for the API of all services. */
@NullMarked
package com.automatrix.gateway.apidoc;

import org.jspecify.annotations.NullMarked;
