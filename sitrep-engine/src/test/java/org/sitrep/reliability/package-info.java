/** Tests and figures of the grading of sources and events. */
@NullMarked
package org.sitrep.reliability;

import org.jspecify.annotations.NullMarked;
