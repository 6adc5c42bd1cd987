/** What readers said below an article. Never evidence. */
@NullMarked
package org.sitrep.discussion;

import org.jspecify.annotations.NullMarked;
