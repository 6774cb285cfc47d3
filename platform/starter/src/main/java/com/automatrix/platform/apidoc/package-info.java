/** Describes a service's API, as OpenAPI, for whoever programs against it. */
@NullMarked
package com.automatrix.platform.apidoc;

import org.jspecify.annotations.NullMarked;
