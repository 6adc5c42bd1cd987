@NullMarked
package org.sitrep.evaluation;

import org.jspecify.annotations.NullMarked;
