package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code discussion/en.yml}: the words by which readers' comments are read; the file explains them. In lower
 * case; a word may end in "*". Immutable and thread-safe.
 */
public record DiscussionWords(
    List<String> rejects,
    List<String> corrects,
    List<String> correctsOn,
    List<String> contrasts,
    List<String> deniesThat,
    List<String> notMeant,
    List<String> supposed,
    List<String> general,
    List<String> opensNoAssertion,
    Movement movement,
    List<String> negations,
    List<String> nobody,
    Set<String> noLetters,
    List<String> tracking) {

  public DiscussionWords {
    rejects = List.copyOf(rejects);
    corrects = List.copyOf(corrects);
    correctsOn = List.copyOf(correctsOn);
    contrasts = List.copyOf(contrasts);
    deniesThat = List.copyOf(deniesThat);
    notMeant = List.copyOf(notMeant);
    supposed = List.copyOf(supposed);
    general = List.copyOf(general);
    opensNoAssertion = List.copyOf(opensNoAssertion);
    negations = List.copyOf(negations);
    nobody = List.copyOf(nobody);
    noLetters = Set.copyOf(noLetters);
    tracking = List.copyOf(tracking);
  }

  /**
   * Goings from place to place.
   *
   * @param kinds by their ids
   * @param verbs lemmas
   * @param types event types of claims that such a going can be
   * @param others pronouns for others than writer and reader
   */
  public record Movement(Map<String, Kind> kinds, Set<String> verbs, Set<String> types, Set<String> others) {

    public Movement {
      kinds = Map.copyOf(kinds);
      verbs = Set.copyOf(verbs);
      types = Set.copyOf(types);
      others = Set.copyOf(others);
    }

    /**
     * One kind of going.
     *
     * @param label the kind for people
     * @param words what stands before the place
     */
    public record Kind(String label, Set<String> words) {

      public Kind {
        words = Set.copyOf(words);
      }
    }
  }

  static DiscussionWords load(Path pack) {
    return YamlRecord.read(pack.resolve("discussion").resolve("en.yml"), DiscussionWords.class);
  }
}
