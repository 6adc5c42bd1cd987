/** Tests. */
@NullMarked
package org.sitrep.watching;

import org.jspecify.annotations.NullMarked;
