/** Tests. */
@NullMarked
package org.sitrep.gazetteer;

import org.jspecify.annotations.NullMarked;
