package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Interest;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.ControlWeights;
import org.sitrep.knowledge.ControlWeights.Likelihood;

/**
 * A small war: the army and the militia are allies, the rebels fight both until they change sides in 2020.
 * "army news" and "rebel news" speak for one side, the monitor for nobody; others are not known.
 */
final class War {

  static final ControlWeights WEIGHTS =
      new ControlWeights(
          1, 730, 730, new ControlWeights.Turnover(0.8, 0.6, 0.3, 0.2), 0.5, 0.2,
          new ControlWeights.Words(
              new Likelihood(0.95, 0.05, 0.3, 0.2),
              new Likelihood(0.9, 0.1, 0.3, 0.25),
              new Likelihood(0.7, 0.3, 0.45, 0.4),
              new Likelihood(0.6, 0.4, 0.5, 0.45)),
          2.0,
          new ControlWeights.Partial(List.of("half", "most"), List.of("villages")));

  private static final LocalDate SIDES_CHANGE = LocalDate.of(2020, 1, 1);

  private War() {}

  static Assessment assessment() {
    Relations relations =
        new Relations() {
          @Override
          public Optional<Boolean> opposed(String a, String b, LocalDate day) {
            return War.opposed(a, b, day);
          }

          @Override
          public boolean isNamed(String holder) {
            return !holder.equals("militants");
          }
        };
    return new Assessment(War::interest, relations, WEIGHTS);
  }

  private static Optional<Boolean> opposed(String a, String b, LocalDate day) {
    Set<String> both = Set.of(a.equals(b) ? a + " itself" : a, b);
    if (a.equals(b) || both.equals(Set.of("army", "militia"))) {
      return Optional.of(false);
    }
    return both.contains("rebels") && (both.contains("army") || both.contains("militia"))
        ? Optional.of(day.isBefore(SIDES_CHANGE))
        : Optional.empty();
  }

  private static Optional<Interest> interest(String root, String favoured, Optional<LocalDate> day) {
    if (root.equals("monitor")) {
      return Optional.of(Interest.NEUTRAL);
    }
    String speaksFor = root.equals("army news") ? "army" : root.equals("rebel news") ? "rebels" : "";
    return speaksFor.isEmpty()
        ? Optional.empty()
        : Optional.of(speaksFor.equals(favoured) ? Interest.SELF_SERVING : Interest.AGAINST_INTEREST);
  }

  /** A claim on the village: "army", "capture" ... */
  static Telling told(String doc, String side, String type, String day) {
    Telling telling = Telling.in(doc).that(side, type, "").near("Village", 34, 38, 2);
    return day.isEmpty() ? telling : telling.on(day);
  }
}
