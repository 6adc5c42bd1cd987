package org.sitrep.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.claim.Claim;
import org.sitrep.control.LedgerChange;
import org.sitrep.event.Event;

/**
 * A fusion that is simple enough to be right: claims of one place that share a day, or hang together by others
 * that do, are one event. It asks a store for what it needs as the real one does.
 */
final class ToyFusion {

  private ToyFusion() {}

  static long[] keys(Claim claim) {
    String place = claim.places().getFirst().name();
    return claim.time().orElseThrow().start().datesUntil(claim.time().orElseThrow().end().plusDays(1))
        .mapToLong(day -> (place + day).hashCode() * 0x9E3779B97F4A7C15L)
        .toArray();
  }

  static List<Event> events(Collection<Claim> claims) {
    return groups(claims).stream().map(ToyFusion::event).toList();
  }

  static Fusing.Update all(Collection<Claim> claims) {
    return update(groups(claims), Set.of(), claims);
  }

  /** What the changes of a store make of its events. */
  static Fusing.Update update(Fusing store) {
    Fusing.Changes changes = store.changes();
    Map<String, Claim> known = new LinkedHashMap<>();
    Set<Long> keys = new HashSet<>();
    changes.added().forEach(c -> add(keys, keys(c)));
    Set<String> touched = new HashSet<>(changes.removedIds());
    for (Claim claim : store.documentsUnder(keys)) {
      known.put(claim.id(), claim);
      if (shares(claim, keys)) {
        touched.add(claim.id());
      }
    }
    store.components(touched).forEach(c -> known.put(c.id(), c));
    List<List<Claim>> before =
        groups(known.values()).stream().filter(g -> g.stream().anyMatch(c -> touched.contains(c.id()))).toList();
    Map<String, Claim> now = new LinkedHashMap<>();
    before.forEach(g -> g.forEach(c -> now.put(c.id(), c)));
    changes.removedIds().forEach(now::remove);
    changes.added().forEach(c -> now.put(c.id(), c));
    Set<String> replaced = new HashSet<>();
    before.forEach(g -> replaced.add(event(g).id()));
    return update(groups(now.values()), replaced, changes.added());
  }

  private static Fusing.Update update(List<List<Claim>> groups, Set<String> replaced, Collection<Claim> filed) {
    Map<String, String> components = new HashMap<>();
    groups.forEach(g -> g.forEach(c -> components.put(c.id(), "k" + g.getFirst().id())));
    Map<String, long[]> keys = new HashMap<>();
    filed.forEach(c -> keys.put(c.id(), keys(c)));
    return new Fusing.Update(groups.stream().map(ToyFusion::event).toList(), replaced, components, keys, LedgerChange.NOTHING);
  }

  private static List<List<Claim>> groups(Collection<Claim> claims) {
    Map<Long, List<Claim>> byKey = new HashMap<>();
    List<Claim> ordered = claims.stream().sorted(Claim.CANONICAL).toList();
    for (Claim claim : ordered) {
      for (long key : keys(claim)) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
      }
    }
    Set<String> seen = new HashSet<>();
    List<List<Claim>> groups = new ArrayList<>();
    for (Claim claim : ordered) {
      if (seen.add(claim.id())) {
        List<Claim> group = new ArrayList<>(List.of(claim));
        for (int i = 0; i < group.size(); i++) {
          for (long key : keys(group.get(i))) {
            byKey.getOrDefault(key, List.of()).stream().filter(c -> seen.add(c.id())).forEach(group::add);
          }
        }
        group.sort(Claim.CANONICAL);
        groups.add(group);
      }
    }
    return groups;
  }

  private static Event event(List<Claim> claims) {
    return Samples.event("e-" + claims.getFirst().id(), claims);
  }

  private static boolean shares(Claim claim, Set<Long> keys) {
    for (long key : keys(claim)) {
      if (keys.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static void add(Set<Long> keys, long[] more) {
    for (long key : more) {
      keys.add(key);
    }
  }

  /** The ids of events, each with those of its claims. */
  static Map<String, List<String>> members(List<Event> events) {
    Map<String, List<String>> members = new TreeMap<>();
    events.forEach(e -> members.put(e.id(), e.claims().stream().map(Claim::id).toList()));
    return members;
  }
}
