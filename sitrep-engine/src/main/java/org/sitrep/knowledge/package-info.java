/** Everything the engine knows that is not code, read from the directories under {@code knowledge/}. */
@NullMarked
package org.sitrep.knowledge;

import org.jspecify.annotations.NullMarked;
