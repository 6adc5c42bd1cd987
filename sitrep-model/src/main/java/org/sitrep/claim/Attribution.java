package org.sitrep.claim;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.text.Span;

/**
 * Whose word a claim is: the holders from the outermost (after the publisher) to the innermost. An empty
 * chain is the publisher's own word.
 *
 * @param chain holders, outermost first
 */
public record Attribution(List<Holder> chain) {

  /**
   * One holder.
   *
   * @param surface as written
   * @param name the name of the pack's source or actor, or the surface where no pack knows it
   * @param source the pack's source, where it is one
   * @param actor the pack's actor, where it is one, or whose voice the source is
   * @param cue the words that attribute ("according to"), in the article's text
   * @param span the holder's words, in the article's text
   * @param stance how the outer holder takes the word
   */
  public record Holder(
      String surface,
      String name,
      Optional<String> source,
      Optional<String> actor,
      Optional<Span> cue,
      Optional<Span> span,
      Stance stance) {

    /** What two mentions of one holder share. */
    public String key() {
      return source.or(() -> actor).orElse(name);
    }
  }

  /** How whoever passes a word on takes it (Sauri and Pustejovsky, Computational Linguistics 38(2), 2012). */
  public enum Stance {
    /** "said", "according to": no commitment. */
    NEUTRAL,
    /** "claimed", "alleged": kept at a distance. */
    DISTANCED,
    /** "confirmed", "admitted": shared. */
    SHARED,
    /** "denied": the holder says it is not so. */
    DENIAL
  }

  /** The publisher's own word. */
  public static final Attribution PUBLISHER = new Attribution(List.of());

  public Attribution {
    chain = List.copyOf(chain);
  }

  /**
   * Whether two words cannot be one: both have holders that a pack knows, and none of one house. Parts of a party bear its id
   * before the first dot.
   */
  public boolean isAnothers(Attribution other) {
    Set<String> mine = known();
    Set<String> others = other.known();
    return !mine.isEmpty() && !others.isEmpty() && Collections.disjoint(mine, others);
  }

  private Set<String> known() {
    Set<String> ids = new HashSet<>();
    for (Holder holder : chain) {
      holder.source().map(Attribution::house).ifPresent(ids::add);
      holder.actor().map(Attribution::house).ifPresent(ids::add);
    }
    return ids;
  }

  private static String house(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /** The holder whose word it is, unless it is the publisher's own. */
  public Optional<Holder> innermost() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
  }
}
