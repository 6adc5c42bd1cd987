/** Resolved sentences to claims: who says that what happened. */
@NullMarked
package org.sitrep.coding;

import org.jspecify.annotations.NullMarked;
