/** Readers' threads to what is counted of them; apart from evidence, and never on the way to it. */
@NullMarked
package org.sitrep.discourse;

import org.jspecify.annotations.NullMarked;
