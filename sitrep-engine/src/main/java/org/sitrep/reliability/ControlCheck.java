package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.mention.Location;
import org.sitrep.source.Resolved.Ground;
import org.sitrep.source.Root;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;
import org.sitrep.time.TimeWindow;

/**
 * Settles who took or left a place by what is told of the place in the days after. Nobody says otherwise, and
 * others go on telling of the place: it is as told. Somebody who is neutral, or loses by it, says otherwise, and
 * nobody but the side itself says so: it is not. Retaken, or told both ways: it stays open.
 */
final class ControlCheck {

  private static final Set<String> TAKEN = Set.of("capture", "control");
  private static final String LOST = "withdrawal";

  /** What a claim says of who holds a place. */
  private record Post(LocalDate day, String side, boolean holds, boolean taken, boolean independent, String root) {}

  private record Seen(LocalDate day, String root) {}

  private final Actors actors;
  private final Map<String, List<Post>> posts = new HashMap<>();
  private final Map<String, List<Seen>> seen = new HashMap<>();
  private LocalDate last = LocalDate.MIN;

  ControlCheck(Actors actors, List<Claim> claims, Roots roots, Hearing hearing) {
    this.actors = actors;
    for (Claim claim : claims) {
      Optional<LocalDate> day = Hearing.day(claim).filter(d -> claim.certainty().isFactual());
      if (day.isPresent()) {
        last = claim.published().filter(p -> p.isAfter(last)).orElse(last);
        Root root = roots.of(claim);
        for (Location place : claim.places()) {
          place.place().ifPresent(p -> enter(p.id(), claim, day.get(), root, hearing));
        }
      }
    }
    posts.values().forEach(l -> l.sort(Comparator.comparing(Post::day)));
    seen.values().forEach(l -> l.sort(Comparator.comparing(Seen::day)));
  }

  private void enter(String place, Claim claim, LocalDate day, Root root, Hearing hearing) {
    seen.computeIfAbsent(place, k -> new ArrayList<>()).add(new Seen(day, root.key()));
    String type = claim.type().id();
    if (TAKEN.contains(type) || type.equals(LOST)) {
      Interest interest = hearing.interest(root, claim, List.of(), Hearing.isDenial(claim));
      boolean independent = root.isNeutral() || interest == Interest.AGAINST_INTEREST;
      boolean holds = TAKEN.contains(type) != Hearing.isDenial(claim);
      boolean taken = type.equals("capture") && holds;
      for (String side : sides(claim, day)) {
        posts.computeIfAbsent(place, k -> new ArrayList<>()).add(new Post(day, side, holds, taken, independent, root.key()));
      }
    }
  }

  private List<String> sides(Claim claim, LocalDate day) {
    return claim.actors().stream().map(Participant::actor).flatMap(Optional::stream).map(a -> actors.side(a, day)).toList();
  }

  Optional<Verdict> of(Event event, List<Word> words, ReliabilityWeights.History history) {
    boolean takes = event.type().id().equals("capture");
    Optional<String> place = event.place().flatMap(Location::place).map(p -> p.id());
    Optional<LocalDate> day = event.time().map(TimeWindow::end);
    if (!takes && !event.type().id().equals(LOST) || place.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    LocalDate until = day.get().plusDays(history.uncontestedDays());
    Optional<String> side =
        event.actors().stream().map(Participant::actor).flatMap(Optional::stream).map(a -> actors.side(a, day.get())).findFirst();
    if (side.isEmpty() || until.isAfter(last)) {
      return Optional.empty();
    }
    return judge(place.get(), day.get(), until, side.get(), takes, words, history);
  }

  private Optional<Verdict> judge(
      String place, LocalDate day, LocalDate until, String side, boolean takes, List<Word> words, ReliabilityWeights.History history) {
    Set<String> own = new HashSet<>();
    words.forEach(w -> own.add(w.root().key()));
    List<Post> later =
        posts.getOrDefault(place, List.of()).stream().filter(p -> p.day().isAfter(day) && !p.day().isAfter(until)).toList();
    List<Post> contrary = later.stream().filter(p -> (p.side().equals(side) == p.holds()) != takes).toList();
    boolean backed = later.stream().anyMatch(p -> !contrary.contains(p) && p.independent());
    boolean watched =
        seen.getOrDefault(place, List.of()).stream()
            .anyMatch(s -> s.day().isAfter(day) && !s.day().isAfter(until) && !own.contains(s.root()));
    double weight = history.weights().control();
    if (contrary.isEmpty()) {
      return watched && words.stream().noneMatch(w -> w.stance() == Stance.DENY)
          ? Optional.of(new Verdict(true, Ground.CONTROL, weight, Set.of(), "nobody said otherwise until " + until))
          : Optional.empty();
    }
    boolean retaken = contrary.stream().anyMatch(Post::taken);
    Set<String> against = new HashSet<>();
    contrary.stream().filter(Post::independent).forEach(p -> against.add(p.root()));
    return against.isEmpty() || backed || retaken
        ? Optional.empty()
        : Optional.of(new Verdict(false, Ground.CONTROL, weight, against, "told otherwise until " + until + " by a root that does not gain by it"));
  }
}
