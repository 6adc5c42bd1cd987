package org.sitrep.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Casualties;
import org.sitrep.entity.EventType;

/**
 * What a verb or noun of happening asks of the words around it: which grammatical role fills which slot.
 *
 * @param id type and name of the frame ("capture/take")
 * @param pack the pack it comes from
 * @param type what its claims are of, unless the means say otherwise
 * @param verbs verbs that evoke it
 * @param nouns nouns that evoke it
 * @param slots for each slot the roles that may fill it, the first choice first
 * @param subject classes one of which the subject must have; empty for any
 * @param object classes for the object; empty for any
 * @param of classes for what follows "of" after a noun; empty for any
 * @param possessor classes for what stands before a noun; empty for any
 * @param among classes one of which some word around a noun must have; empty for any
 * @param byMeans whether the means decide the type ("killed in an air strike" is an air strike)
 * @param fate what becomes of the people in the target slot, where the frame says so
 * @param bareDropped whether a noun without any slot is only a pointer back
 * @param examples sentences and their claims
 * @param counterExamples sentences in which the words mean something else
 */
public record Frame(
    String id,
    String pack,
    EventType type,
    List<Trigger> verbs,
    List<Trigger> nouns,
    Map<String, List<String>> slots,
    Set<String> subject,
    Set<String> object,
    Set<String> of,
    Set<String> possessor,
    Set<String> among,
    boolean byMeans,
    Optional<Casualties.Fate> fate,
    boolean bareDropped,
    List<String> examples,
    List<String> counterExamples) {

  /** Among the classes asked for: that the phrase need not be there. */
  public static final String NONE = "none";

  /**
   * A word that evokes a frame, with the words that must stand by it.
   *
   * @param lemma the verb, or the last word of a noun
   * @param others for a verb its particle, object and preposition in this order ("take | control | of"); for a
   *     noun the words before it ("air | strike")
   */
  public record Trigger(String lemma, List<String> others) {

    static Trigger verb(String words) {
      List<String> all = List.of(words.toLowerCase(Locale.ROOT).split(" "));
      return new Trigger(all.getFirst(), all.subList(1, all.size()));
    }

    static Trigger noun(String words) {
      List<String> all = List.of(words.toLowerCase(Locale.ROOT).split(" "));
      return new Trigger(all.getLast(), all.subList(0, all.size() - 1));
    }
  }

  /** In how many places the frame asks for something; of frames that fit the most demanding one is meant. */
  public int demands() {
    return (subject.isEmpty() || subject.contains(NONE) ? 0 : 1) + (object.isEmpty() || object.contains(NONE) ? 0 : 1) + (of.isEmpty() ? 0 : 1) + (possessor.isEmpty() ? 0 : 1)
        + (among.isEmpty() ? 0 : 1);
  }

  /** How many classes its demands leave to choose from; the narrower of two frames is meant. */
  public int alternatives() {
    return subject.size() + object.size() + of.size() + possessor.size() + among.size();
  }

  /** The roles that may fill a slot, the first choice first. */
  public List<String> roles(String slot) {
    return slots.getOrDefault(slot, List.of());
  }
}
