package org.sitrep.territory;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * A corner of a cell.
 *
 * @param at where
 * @param river the piece of a river that crosses here, if one does
 */
record Node(Coordinate at, @Nullable LineSegment river) {}
