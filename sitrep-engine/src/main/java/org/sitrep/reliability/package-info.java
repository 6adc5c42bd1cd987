/** Who vouches for an event, what they stand to gain, how well they were borne out, and what grade follows. */
@NullMarked
package org.sitrep.reliability;

import org.jspecify.annotations.NullMarked;
