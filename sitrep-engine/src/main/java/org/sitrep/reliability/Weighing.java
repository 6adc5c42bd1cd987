package org.sitrep.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Root;
import org.sitrep.source.Stance;
import org.sitrep.source.Support;
import org.sitrep.source.Support.Term;
import org.sitrep.source.Word;

/** Weighs what roots say and pass over: L = logit base + sum of d * ln(P(said | so) / P(said | not)). */
final class Weighing {

  private final ReliabilityWeights weights;
  private final Actors actors;
  private final Rates rates;
  private final Coverage coverage;
  private final Dependence dependence;
  private final Hearing hearing;

  Weighing(ReliabilityWeights weights, Actors actors, Rates rates, Coverage coverage, Dependence dependence, Hearing hearing) {
    this.weights = weights;
    this.actors = actors;
    this.rates = rates;
    this.coverage = coverage;
    this.dependence = dependence;
    this.hearing = hearing;
  }

  Support weigh(Event event, List<Word> words) {
    List<Term> terms = new ArrayList<>();
    Map<String, Integer> blocs = new HashMap<>();
    for (Word word : words) {
      terms.add(spoken(event, word, words, blocs));
    }
    for (Root root : silent(event, words)) {
      terms.add(term(event, root, Stance.SILENT, interest(event, root), 1, ""));
    }
    terms.sort(
        Comparator.comparing((Term t) -> t.stance() == Stance.SILENT)
            .thenComparing((Term t) -> -Math.abs(t.value()))
            .thenComparing(t -> t.root().key()));
    double base = weights.support().base(event.type().family());
    return new Support(Math.log(base / (1 - base)), terms);
  }

  private Term spoken(Event event, Word word, List<Word> words, Map<String, Integer> blocs) {
    List<String> why = new ArrayList<>();
    double discount = times(1, word.firmness(), "not held firmly", why);
    discount = times(discount, word.root().named() ? 1 : weights.support().unnamed(), "no name", why);
    boolean stranger = word.root().named() && word.root().leaning().isEmpty() && !word.root().known();
    discount = times(discount, stranger ? weights.support().unknown() : 1, "nobody knows whom it favours", why);
    discount = times(discount, dependence.ownShare(word, words), "repeats others", why);
    if (word.interest() == Interest.SELF_SERVING) {
      int before = blocs.merge(word.stance() + side(word), 1, Integer::sum) - 1;
      discount = times(discount, Math.pow(weights.support().sameBloc(), before), "side has spoken", why);
    }
    return term(event, word.root(), word.stance(), ifAsserted(word), discount, String.join(", ", why));
  }

  private static double times(double discount, double factor, String what, List<String> why) {
    if (factor < 1) {
      why.add(String.format(Locale.ROOT, "%s %.2f", what, factor));
    }
    return discount * factor;
  }

  private String side(Word word) {
    Optional<String> leaning = word.root().leaning();
    return leaning.map(l -> word.first().map(d -> actors.side(l, d)).orElse(l)).orElse("");
  }

  /** What a root gains from asserting what it asserts or denies. */
  static Interest ifAsserted(Word word) {
    return word.stance() == Stance.DENY ? turned(word.interest()) : word.interest();
  }

  private static Interest turned(Interest interest) {
    return switch (interest) {
      case SELF_SERVING -> Interest.AGAINST_INTEREST;
      case AGAINST_INTEREST -> Interest.SELF_SERVING;
      case NEUTRAL -> Interest.NEUTRAL;
    };
  }

  private Term term(Event event, Root root, Stance stance, Interest interest, double discount, String why) {
    String claimClass = event.type().family();
    double ifSo = rates.of(root.key(), claimClass, interest, true, stance, event.id());
    double ifNot = rates.of(root.key(), claimClass, interest, false, stance, event.id());
    return new Term(root, stance, interest, ifSo, ifNot, discount, discount * Math.log(ifSo / ifNot), why);
  }

  /** The roots that cover the place and the days and do not speak of the event. */
  List<Root> silent(Event event, List<Word> words) {
    return coverage.of(event).stream().filter(r -> words.stream().noneMatch(w -> w.root().key().equals(r.key()))).toList();
  }

  /** What a root would gain from asserting the event. */
  Interest interest(Event event, Root root) {
    Optional<Claim> claim = event.claims().stream().filter(c -> c.certainty().isFactual()).findFirst();
    return claim.map(c -> hearing.interest(root, c, event.claims(), false)).orElse(Interest.NEUTRAL);
  }
}
