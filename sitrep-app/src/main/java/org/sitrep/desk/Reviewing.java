package org.sitrep.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sitrep.claim.Claim;
import org.sitrep.event.Ruling;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.source.Letter;
import org.sitrep.source.SourceRecord;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

/** Checks what somebody is about to rule. Thread-safe. */
public final class Reviewing {

  private static final List<String> TRUTH = List.of("true", "false");
  private static final List<String> DIGITS = List.of("1", "2", "3", "4", "5", "6");
  private static final List<String> PAIRS = List.of(Ruling.SAME, Ruling.APART);
  private static final List<String> OPEN = List.of("contested", "unknown");

  /** Unicode's controls of the bidirectional algorithm (UAX 9), and control characters. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private final Knowledge knowledge;
  private final Store store;

  /** Over a store, by the parties of these packs. */
  public Reviewing(Knowledge knowledge, Store store) {
    this.knowledge = knowledge;
    this.store = store;
  }

  /** The id as it is kept: a pair is named by either claim first. */
  public static String id(Ruling.Subject subject, String id) {
    List<String> two = subject == Ruling.Subject.PAIR ? Ruling.claims(id) : List.of();
    return two.isEmpty() ? id : Ruling.pair(two.getFirst(), two.getLast());
  }

  /**
   * The value as it is kept.
   *
   * @throws IllegalArgumentException where there is no such subject, or no such value
   */
  public String checked(Ruling.Subject subject, String id, String value) {
    require(subject, id);
    return switch (subject) {
      case CLAIM -> among(TRUTH, value.toLowerCase(Locale.ROOT), "a claim is ruled");
      case EVENT -> among(DIGITS, value, "an event is ruled");
      case SOURCE -> among(Arrays.stream(Letter.values()).map(Enum::name).toList(), value.toUpperCase(Locale.ROOT), "a source is ruled");
      case PLACE -> holder(value);
      case PAIR -> among(PAIRS, value.toLowerCase(Locale.ROOT), "a pair of claims is ruled");
    };
  }

  /**
   * Nothing, where there is a ruling to take back.
   *
   * @throws IllegalArgumentException where none stands
   */
  public String withdrawn(Ruling.Subject subject, String id) {
    if (!Ruling.standing(store.listRulings(), subject).containsKey(id)) {
      throw new IllegalArgumentException("no ruling on " + name(subject) + ' ' + id + " stands");
    }
    return "";
  }

  /**
   * Refuses a name that is not shown as it is written: with control characters, or marks that turn the direction of what follows.
   *
   * @throws IllegalArgumentException in words
   */
  public static void requireReadable(String name) {
    if (UNREADABLE.matcher(name).find()) {
      throw new IllegalArgumentException("a name may have no control characters and no marks of direction");
    }
  }

  private static String among(List<String> allowed, String value, String what) {
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(what + ' ' + String.join(", ", allowed) + "; not \"" + value + '"');
    }
    return value;
  }

  private String holder(String value) {
    if (!OPEN.contains(value) && knowledge.actors().find(value).isEmpty()) {
      throw new IllegalArgumentException("no party has the id \"" + value + "\"; a place is held by one, or contested, or unknown");
    }
    return value;
  }

  private void require(Ruling.Subject subject, String id) {
    boolean there =
        switch (subject) {
          case CLAIM -> store.containsClaim(id);
          case EVENT -> store.findEvent(id).isPresent();
          case SOURCE -> isSource(id);
          case PLACE -> isPlace(id);
          case PAIR -> isPair(id);
        };
    if (!there) {
      throw new IllegalArgumentException("the store has no " + name(subject) + " with the id \"" + id + '"');
    }
  }

  private boolean isSource(String id) {
    List<SourceRecord> known = Sourcing.learn(knowledge, store).sources();
    return known.stream().anyMatch(s -> s.root().key().equals(id));
  }

  private boolean isPair(String id) {
    List<String> two = Ruling.claims(id);
    return !two.isEmpty() && claims().map(Claim::id).filter(two::contains).distinct().count() == 2;
  }

  private boolean isPlace(String id) {
    return claims()
        .flatMap(c -> c.places().stream())
        .anyMatch(p -> Objects.equals(p.place().map(g -> g.id()).orElse(p.name()), id));
  }

  private Stream<Claim> claims() {
    return store.listClaims(Filter.ALL).stream();
  }

  private static String name(Ruling.Subject subject) {
    return subject.name().toLowerCase(Locale.ROOT);
  }
}
