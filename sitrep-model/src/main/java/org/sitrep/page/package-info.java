/** A capture, and the page read from it: article and, apart from it, the readers' thread. */
@NullMarked
package org.sitrep.page;

import org.jspecify.annotations.NullMarked;
