package org.sitrep.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Interest;

/**
 * One root's word about a happening, however often it is printed.
 *
 * @param root whose word it is
 * @param stance what it comes to; where the root changed its mind, the latest
 * @param interest what the root stands to gain from it
 * @param firmness from 0 to 1: how firmly it is held, by the firmest claim
 * @param rumour whether nobody vouches for it: no name, and not held firmly
 * @param claims ids of the claims that carry it, in canonical order; copies among them
 * @param publishers who printed it
 * @param first the first day it was printed or is dated to, where known
 */
public record Word(
    Root root,
    Stance stance,
    Interest interest,
    double firmness,
    boolean rumour,
    List<String> claims,
    List<String> publishers,
    Optional<LocalDate> first) {

  public Word {
    claims = List.copyOf(claims);
    publishers = List.copyOf(publishers);
  }
}
