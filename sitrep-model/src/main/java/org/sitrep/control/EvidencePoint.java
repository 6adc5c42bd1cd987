package org.sitrep.control;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A party of a side at a place on a day, as one claim tells it.
 *
 * @param side id of the side
 * @param party name of the party
 * @param place name of the place
 * @param lat degrees north (WGS 84)
 * @param lon degrees east
 * @param km radius within which the place meant lies
 * @param day the last day that the claim may mean; empty where neither it nor its document has one
 * @param stated whether the claim states the day; else it is that of publication
 * @param type id of what happened
 * @param doc id of the document
 * @param claim id of the claim
 */
public record EvidencePoint(
    String side,
    String party,
    String place,
    double lat,
    double lon,
    double km,
    Optional<LocalDate> day,
    boolean stated,
    String type,
    String doc,
    String claim) {}
