/** The command line: {@link org.sitrep.cli.Main} is the door. */
@NullMarked
package org.sitrep.cli;

import org.jspecify.annotations.NullMarked;
