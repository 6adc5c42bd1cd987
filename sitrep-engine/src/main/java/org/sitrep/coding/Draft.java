package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Distance;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Location;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/** A claim in the making. */
final class Draft {

  final Predicate predicate;
  String type;
  Span evidence;
  final List<Participant> actors = new ArrayList<>();
  final List<Participant> targets = new ArrayList<>();
  final List<Location> places = new ArrayList<>();
  final List<Casualties> casualties = new ArrayList<>();
  final List<String> materiel = new ArrayList<>();
  final List<String> rules = new ArrayList<>();
  @Nullable TimeWindow time;
  /** Dated to a day that the calendar does not have: no other claim can lend it one. */
  boolean noDay;
  @Nullable Distance distance;
  Attribution attribution = Attribution.PUBLISHER;
  Certainty certainty = Certainty.CERTAIN;

  Draft(Predicate predicate) {
    this.predicate = predicate;
    this.type = predicate.type;
    this.evidence = predicate.words.tree.span(predicate.token);
    rules.addAll(predicate.rules);
  }

  Words words() {
    return predicate.words;
  }

  void cover(Span span) {
    evidence = evidence.cover(span);
  }

  boolean isEmpty() {
    return actors.isEmpty() && targets.isEmpty() && places.isEmpty() && casualties.isEmpty() && time == null;
  }

  void addActor(Participant participant, String rule) {
    add(actors, participant, "actor: " + rule);
  }

  void addTarget(Participant participant, String rule) {
    add(targets, participant, "target: " + rule);
  }

  private void add(List<Participant> list, Participant participant, String rule) {
    if (list.stream().noneMatch(p -> p.key().equals(participant.key()))) {
      list.add(participant);
      rules.add(rule);
    }
  }
}
