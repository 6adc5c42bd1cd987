package org.sitrep.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;

/**
 * Which claims repeat which earlier ones, link by link. A link depends on its two documents alone, so that what
 * was known on a day is told from the links known by then: a copy that turns up later changes nothing before.
 */
final class Repetitions {

  private Repetitions() {}

  /** For each claim that repeats others: the ids of those, one of each group it joins, in canonical order. */
  static Map<String, List<String>> among(List<Claim> ordered) {
    Copies copies = Copies.among(ordered);
    Map<String, List<Claim>> classes = new LinkedHashMap<>();
    for (Claim claim : ordered) {
      classes.computeIfAbsent(copies.witness(claim), k -> new ArrayList<>()).add(claim);
    }
    Map<String, List<String>> links = new HashMap<>();
    for (List<Claim> members : classes.values()) {
      if (members.size() > 1) {
        link(members, copies, links);
      }
    }
    return links;
  }

  private static void link(List<Claim> members, Copies copies, Map<String, List<String>> links) {
    int[] group = new int[members.size()];
    Arrays.setAll(group, i -> i);
    for (int i = 1; i < group.length; i++) {
      Claim claim = members.get(i);
      List<String> found = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        // A claim without a day of publication may have become known before any other: all its links are kept.
        boolean joined = group[i] == group[j] && claim.published().isPresent();
        if (!joined && copies.repeat(claim, members.get(j))) {
          found.add(members.get(j).id());
          merge(group, group[i], group[j]);
        }
      }
      if (!found.isEmpty()) {
        links.put(claim.id(), found);
      }
    }
  }

  private static void merge(int[] group, int from, int to) {
    for (int k = 0; k < group.length; k++) {
      if (group[k] == from) {
        group[k] = to;
      }
    }
  }
}
