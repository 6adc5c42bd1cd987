package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.control.ControlEntry;

/**
 * Whose word each entry is, among entries known so far: copies, and what an outlet tells beside citing somebody for it, have
 * the root of the first attributed one among them, else of the first. Told place by place, for a claim may name more places than what it
 * repeats. Immutable and thread-safe.
 */
final class Witnesses {

  private static final Comparator<ControlEntry> AS_KNOWN =
      Comparator.comparing((ControlEntry e) -> e.known().orElse(LocalDate.MAX))
          .thenComparing(ControlEntry::claim)
          .thenComparing(ControlEntry::placeKey)
          .thenComparing(ControlEntry::holder);

  private final Speakers speakers;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, ControlEntry> first = new HashMap<>();

  /** Witnesses among entries in any order. */
  Witnesses(Collection<ControlEntry> entries, Speakers speakers) {
    this.speakers = speakers;
    for (ControlEntry entry : entries) {
      parents.putIfAbsent(key(entry), key(entry));
    }
    boolean some = false;
    for (ControlEntry entry : entries) {
      for (String other : entry.copyOf()) {
        String repeated = key(other, entry);
        if (parents.containsKey(repeated)) {
          parents.put(top(key(entry)), top(repeated));
          some = true;
        }
      }
    }
    if (some) {
      List<ControlEntry> inOrder = entries.stream().sorted(AS_KNOWN).toList();
      inOrder.forEach(e -> first.merge(top(key(e)), e, (a, b) -> isAttributed(a) || !isAttributed(b) ? a : b));
    }
  }

  /** The entry whose root vouches for this one. */
  private ControlEntry voucher(ControlEntry entry) {
    return first.getOrDefault(top(key(entry)), entry);
  }

  /** The key of the root. */
  String root(ControlEntry entry) {
    return voucher(entry).root();
  }

  /** Whose word it is, for the voice that it speaks with: a copy adds nothing to what it copies. */
  ControlEntry spoken(ControlEntry entry) {
    ControlEntry voucher = voucher(entry);
    return voucher.root().equals(entry.root()) ? entry : as(entry, voucher);
  }

  /** The entry on its voucher's word. */
  private static ControlEntry as(ControlEntry entry, ControlEntry voucher) {
    return new ControlEntry(
        entry.place(), entry.part(), entry.holder(), entry.holderName(), entry.kind(), voucher.standing(), voucher.isKnownRoot(),
        entry.certainty(), entry.since(), entry.by(), entry.published(), entry.read(), voucher.root(),
        voucher.rootName(), entry.publisher(), entry.claim(), entry.copyOf());
  }

  private boolean isAttributed(ControlEntry entry) {
    return !entry.root().equals(speakers.publisher(entry.publisher()));
  }

  private static String key(ControlEntry entry) {
    return key(entry.claim(), entry);
  }

  private static String key(String claim, ControlEntry entry) {
    return claim + ' ' + entry.placeKey();
  }

  private String top(String claim) {
    String at = claim;
    while (true) {
      String up = parents.getOrDefault(at, at);
      if (up.equals(at)) {
        return at;
      }
      at = up;
    }
  }
}
