/** The ids that travel between services, each a type of its own and a string in JSON. */
@NullMarked
package com.automatrix.contracts.id;

import org.jspecify.annotations.NullMarked;
