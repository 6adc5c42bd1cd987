/** Claims about one happening become one event, with all versions kept. */
@NullMarked
package org.sitrep.fusion;

import org.jspecify.annotations.NullMarked;
