/** The unit of evidence: one speaker's statement that one thing happened. */
@NullMarked
package org.sitrep.claim;

import org.jspecify.annotations.NullMarked;
