@NullMarked
package com.automatrix.platform.testapp;

import org.jspecify.annotations.NullMarked;
