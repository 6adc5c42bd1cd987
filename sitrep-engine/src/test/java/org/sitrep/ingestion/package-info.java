@NullMarked
package org.sitrep.ingestion;

import org.jspecify.annotations.NullMarked;
