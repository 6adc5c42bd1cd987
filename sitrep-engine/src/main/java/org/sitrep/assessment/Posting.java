package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Standing;

/**
 * A ledger entry with what its weight depends on.
 *
 * @param knownSource whether the packs know the source, so that it can be called neutral
 */
record Posting(ControlEntry entry, boolean knownSource) {

  /** By the day it is said to hold from, else the day it was said; undated last. */
  static final Comparator<Posting> IN_ORDER =
      Comparator.comparing((Posting p) -> p.day().orElse(LocalDate.MAX))
          .thenComparing(p -> p.entry().known().orElse(LocalDate.MAX))
          .thenComparing(p -> p.entry().claim())
          .thenComparing(Posting::placeKey)
          .thenComparing(p -> p.entry().holder());

  Optional<LocalDate> day() {
    return entry.since().or(entry::known);
  }

  /** The id of the place, else its name. */
  String placeKey() {
    return entry
        .place()
        .place()
        .map(p -> p.id())
        .orElse(entry.place().name().toLowerCase(Locale.ROOT).strip());
  }

  boolean isCertain() {
    return entry.certainty() == Certainty.CERTAIN;
  }

  /** Whether this one word is enough: of the side that loses by it, or of a source known to be neutral. */
  boolean suffices() {
    return entry.standing() == Standing.CONCEDED
        || (entry.standing() == Standing.NEUTRAL && knownSource);
  }
}
