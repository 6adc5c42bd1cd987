/** Who holds which place, on whose word; zones and distances between opposed forces. */
@NullMarked
package org.sitrep.control;

import org.jspecify.annotations.NullMarked;
