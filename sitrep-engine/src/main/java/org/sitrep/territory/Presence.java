package org.sitrep.territory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.control.EvidencePoint;
import org.sitrep.entity.Actor;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.TerritoryRules;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Reads from claims which side was where on which day. One use; not thread-safe. */
final class Presence {

  private final TerritoryRules rules;
  private final Actors actors;
  private final Map<String, EvidencePoint> points = new LinkedHashMap<>();
  /** The latest day that a document tells of: of which day its undated claims tell, at the latest. */
  private final Map<String, LocalDate> latest = new HashMap<>();
  private LocalDate last = LocalDate.MIN;
  /** Where claims name two sides at one place and time: {@link #meeting}. */
  private final Set<String> meetings = new HashSet<>();
  private int vague;
  private int unlocated;

  Presence(TerritoryRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
  }

  /** The evidence of claims, in their canonical order; what one place and day has twice counts once. */
  List<EvidencePoint> read(List<Claim> claims) {
    for (Claim claim : claims) {
      claim.time().map(TimeWindow::end).or(claim::published).ifPresent(day -> {
        latest.merge(claim.doc(), day, (a, b) -> a.isAfter(b) ? a : b);
        last = day.isAfter(last) ? day : last;
      });
    }
    claims.stream().filter(c -> c.certainty() == Certainty.CERTAIN).sorted(Claim.CANONICAL).forEach(this::read);
    return List.copyOf(points.values());
  }

  /** The meetings that claims tell of. */
  Set<String> meetings() {
    return meetings;
  }

  /** What a place at which two sides met on a day, or in a document without one, is found by. */
  static String meeting(String side, String other, Optional<LocalDate> day, String doc, double lat, double lon) {
    String sides = side.compareTo(other) < 0 ? side + "|" + other : other + "|" + side;
    return sides + "|" + day.map(LocalDate::toString).orElse("doc " + doc) + "|" + lat + "|" + lon;
  }

  private void meet(Claim claim, Optional<LocalDate> day) {
    LocalDate when = day.orElse(latest.getOrDefault(claim.doc(), last));
    List<String> sides =
        Stream.concat(claim.actors().stream(), claim.targets().stream())
            .flatMap(p -> p.actor().stream())
            .map(a -> actors.side(a, when))
            .distinct()
            .toList();
    for (Location place : claim.places()) {
      for (int i = 0; i < sides.size(); i++) {
        for (int k = i + 1; k < sides.size(); k++) {
          meetings.add(meeting(sides.get(i), sides.get(k), day, claim.doc(), place.lat(), place.lon()));
        }
      }
    }
  }

  /** What could not be used, counted. */
  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (vague > 0) {
      issues.add(issue(vague, "a place known no better than " + Math.round(rules.proximity().vagueKm()) + " km"));
    }
    if (unlocated > 0) {
      issues.add(issue(unlocated, "no coordinates"));
    }
    return issues;
  }

  private static Issue issue(int count, String why) {
    return new Issue(Issue.Kind.PLACE, "proximity", 0, count + (count == 1 ? " mention" : " mentions") + " of an armed party with " + why + ": no evidence point");
  }

  private void read(Claim claim) {
    List<String> roles = rules.presence().getOrDefault(claim.type().id(), List.of());
    List<Participant> present = new ArrayList<>(roles.contains("actor") ? claim.actors() : List.of());
    present.addAll(roles.contains("target") ? claim.targets() : List.of());
    Optional<LocalDate> day = day(claim);
    meet(claim, day);
    for (Participant party : present) {
      Optional<Actor> known = party.actor().flatMap(actors::find).filter(this::isArmed);
      if (known.isPresent()) {
        claim.places().forEach(place -> add(claim, known.get(), place, day));
      }
    }
  }

  private boolean isArmed(Actor actor) {
    return rules.armed().contains(actor.kind().name().toLowerCase(Locale.ROOT));
  }

  private Optional<LocalDate> day(Claim claim) {
    Optional<TimeWindow> time = claim.time();
    if (time.isPresent()) {
      boolean narrow = ChronoUnit.DAYS.between(time.get().start(), time.get().end()) < rules.proximity().spanDays();
      return narrow ? Optional.of(time.get().end()) : Optional.empty();
    }
    return claim.published();
  }

  private void add(Claim claim, Actor actor, Location place, Optional<LocalDate> day) {
    boolean wide = claim.time().isPresent() && day.isEmpty();
    if (!place.isLocated()) {
      unlocated++;
    } else if (place.km() > rules.proximity().vagueKm()) {
      vague++;
    } else if (!wide) {
      String side = actors.side(actor.id(), day.orElse(latest.getOrDefault(claim.doc(), last)));
      EvidencePoint point =
          new EvidencePoint(
              side, actor.name(), place.name(), place.lat(), place.lon(), place.km(), day, claim.time().isPresent(),
              claim.type().id(), claim.doc(), claim.id());
      String key = side + "|" + day.map(LocalDate::toString).orElse("doc " + claim.doc()) + "|" + place.lat() + "|" + place.lon();
      points.merge(key, point, (old, now) -> now.km() < old.km() ? now : old);
    }
  }
}
