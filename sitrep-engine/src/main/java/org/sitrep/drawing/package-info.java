/** Draws maps. */
@NullMarked
package org.sitrep.drawing;

import org.jspecify.annotations.NullMarked;
