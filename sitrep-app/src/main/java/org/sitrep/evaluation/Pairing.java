package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Pairs claims found with those of the gold, one to one within a document: the same type before the same
 * family before any other, then the pair whose details agree, then the one whose evidence overlaps most.
 */
final class Pairing {

  /** At least so much of the shorter and of the longer evidence has to overlap. */
  private static final double OF_SHORTER = 0.5;
  private static final double OF_LONGER = 0.12;

  private static final Set<String> NO_DETAIL = Set.of("event_type", "certainty");

  private record Candidate(int gold, int found, boolean same, boolean related, int share, double overlap) {}

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::same)
          .thenComparing(Candidate::related)
          .thenComparing(Candidate::share)
          .thenComparing(Candidate::overlap)
          .reversed();

  private Pairing() {}

  /** For each claim of the gold that has found its partner, the index of that; best pairs first. */
  static Map<Integer, Integer> of(List<JsonNode> gold, List<JsonNode> found, Kinship kinship) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        double overlap = overlap(gold.get(i), found.get(j));
        if (overlap > 0) {
          boolean same = kinship.same(gold.get(i), found.get(j));
          boolean related = kinship.related(gold.get(i), found.get(j));
          candidates.add(new Candidate(i, j, same, related, share(gold.get(i), found.get(j)), overlap));
        }
      }
    }
    candidates.sort(BEST_FIRST);
    Map<Integer, Integer> pairs = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!pairs.containsKey(candidate.gold()) && taken.add(candidate.found())) {
        pairs.put(candidate.gold(), candidate.found());
      }
    }
    return pairs;
  }

  /** The shared part of all the evidence, or 0 where too little is shared. */
  private static double overlap(JsonNode a, JsonNode b) {
    long shared = Math.min(end(a), end(b)) - Math.max(start(a), start(b));
    long shorter = Math.min(end(a) - start(a), end(b) - start(b));
    long longer = Math.max(end(a) - start(a), end(b) - start(b));
    boolean enough = shorter > 0 && (double) shared / shorter >= OF_SHORTER && (double) shared / longer >= OF_LONGER;
    return enough ? (double) shared / (Math.max(end(a), end(b)) - Math.min(start(a), start(b))) : 0;
  }

  private static long start(JsonNode claim) {
    return claim.path("start").asLong();
  }

  private static long end(JsonNode claim) {
    return claim.path("end").asLong();
  }

  private static int share(JsonNode gold, JsonNode found) {
    Map<String, SlotValue> f = Slots.of(found);
    int share = 0;
    for (Map.Entry<String, SlotValue> slot : Slots.of(gold).entrySet()) {
      SlotValue other = f.get(slot.getKey());
      share += other != null && !NO_DETAIL.contains(slot.getKey()) && Agreement.of(slot.getValue(), other) ? 1 : 0;
    }
    return share;
  }
}
