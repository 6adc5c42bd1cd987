/** Tests of areas, fronts, distances and zones. */
@NullMarked
package org.sitrep.territory;

import org.jspecify.annotations.NullMarked;
