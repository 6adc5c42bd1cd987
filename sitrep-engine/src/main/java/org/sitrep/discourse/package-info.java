/** What readers said below an article, counted; never evidence. */
@NullMarked
package org.sitrep.discourse;

import org.jspecify.annotations.NullMarked;
