package org.sitrep.reporting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.knowledge.ReportWording;
import org.sitrep.report.SituationReport.Line;

/** Sets versions of one thing side by side, and says who is said to hold a place. Thread-safe. */
final class Versions {

  private final ReportWording wording;
  private final Clause clause;
  private final Sentence sentence;

  Versions(ReportWording wording, Clause clause, Sentence sentence) {
    this.wording = wording;
    this.clause = clause;
    this.sentence = sentence;
  }

  /** Where sources contradict each other, and where they tell of different losses that may both be so. */
  static List<Contradiction> of(Event event) {
    List<Contradiction> all = new ArrayList<>(event.contradictions());
    Set<Casualties.Fate> contradicted = EnumSet.noneOf(Casualties.Fate.class);
    for (Contradiction contradiction : event.contradictions()) {
      if (contradiction instanceof Contradiction.Count count) {
        contradicted.add(count.fate());
      }
    }
    for (Casualties.Fate fate : Casualties.Fate.values()) {
      List<Loss> stated = event.losses().stream().filter(l -> l.fate() == fate).toList();
      boolean several = stated.stream().map(Loss::root).distinct().count() > 1;
      Map<String, List<Loss>> byText =
          stated.stream().collect(Collectors.groupingBy(Loss::text, LinkedHashMap::new, Collectors.toList()));
      if (several && byText.size() > 1 && !contradicted.contains(fate)) {
        all.add(new Contradiction.Count(fate, byText.entrySet().stream().map(e -> version(e.getKey(), e.getValue())).toList()));
      }
    }
    return all;
  }

  private static Contradiction.Version version(String text, List<Loss> losses) {
    return new Contradiction.Version(
        text, losses.stream().map(Loss::claim).toList(), losses.stream().map(Loss::root).distinct().toList());
  }

  Line line(Event event, Contradiction contradiction) {
    Map<String, String> speakers = new HashMap<>();
    event.claims().forEach(c -> speakers.putIfAbsent(c.id(), sentence.speaker(c)));
    String all =
        contradiction.versions().stream()
            .map(v -> version(v, speakers))
            .collect(Collectors.joining("; "));
    Map<String, String> slots = new HashMap<>();
    slots.put("place", clause.place(event.place()));
    slots.put("versions", all);
    if (contradiction instanceof Contradiction.Count count) {
      slots.put("fate", Clause.key(count.fate()));
    }
    String template = wording.contradictions().getOrDefault(key(contradiction), "{versions}");
    List<String> claims =
        contradiction.versions().stream().flatMap(v -> v.claims().stream()).distinct().toList();
    return new Line(Template.capitalise(Template.fill(template, slots)) + ".", event.id(), claims);
  }

  private String version(Contradiction.Version version, Map<String, String> speakers) {
    String roots =
        version.claims().stream()
            .map(id -> speakers.getOrDefault(id, id))
            .distinct()
            .collect(Collectors.joining(", "));
    return Template.fill(wording.versionOf(), Map.of("value", version.value(), "roots", roots));
  }

  private static String key(Contradiction contradiction) {
    return switch (contradiction) {
      case Contradiction.Count c -> "count";
      case Contradiction.Outcome o -> "outcome";
      case Contradiction.Blame b -> "blame";
      case Contradiction.Polarity p -> "polarity";
      case Contradiction.Timing t -> "timing";
      case Contradiction.Whereabouts w -> "whereabouts";
      case Contradiction.Participants p -> "participants";
    };
  }

  private static String key(ControlState state) {
    boolean denied = state.status() == ControlState.Status.CONTESTED && state.holders().size() == 1;
    return denied ? "disputed" : Clause.key(state.status());
  }

  Line line(ControlState state, ControlLedger ledger, Map<String, Claim> byId) {
    Map<String, String> names = ledger.holderNames();
    String holders =
        state.holders().stream()
            .map(h -> names.getOrDefault(h, h))
            .collect(Collectors.joining(wording.join()));
    String roots = String.join(", ", state.rootNames(byId));
    String text =
        Template.fill(
            wording.control().getOrDefault(key(state), "{place}"),
            Map.of(
                "place", state.place().surface(),
                "holders", holders.isEmpty() ? wording.nobody() : holders,
                "roots", roots));
    return new Line(Template.capitalise(text) + ".", "", state.claims());
  }
}
