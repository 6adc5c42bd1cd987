package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Fusion against a truth that is known, beside two simpler ways. */
class SyntheticTest {

  private static final double FLOOR = 0.86;

  @Test
  void fusionFindsMoreOfTheTruthThanSimplerWays(TestReporter reporter) {
    Synthetic war = new Synthetic(1);
    List<Claim> claims = war.claims(8_800, 2_500);
    Fusion fusion = new Fusion(Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of()));
    long start = System.nanoTime();
    List<Event> events = fusion.apply(claims);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, String> found = new HashMap<>();
    events.forEach(e -> e.claims().forEach(c -> found.put(c.id(), e.id())));

    double ours = bCubed(claims, war.truth(), c -> found.getOrDefault(c.id(), c.id()));
    double dyads = bCubed(claims, war.truth(), SyntheticTest::oneADay);
    double places = bCubed(claims, war.truth(), SyntheticTest::dayAndPlace);
    int largest = events.stream().mapToInt(e -> e.claims().size()).max().orElse(0);
    reporter.publishEntry(
        String.format(
            Locale.ROOT,
            "%d claims, %d events found, largest %d, B3 F %.3f; one a day %.3f; day and place %.3f; %.1f s",
            claims.size(), events.size(), largest, ours, dyads, places, seconds));
    assertThat(ours).isGreaterThan(FLOOR).isGreaterThan(dyads + 0.1).isGreaterThan(places + 0.1);
  }

  private static String oneADay(Claim c) {
    return c.time() + names(c.actors()) + names(c.targets()) + c.type().id();
  }

  private static String dayAndPlace(Claim c) {
    return c.time() + c.place().map(l -> l.name()).orElse("") + c.type().id();
  }

  private static String names(List<Participant> parties) {
    return parties.stream().map(Participant::name).collect(Collectors.joining("|", "<", ">"));
  }

  /** B-cubed F (Bagga and Baldwin, 1998): precision and recall averaged over claims. */
  private static double bCubed(
      List<Claim> claims, Map<String, Integer> truth, Function<Claim, String> answer) {
    Map<String, Integer> ofAnswer = new HashMap<>();
    Map<Integer, Integer> ofTruth = new HashMap<>();
    Map<String, Integer> ofBoth = new HashMap<>();
    for (Claim c : claims) {
      ofAnswer.merge(answer.apply(c), 1, Integer::sum);
      ofTruth.merge(truth.getOrDefault(c.id(), -1), 1, Integer::sum);
      ofBoth.merge(answer.apply(c) + "/" + truth.get(c.id()), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Claim c : claims) {
      double both = ofBoth.getOrDefault(answer.apply(c) + "/" + truth.get(c.id()), 0);
      precision += both / ofAnswer.getOrDefault(answer.apply(c), 1);
      recall += both / ofTruth.getOrDefault(truth.getOrDefault(c.id(), -1), 1);
    }
    return 2 * precision * recall / (precision + recall) / claims.size();
  }
}
