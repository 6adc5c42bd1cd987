/** What all stages share: the stage itself, and the issue that a stage reports. */
@NullMarked
package org.sitrep.flow;

import org.jspecify.annotations.NullMarked;
