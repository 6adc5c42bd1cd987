@NullMarked
package org.sitrep.store;

import org.jspecify.annotations.NullMarked;
