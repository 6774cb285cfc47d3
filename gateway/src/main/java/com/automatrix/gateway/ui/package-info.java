/** The user interface's files. */
@NullMarked
package com.automatrix.gateway.ui;

import org.jspecify.annotations.NullMarked;
