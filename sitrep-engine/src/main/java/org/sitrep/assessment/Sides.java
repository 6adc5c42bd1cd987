package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.control.ControlEntry;

/**
 * The sides named for one place. Parties that the packs know to be of one side on the day, and those that one
 * speaker names together ("the army and its allies"), are one side, unless they are known to fight each other
 * that day. One use; not thread-safe.
 */
final class Sides {

  private final Relations relations;
  private final List<String> leads = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();

  /** Takes the entries of a place in order. */
  Sides(List<ControlEntry> entries, Relations relations) {
    this.relations = relations;
    Map<String, List<ControlEntry>> claims = new LinkedHashMap<>();
    entries.forEach(e -> claims.computeIfAbsent(e.claim(), k -> new ArrayList<>()).add(e));
    claims.values().forEach(this::enter);
  }

  private void enter(List<ControlEntry> together) {
    Optional<Integer> named = Optional.empty();
    for (boolean described : new boolean[] {false, true}) {
      for (ControlEntry entry : together) {
        if (isDescribed(entry) == described) {
          int side = described && named.isPresent() ? named.get() : side(entry, named);
          known.put(key(entry), side);
          known.putIfAbsent(entry.holder(), side);
          named = named.isPresent() ? named : Optional.of(side);
        }
      }
    }
  }

  private int side(ControlEntry entry, Optional<Integer> beside) {
    Integer before = known.get(entry.holder());
    if (before != null) {
      return before;
    }
    LocalDate day = entry.day().orElse(ControlEntry.EARLIEST);
    for (int i = 0; i < leads.size(); i++) {
      if (isOf(entry.holder(), leads.get(i), day)) {
        return i;
      }
    }
    if (beside.isPresent() && !isAgainst(entry.holder(), leads.get(beside.get()), day)) {
      return beside.get();
    }
    leads.add(entry.holder());
    return leads.size() - 1;
  }

  private boolean isOf(String a, String b, LocalDate day) {
    return relations.opposed(a, b, day).filter(against -> !against).isPresent();
  }

  private boolean isAgainst(String a, String b, LocalDate day) {
    return relations.opposed(a, b, day).orElse(false);
  }

  /** The number of the side of an entry's holder. */
  int side(ControlEntry entry) {
    Integer side = known.get(key(entry));
    return side == null ? known.getOrDefault(entry.holder(), 0) : side;
  }

  /** Key of the party first named of a side. */
  String lead(int side) {
    return leads.get(side);
  }

  int size() {
    return leads.size();
  }

  /** A party no pack knows: its key is its name. */
  private static boolean isDescribed(ControlEntry entry) {
    return entry.holder().equals(entry.holderName());
  }

  private static String key(ControlEntry entry) {
    return entry.claim() + "\n" + entry.holder();
  }
}
