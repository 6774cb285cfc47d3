/** Demo data that is put in once, at the first start with the profile "demo". */
@NullMarked
package com.automatrix.workflow.demo;

import org.jspecify.annotations.NullMarked;
