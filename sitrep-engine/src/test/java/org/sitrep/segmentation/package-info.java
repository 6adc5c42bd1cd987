/** Tests. */
@NullMarked
package org.sitrep.segmentation;

import org.jspecify.annotations.NullMarked;
