package org.sitrep.reliability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Resolved.Ground;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;

/** Finds which happenings are settled: by a person, by the side that loses by them, or by what became of a place. */
final class Verdicts {

  private final ReliabilityWeights weights;
  private final Map<String, Ruling> ruled;
  private final ControlCheck control;

  Verdicts(ReliabilityWeights weights, Map<String, Ruling> ruled, ControlCheck control) {
    this.weights = weights;
    this.ruled = ruled;
    this.control = control;
  }

  Optional<Verdict> of(Event event, List<Word> words) {
    return ruling(event).or(() -> conceded(words)).or(() -> control.of(event, words, weights.history()));
  }

  private Optional<Verdict> ruling(Event event) {
    Verdict last = null;
    for (Map.Entry<String, Ruling> entry : ruled.entrySet()) {
      for (Claim claim : event.claims()) {
        if (claim.id().equals(entry.getKey()) && claim.certainty().isFactual()) {
          boolean upheld = isTrue(entry.getValue());
          boolean detail = !upheld && isContradictedInDetail(event, claim.id());
          if (!detail) {
            boolean happened = upheld != Hearing.isDenial(claim);
            last = new Verdict(happened, Ground.RULED, weights.history().weights().ruled(), Set.of(), why(entry.getValue()));
          }
        }
      }
    }
    return Optional.ofNullable(last);
  }

  static boolean isTrue(Ruling ruling) {
    return ruling.value().equals("true");
  }

  static String why(Ruling ruling) {
    return "ruled " + ruling.value() + " by " + ruling.by() + ": " + ruling.reason();
  }

  /** Whether others tell it with other counts or doers: a claim that is wrong may then be wrong in these alone. */
  private static boolean isContradictedInDetail(Event event, String claim) {
    return event.contradictions().stream()
        .filter(c -> !(c instanceof Contradiction.Polarity) && !(c instanceof Contradiction.Outcome))
        .anyMatch(c -> c.versions().stream().anyMatch(v -> v.claims().contains(claim)));
  }

  /** Said by the side that loses by it, and not also denied by the side that gains. */
  private Optional<Verdict> conceded(List<Word> words) {
    Set<String> concede = conceding(words, Stance.ASSERT);
    Set<String> disown = conceding(words, Stance.DENY);
    if (concede.isEmpty() == disown.isEmpty()) {
      return Optional.empty();
    }
    boolean happened = !concede.isEmpty();
    Set<String> restsOn = happened ? concede : disown;
    String names =
        words.stream().filter(w -> restsOn.contains(w.root().key())).map(w -> w.root().name()).collect(Collectors.joining(", "));
    return Optional.of(
        new Verdict(happened, Ground.CONCEDED, weights.history().weights().conceded(), restsOn,
            (happened ? "also said, against its interest, by " : "denied, against its interest, by ") + names));
  }

  private static Set<String> conceding(List<Word> words, Stance stance) {
    Set<String> keys = new LinkedHashSet<>();
    for (Word word : words) {
      if (word.stance() == stance && word.interest() == Interest.AGAINST_INTEREST && word.root().named()) {
        keys.add(word.root().key());
      }
    }
    return keys;
  }
}
