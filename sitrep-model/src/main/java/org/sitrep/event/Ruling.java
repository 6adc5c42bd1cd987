package org.sitrep.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's decision, which stands in the place of what is computed. Rulings are only ever added: a later
 * one about the same subject takes the place of an earlier one, and one that {@link #isWithdrawal withdraws}
 * it gives way to what is computed again. All are kept, so that it can be seen who decided what, when and why.
 *
 * @param subject what it is about
 * @param id of the claim, event, source or place; of a pair see {@link #pair}
 * @param value what was decided: of a claim {@code true} or {@code false}; of an event its Admiralty digit;
 *     of a source its Admiralty letter; of a place the key of who holds it, {@code contested} or {@code
 *     unknown}; of a pair {@link #SAME} or {@link #APART}; empty where an earlier ruling is withdrawn
 * @param from the first day on which it holds; of use for places
 * @param reason why, in a person's words
 * @param by who decided
 * @param decided when
 */
public record Ruling(
    Subject subject,
    String id,
    String value,
    Optional<LocalDate> from,
    String reason,
    String by,
    Instant decided) {

  /** Of a pair: both claims are about one happening. */
  public static final String SAME = "same";

  /** Of a pair: the claims are about two happenings. */
  public static final String APART = "apart";

  /** What a ruling may be about. */
  public enum Subject {
    CLAIM,
    EVENT,
    SOURCE,
    PLACE,
    /** Two claims: whether they are about one happening. */
    PAIR
  }

  public Ruling {
    if (id.isBlank() || reason.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException("a ruling needs a subject, a reason and who decided");
    }
  }

  /** The id of a pair of claims, whichever is named first. */
  public static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + '+' + other : other + '+' + one;
  }

  /** The ids of the two claims of a pair, and nothing where it is not the id of a pair. */
  public static List<String> claims(String pair) {
    List<String> ids = List.of(pair.split("\\+", -1));
    return ids.size() == 2 && ids.stream().noneMatch(String::isBlank) && !ids.getFirst().equals(ids.getLast()) ? ids : List.of();
  }

  /** Whether what is computed holds again. */
  public boolean isWithdrawal() {
    return value.isEmpty();
  }

  /**
   * The rulings that stand, by the ids of their subjects.
   *
   * @param rulings in the order in which they were made
   */
  public static Map<String, Ruling> standing(List<Ruling> rulings, Subject subject) {
    Map<String, Ruling> standing = new LinkedHashMap<>();
    for (Ruling ruling : rulings) {
      if (ruling.subject() == subject) {
        standing.remove(ruling.id());
        if (!ruling.isWithdrawal()) {
          standing.put(ruling.id(), ruling);
        }
      }
    }
    return standing;
  }

  /** All rulings about one subject, in the order in which they were made. */
  public static List<Ruling> about(List<Ruling> rulings, Subject subject, String id) {
    List<Ruling> about = new ArrayList<>(rulings);
    about.removeIf(r -> r.subject() != subject || !r.id().equals(id));
    return about;
  }
}
