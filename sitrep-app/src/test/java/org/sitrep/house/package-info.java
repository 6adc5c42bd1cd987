/** Tests of the house as a whole: floors, rooms, and where knowledge may stand. */
@NullMarked
package org.sitrep.house;

import org.jspecify.annotations.NullMarked;
