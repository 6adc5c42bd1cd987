/** Acquisition: files, directories and streams in, captures out. */
@NullMarked
package org.sitrep.ingestion;

import org.jspecify.annotations.NullMarked;
