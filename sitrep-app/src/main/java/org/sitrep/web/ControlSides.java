package org.sitrep.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.control.ControlEntry;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Actors;

/**
 * The order in which those who are ever said to hold a place are given signs: by the whole ledger and their ids, so that it is the
 * same on every day and on whosever word. Thread-safe.
 */
record ControlSides(Actors actors) {

  /**
   * Somebody who holds a place, or the side on which one stands on some day.
   *
   * @param side the party to which it always belongs; itself where that is nobody or has changed. Parts of one side share it
   */
  record Party(String id, String name, String side) {}

  /**
   * All of a ledger, those of the side of which most is told first.
   *
   * @param names of holders by their ids, those of rulings among them
   */
  List<Party> of(Collection<ControlEntry> entries, Map<String, String> names) {
    Map<String, Integer> told = new HashMap<>();
    Map<String, Integer> ofSide = new HashMap<>();
    Map<String, Party> parties = new TreeMap<>();
    names.forEach((id, name) -> parties.put(id, party(id, name)));
    for (ControlEntry entry : entries) {
      told.merge(entry.holder(), 1, Integer::sum);
      ofSide.merge(sideOf(entry.holder()), 1, Integer::sum);
      String then = actors.side(entry.holder(), entry.day().orElse(Actors.UNKNOWN_DAY));
      parties.computeIfAbsent(then, id -> party(id, name(id)));
    }
    List<Party> ordered = new ArrayList<>(parties.values());
    ordered.sort(
        Comparator.comparingInt((Party p) -> -ofSide.getOrDefault(p.side(), 0))
            .thenComparing(Party::side)
            .thenComparingInt(p -> -told.getOrDefault(p.id(), 0))
            .thenComparing(Party::id));
    return List.copyOf(ordered);
  }

  private Party party(String id, String name) {
    return new Party(id, name, sideOf(id));
  }

  private String sideOf(String id) {
    return actors.side(id, Actors.UNKNOWN_DAY);
  }

  private String name(String id) {
    return actors.find(id).map(Actor::name).orElse(id);
  }
}
