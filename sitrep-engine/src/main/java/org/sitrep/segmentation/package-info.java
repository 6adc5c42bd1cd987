/** Pages taken apart: the article, its furniture, and apart from both the readers' thread. */
@NullMarked
package org.sitrep.segmentation;

import org.jspecify.annotations.NullMarked;
