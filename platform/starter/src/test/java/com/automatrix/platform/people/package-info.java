@NullMarked
package com.automatrix.platform.people;

import org.jspecify.annotations.NullMarked;
