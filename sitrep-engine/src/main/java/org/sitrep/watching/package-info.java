/** Polls feeds and fetches their articles again and again, politely: {@link org.sitrep.watching.Watch}. */
@NullMarked
package org.sitrep.watching;

import org.jspecify.annotations.NullMarked;
