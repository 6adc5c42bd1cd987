package org.sitrep.discourse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.discussion.Discussion.Answer.Kind;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Proposition.Named;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Location;

/**
 * Sets what a post asserts against one claim of the article. Repeated is what says the same with no slot
 * against it; disputed is what is denied, told with another number, or, where the post says outright that it
 * corrects, with another place or another doer. Two slots must meet, or the place alone where nothing speaks
 * against it.
 */
final class Answers {

  private final Knowledge knowledge;

  Answers(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** How a post takes a claim, with what it puts in its place. */
  record Taken(Kind kind, List<Proposition> versions) {}

  /** How the slots of a proposition stand to those of a claim. */
  private record Fit(int met, boolean actor, boolean target, boolean place, boolean placeMet) {

    int against() {
      return (actor ? 1 : 0) + (target ? 1 : 0) + (place ? 1 : 0);
    }

    boolean isSame() {
      return against() == 0 && (met >= 2 || placeMet);
    }

    /** One slot differs, and another one meets or is left open by a pronoun. */
    boolean isOther() {
      return against() == 1 && !target && met >= 1;
    }
  }

  Optional<Taken> taken(ReaderThread thread, Remark remark, Claim claim) {
    if (!claim.certainty().isFactual()) {
      return Optional.empty();
    }
    List<Proposition> alike = remark.propositions().stream().filter(p -> isAlike(p, claim)).toList();
    List<Proposition> versions = new ArrayList<>();
    boolean repeats = false;
    boolean disputes = remark.rejects() && isQuoted(thread, remark, claim);
    for (Proposition p : alike) {
      Fit fit = fit(p, claim);
      boolean agrees = p.affirmed() == isAffirmed(claim);
      boolean numbers = agree(p, claim);
      repeats |= agrees && fit.isSame() && numbers;
      disputes |= !agrees && fit.isSame();
      if (agrees && fit.isSame() && !numbers || agrees && fit.isOther() && remark.corrections().contains(p)) {
        disputes = true;
        versions.add(p);
      }
    }
    if (disputes) {
      alike.stream()
          .filter(p -> p.affirmed() && isAffirmed(claim) && fit(p, claim).against() == 1)
          .filter(remark.corrections()::contains)
          .filter(p -> !versions.contains(p))
          .forEach(versions::add);
      return Optional.of(new Taken(Kind.DISPUTED, versions));
    }
    return repeats ? Optional.of(new Taken(Kind.REPEATED, List.of())) : Optional.empty();
  }

  private static boolean isAffirmed(Claim claim) {
    return claim.certainty() != Certainty.DENIED;
  }

  private boolean isAlike(Proposition p, Claim claim) {
    var movement = knowledge.discussionWords().movement();
    return p.kind().equals(claim.type().id())
        || movement.kinds().containsKey(p.kind()) && movement.types().contains(claim.type().id());
  }

  private static boolean isQuoted(ReaderThread thread, Remark remark, Claim claim) {
    return thread.article().stream()
        .filter(line -> remark.quoted().contains(line.block()))
        .anyMatch(line -> line.span().overlaps(claim.evidence().span()));
  }

  private Fit fit(Proposition p, Claim claim) {
    LocalDate day = claim.published().orElse(LocalDate.MAX);
    boolean actorsStated = !p.actors().isEmpty() && known(claim.actors());
    boolean targetsStated = !p.targets().isEmpty() && known(claim.targets());
    boolean placeStated = p.place().isPresent() && claim.places().stream().anyMatch(Location::isLocated);
    boolean actors = actorsStated && meet(p.actors(), claim.actors(), day);
    boolean targets = targetsStated && meet(p.targets(), claim.targets(), day);
    boolean place = placeStated && claim.places().stream().anyMatch(l -> isAt(p.place(), l));
    return new Fit(
        (actors ? 1 : 0) + (targets ? 1 : 0) + (place ? 1 : 0),
        actorsStated && !actors,
        targetsStated && !targets,
        placeStated && !place,
        place);
  }

  private static boolean known(List<Participant> participants) {
    return participants.stream().anyMatch(p -> p.actor().isPresent());
  }

  private static boolean isAt(Optional<Named> place, Location location) {
    return location.place().map(p -> place.map(n -> n.key().equals(p.id())).orElse(false)).orElse(false);
  }

  private boolean meet(List<Named> named, List<Participant> participants, LocalDate day) {
    return named.stream()
        .anyMatch(
            n ->
                participants.stream()
                    .flatMap(p -> p.actor().stream())
                    .anyMatch(a -> a.equals(n.key()) || isPart(a, n.key(), day) || isPart(n.key(), a, day)));
  }

  private boolean isPart(String part, String whole, LocalDate day) {
    return knowledge.actors().isPartOf(part, whole, day);
  }

  private static boolean agree(Proposition p, Claim claim) {
    List<Proposition.Number> stated = Assertions.numbers(claim);
    return p.numbers().stream().allMatch(n -> stated.stream().allMatch(n::agreesWith));
  }
}
