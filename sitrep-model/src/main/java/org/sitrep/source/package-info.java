/** How well sources were borne out, who vouches for an event, and what grade follows from it. */
@NullMarked
package org.sitrep.source;

import org.jspecify.annotations.NullMarked;
