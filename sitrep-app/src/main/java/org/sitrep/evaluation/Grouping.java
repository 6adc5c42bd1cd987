package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which items belong together, by the names of the groups that each is in. An item may be in several groups; its
 * company is all that share one with it, and itself. Not thread-safe while it is filled.
 */
final class Grouping {

  /** Two items, the one that comes first in the alphabet first. */
  record Pair(String one, String other) {

    static Pair of(String a, String b) {
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /**
   * How far a grouping agrees with another, by B-cubed (Bagga and Baldwin, LREC 1998): of each item's company the
   * share that belongs there, and of those who belong there the share that is in its company, both averaged over the
   * items.
   */
  record Agreement(double precision, double recall) {

    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  private final Map<String, Set<String>> members = new TreeMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  /** Items without company. */
  Grouping(Iterable<String> items) {
    items.forEach(item -> groups.put(item, new LinkedHashSet<>()));
  }

  /** Puts an item into a group; items that it does not know are left out. */
  void put(String item, String group) {
    Set<String> own = groups.get(item);
    if (own != null) {
      own.add(group);
      members.computeIfAbsent(group, g -> new TreeSet<>()).add(item);
    }
  }

  Set<String> items() {
    return groups.keySet();
  }

  Set<String> company(String item) {
    Set<String> company = new HashSet<>(Set.of(item));
    groups.getOrDefault(item, Set.of()).forEach(g -> company.addAll(members.getOrDefault(g, Set.of())));
    return company;
  }

  /** The items that are not alone. */
  List<String> accompanied() {
    return groups.keySet().stream().filter(item -> company(item).size() > 1).toList();
  }

  /** How many groups have more than one item. */
  long several() {
    return members.values().stream().filter(m -> m.size() > 1).count();
  }

  /** All pairs that share a group. */
  Set<Pair> pairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Set<String> group : members.values()) {
      List<String> items = new ArrayList<>(group);
      for (int i = 0; i < items.size(); i++) {
        for (String other : items.subList(i + 1, items.size())) {
          pairs.add(Pair.of(items.get(i), other));
        }
      }
    }
    return pairs;
  }

  /** How far this agrees with what is right, averaged over some of the items. */
  Agreement against(Grouping right, List<String> items) {
    double precision = 0;
    double recall = 0;
    for (String item : items) {
      Set<String> found = company(item);
      Set<String> wanted = right.company(item);
      long common = found.stream().filter(wanted::contains).count();
      precision += (double) common / found.size();
      recall += (double) common / wanted.size();
    }
    int n = Math.max(1, items.size());
    return new Agreement(precision / n, recall / n);
  }
}
