/** Makes the bundled gazetteer files from their public sources; {@link GazetteerGenerator} is run by hand. */
@NullMarked
package org.sitrep.knowledge.gazetteer;

import org.jspecify.annotations.NullMarked;
