/** Who holds which place, on whose word. */
@NullMarked
package org.sitrep.assessment;

import org.jspecify.annotations.NullMarked;
