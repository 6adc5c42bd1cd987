/** When something happened: whole days, with the precision the words allow. */
@NullMarked
package org.sitrep.time;

import org.jspecify.annotations.NullMarked;
