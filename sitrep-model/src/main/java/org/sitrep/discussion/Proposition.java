package org.sitrep.discussion;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one reader's comment asserts outright: that something of a kind did, or did not, happen. No words of
 * the comment are kept, and nobody that no knowledge pack lists is named. It is not a claim and cannot become
 * one.
 *
 * @param kind id of an event type, or of a kind that only discussions know ("movement")
 * @param label the kind for people
 * @param actors who did it; empty where not said
 * @param targets to whom
 * @param place where
 * @param affirmed whether it is said to have happened
 * @param numbers stated losses
 */
public record Proposition(
    String kind,
    String label,
    List<Named> actors,
    List<Named> targets,
    Optional<Named> place,
    boolean affirmed,
    List<Number> numbers) {

  public Proposition {
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
    numbers = List.copyOf(numbers);
  }

  /**
   * Something that a pack lists.
   *
   * @param key its id
   * @param name the name to show
   */
  public record Named(String key, String name) {}

  /**
   * A stated loss.
   *
   * @param fate "killed", "wounded" ...
   * @param low the fewest stated
   * @param high the most; empty where open
   */
  public record Number(String fate, int low, Optional<Integer> high) {

    /** Whether both can be right. */
    public boolean agreesWith(Number other) {
      return !fate.equals(other.fate)
          || (low <= other.high.orElse(Integer.MAX_VALUE) && other.low <= high.orElse(Integer.MAX_VALUE));
    }

    @Override
    public String toString() {
      String range =
          high.isEmpty() ? low + "+" : high.get() == low ? Integer.toString(low) : low + "-" + high.get();
      return fate + " " + range;
    }
  }

  /** What two comments that say the same share. Numbers are content and set nothing apart. */
  public String key() {
    return kind + "|" + keys(actors) + "|" + keys(targets) + "|" + place.map(Named::key).orElse("") + "|"
        + affirmed;
  }

  /** Whether whoever says {@code narrower} has said this, too: each slot stated here is stated so there. */
  public boolean contains(Proposition narrower) {
    return kind.equals(narrower.kind)
        && affirmed == narrower.affirmed
        && within(actors, narrower.actors)
        && within(targets, narrower.targets)
        && (place.isEmpty() || place.map(Named::key).equals(narrower.place.map(Named::key)));
  }

  private static boolean within(List<Named> some, List<Named> all) {
    return all.stream().map(Named::key).toList().containsAll(some.stream().map(Named::key).toList());
  }

  private static String keys(List<Named> named) {
    return String.join(",", new TreeSet<>(named.stream().map(Named::key).toList()));
  }

  /** On one line: "not: CAPTURE Islamic State @ Raqqa", in names of packs only. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(affirmed ? "" : "not: ");
    out.append(actors.isEmpty() ? "" : names(actors) + " ");
    out.append(label.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    out.append(targets.isEmpty() ? "" : " " + names(targets));
    place.ifPresent(p -> out.append(" @ ").append(p.name()));
    if (!numbers.isEmpty()) {
      out.append(" {").append(String.join(", ", numbers.stream().map(Number::toString).toList())).append('}');
    }
    return out.toString();
  }

  private static String names(List<Named> named) {
    return String.join(", ", named.stream().map(Named::name).distinct().toList());
  }
}
