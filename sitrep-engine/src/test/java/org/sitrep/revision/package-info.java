/** Tests. */
@NullMarked
package org.sitrep.revision;

import org.jspecify.annotations.NullMarked;
