@NullMarked
package com.automatrix.platform.security;

import org.jspecify.annotations.NullMarked;
