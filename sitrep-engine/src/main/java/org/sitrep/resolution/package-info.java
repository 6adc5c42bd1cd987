/** Mentions to actors, places and days, once the whole article has been seen. */
@NullMarked
package org.sitrep.resolution;

import org.jspecify.annotations.NullMarked;
