/** Measures what the system finds against files made by hand. */
@NullMarked
package org.sitrep.evaluation;

import org.jspecify.annotations.NullMarked;
