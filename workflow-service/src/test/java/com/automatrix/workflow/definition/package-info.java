/** What is wrong with a definition, said without Spring, a database or a clock. */
@NullMarked
package com.automatrix.workflow.definition;

import org.jspecify.annotations.NullMarked;
