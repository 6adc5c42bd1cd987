package org.sitrep.control;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How near two sides came on a day: the nearest two points at which they are told to have been. Distances are
 * between places, in kilometres along the ellipsoid, and only as exact as the places are known.
 *
 * @param day the day; empty where a document without a day tells of both
 * @param a where the one side was
 * @param b where the other side was
 * @param km between the two points
 * @param low the least it may be: the distance without both radii
 * @param high the most it may be: the distance with both radii
 * @param gap days between the two points' evidence
 * @param stale whether the two are further apart in time than may be paired without saying so
 * @param opposed whether the packs list the two sides as opposed on that day
 */
public record Proximity(
    Optional<LocalDate> day,
    EvidencePoint a,
    EvidencePoint b,
    double km,
    double low,
    double high,
    long gap,
    boolean stale,
    boolean opposed) {}
