/** Claims about one happening, all kept, with their contradictions set out. */
@NullMarked
package org.sitrep.event;

import org.jspecify.annotations.NullMarked;
