/** What the services log about a request or an event, handed on to whoever looks at what became of it. */
@NullMarked
package com.automatrix.platform.logline;

import org.jspecify.annotations.NullMarked;
