/** What was read and coded, kept in one DuckDB file: {@link org.sitrep.store.Store} is the door. */
@NullMarked
package org.sitrep.store;

import org.jspecify.annotations.NullMarked;
