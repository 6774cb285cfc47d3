/** Messages to people: what was sent, or would have been, and by which way it leaves. */
@NullMarked
package com.automatrix.execution.message;

import org.jspecify.annotations.NullMarked;
