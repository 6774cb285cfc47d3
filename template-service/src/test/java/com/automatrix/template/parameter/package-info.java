/** Makes a workflow of a template and a person's answers. */
@NullMarked
package com.automatrix.template.parameter;

import org.jspecify.annotations.NullMarked;
