package org.sitrep.source;

import java.util.List;
import java.util.Optional;
import org.sitrep.entity.Source;
import org.sitrep.event.Ruling;

/**
 * All that is known of how a source did.
 *
 * @param root the source
 * @param kind what sort of source, where the packs know it
 * @param claims claims that rest on it
 * @param testimonies the same, with copies counted once
 * @param overall all its resolved words
 * @param byInterest apart by interest, where there are any
 * @param cells apart by class and interest, where there are any
 * @param ruling the person's decision that takes the place of the computed letter, where there is one
 */
public record SourceRecord(
    Root root,
    Optional<Source.Kind> kind,
    int claims,
    int testimonies,
    Cell overall,
    List<Cell> byInterest,
    List<Cell> cells,
    Optional<Ruling> ruling) {

  public SourceRecord {
    byInterest = List.copyOf(byInterest);
    cells = List.copyOf(cells);
  }
}
