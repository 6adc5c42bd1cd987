package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;

/**
 * Finds what an outlet tells in its own voice where it cites somebody for the same in the same document: it has it from
 * there, and vouches for nothing of its own. The same is one place, one side, one turn of affairs, on days that do not
 * contradict each other.
 */
final class Retellings {

  private Retellings() {}

  /**
   * Adds to each such claim's list of what it repeats the claim that cites; one that repeats others in their words has their
   * root and is left alone.
   *
   * @param posted claims in canonical order, those of a document all among them
   * @param entries what each of them enters, in the same order
   */
  static void add(List<Claim> posted, List<List<ControlEntry>> entries, Map<String, List<String>> copies) {
    Map<String, List<Integer>> cited = new HashMap<>();
    for (int i = 0; i < posted.size(); i++) {
      if (posted.get(i).attribution().innermost().isPresent()) {
        for (ControlEntry entry : entries.get(i)) {
          cited.computeIfAbsent(key(posted.get(i), entry), k -> new ArrayList<>(2)).add(i);
        }
      }
    }
    for (int i = 0; i < posted.size(); i++) {
      Claim claim = posted.get(i);
      if (claim.attribution().innermost().isEmpty() && !copies.containsKey(claim.id())) {
        teller(claim, entries.get(i), cited, entries).ifPresent(t -> copies.put(claim.id(), List.of(posted.get(t).id())));
      }
    }
  }

  /** The first claim that cites somebody for what an entry says. */
  private static Optional<Integer> teller(
      Claim claim, List<ControlEntry> own, Map<String, List<Integer>> cited, List<List<ControlEntry>> entries) {
    for (ControlEntry entry : own) {
      for (int other : cited.getOrDefault(key(claim, entry), List.of())) {
        if (entries.get(other).stream().anyMatch(e -> e.placeKey().equals(entry.placeKey()) && mayMeet(e, entry))) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  private static String key(Claim claim, ControlEntry entry) {
    boolean denied = entry.certainty() == Certainty.DENIED;
    return String.join("\n", claim.digest(), claim.doc(), entry.placeKey(), entry.holder(),
        entry.isFor() + " " + denied + " " + (entry.kind() == Kind.BESIEGED));
  }

  /** Whether the days that two entries state overlap; a day that is not stated does with any. */
  private static boolean mayMeet(ControlEntry one, ControlEntry other) {
    if (one.since().isEmpty() || other.since().isEmpty()) {
      return true;
    }
    LocalDate first = one.since().get();
    LocalDate second = other.since().get();
    return !first.isAfter(other.by().orElse(second)) && !second.isAfter(one.by().orElse(first));
  }
}
