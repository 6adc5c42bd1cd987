@NullMarked
package org.sitrep.copies;

import org.jspecify.annotations.NullMarked;
