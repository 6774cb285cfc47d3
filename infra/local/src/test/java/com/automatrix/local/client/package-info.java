@NullMarked
package com.automatrix.local.client;

import org.jspecify.annotations.NullMarked;
