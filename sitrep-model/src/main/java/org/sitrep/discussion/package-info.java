/** What readers wrote below articles, counted; never evidence. */
@NullMarked
package org.sitrep.discussion;

import org.jspecify.annotations.NullMarked;
