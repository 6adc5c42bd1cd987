/** Stretches of characters, and texts that know the way back to what was published. */
@NullMarked
package org.sitrep.text;

import org.jspecify.annotations.NullMarked;
