@NullMarked
package org.sitrep.cli;

import org.jspecify.annotations.NullMarked;
