package org.sitrep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.entity.EventType;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Bits of evidence on a terminal. */
class WaterfallTest {

  private static final FusionWeights WEIGHTS =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()).fusionWeights();
  private static final List<Why.Term> TERMS =
      List.of(new Why.Term("when", "same day", 4), new Why.Term("where", "3 km apart", -1.5));

  @Test
  void A01_anEventLikeNoOtherSaysSo() {
    assertThat(Waterfall.lines(event(Why.NOTHING), WEIGHTS)).last().asString().contains("no other event");
    assertThat(Waterfall.brief(event(Why.NOTHING))).isEmpty();
  }

  @Test
  void A02_bitsAreAddedUpFieldByField() {
    Why why = new Why(List.of(new Why.Link("c2", "c1", 8.5, TERMS)), List.of(), List.of());
    List<String> lines = Waterfall.lines(event(why), WEIGHTS);
    assertThat(lines).anyMatch(l -> l.contains("c2 is in this event by 8.5 bits"));
    assertThat(lines).anyMatch(l -> l.matches(" +when +same day +\\+4\\.00 +4\\.00 .*"));
    assertThat(lines).anyMatch(l -> l.matches(" +where +3 km apart +-1\\.50 +2\\.50 .*"));
  }

  @Test
  void A03_whatIsPossiblyTheSameSaysWhyItIsApart() {
    Why below = new Why(List.of(), List.of(new Why.Possible("e2", WEIGHTS.same() - 1, "c1", "c9", TERMS)), List.of());
    assertThat(Waterfall.lines(event(below), WEIGHTS))
        .anyMatch(l -> l.startsWith("possibly the same as e2") && l.contains("not joined"));
    Why above = new Why(List.of(), List.of(new Why.Possible("e2", WEIGHTS.same() + 1, "c1", "c9", TERMS)), List.of());
    assertThat(Waterfall.lines(event(above), WEIGHTS)).anyMatch(l -> l.contains("without a place or day"));
    assertThat(Waterfall.brief(event(above))).singleElement().asString().contains("e2");
  }

  private static Event event(Why why) {
    return new Event(
        "e1", new EventType("clash", "clash", "fight", "", "", "", ""), Optional.empty(), Optional.empty(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), why);
  }
}
