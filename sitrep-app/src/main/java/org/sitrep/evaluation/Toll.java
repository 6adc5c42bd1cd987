package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.knowledge.Counts;
import org.sitrep.text.Span;
import tools.jackson.databind.JsonNode;

/**
 * How many people a report says were killed or wounded, by the claims coded from it: the sum over its
 * distinct events, totals not added to their parts.
 */
final class Toll {

  private static final Set<String> NOT_HAPPENED = Set.of("denied", "planned");
  private static final Set<String> WORDS = Set.of("accusation", "threat");

  /** Claims of one event: what tells that a further claim is of it, and its number. */
  private static final class Group {
    final Set<String> keys = new HashSet<>();
    int number;
  }

  private final Counts counts;
  private final boolean asStated;

  /**
   * A way of counting.
   *
   * @param counts reads the numbers of the evidence
   * @param asStated whether "more than 60" counts as the 60 that it states, not as the 61 that it allows
   */
  Toll(Counts counts, boolean asStated) {
    this.counts = counts;
    this.asStated = asStated;
  }

  /** The toll of one fate ("killed", "wounded") in the claims of one report. */
  int of(List<JsonNode> claims, String fate) {
    List<Integer> numbers = new ArrayList<>();
    for (Group group : groups(claims, fate)) {
      numbers.add(group.number);
    }
    int sum = numbers.stream().mapToInt(Integer::intValue).sum();
    int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    return numbers.size() > 2 && 2 * most == sum ? most : sum;
  }

  private List<Group> groups(List<JsonNode> claims, String fate) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode claim : claims) {
      int number = number(claim, fate);
      if (number == 0 || NOT_HAPPENED.contains(claim.path("certainty").asString(""))
          || WORDS.contains(claim.path("event_type").asString(""))) {
        continue;
      }
      Group joined = new Group();
      joined.number = number;
      joined.keys.addAll(keys(claim));
      for (Group group : List.copyOf(groups)) {
        if (group.keys.stream().anyMatch(joined.keys::contains)) {
          joined.keys.addAll(group.keys);
          joined.number = Math.max(joined.number, group.number);
          groups.remove(group);
        }
      }
      groups.add(joined);
    }
    return groups;
  }

  /** The fewest that a count allows; the most where it allows none ("up to 5"). */
  private int number(JsonNode claim, String fate) {
    int low = claim.path(fate).path(0).asInt(0);
    int number = low == 0 ? claim.path(fate).path(1).asInt(0) : low;
    return asStated && isAbove(claim, number) ? number - 1 : number;
  }

  private boolean isAbove(JsonNode claim, int number) {
    String evidence = claim.path("evidence").asString("");
    return counts.list(evidence, new Span(0, evidence.length())).stream()
        .anyMatch(q -> q.bound() == Counts.Bound.ABOVE && q.low() == number);
  }

  private static Set<String> keys(JsonNode claim) {
    Set<String> keys = new HashSet<>();
    Optional.ofNullable(claim.get("event_id")).ifPresent(id -> keys.add(id.asString()));
    keys.add(String.join("|", claim.path("event_type").asString(""), place(claim.path("place")),
        claim.path("time").path("start").asString("")));
    return keys;
  }

  private static String place(JsonNode place) {
    return place.path("id").asString(Fold.name(place.path("name").asString("")));
  }
}
