/** A made-up war with known truth, for tests and benchmarks. */
@NullMarked
package org.sitrep.synthetic;

import org.jspecify.annotations.NullMarked;
