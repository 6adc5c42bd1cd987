/** What the ledger and the claims look like on the ground: areas, fronts, distances between sides, zones. */
@NullMarked
package org.sitrep.territory;

import org.jspecify.annotations.NullMarked;
