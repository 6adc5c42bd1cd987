package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.claim.Interest;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Sources;

/**
 * Draws up the control ledger: what is said of who took, holds, lost or is besieged in each place, and what
 * that allows to conclude. It takes claims and not events, because a claim of control tells of a state.
 *
 * <p>What a side says in its own favour is only its claim. Control is assessed on the word of a source known
 * to be neutral, on that of the side which loses by it, or on two independent roots. What is denied, planned,
 * likely or possible is listed with its certainty and moves nothing. Copies count once. Immutable and
 * thread-safe.
 */
public final class Assessment implements Stage<List<Claim>, ControlLedger> {

  private final Interests interests;

  /** Assesses by the affiliations of {@code knowledge}. */
  public Assessment(Knowledge knowledge) {
    this((root, favoured, day) -> interest(knowledge.sources(), root, favoured, day));
  }

  Assessment(Interests interests) {
    this.interests = interests;
  }

  private static Optional<Interest> interest(
      Sources sources, String root, String favoured, Optional<LocalDate> day) {
    return sources.find(root).map(s -> sources.interest(s.id(), favoured, day));
  }

  /** The ledger, by valid time, then by publication; states by place name. */
  @Override
  public ControlLedger apply(List<Claim> claims) {
    List<Claim> ordered = claims.stream().sorted(Claim.CANONICAL).distinct().toList();
    Copies copies = Copies.among(ordered);
    Bookkeeper bookkeeper = new Bookkeeper(interests, copies);
    List<Posting> postings = new ArrayList<>();
    ordered.forEach(c -> postings.addAll(bookkeeper.post(c)));
    postings.sort(Posting.IN_ORDER);
    Map<String, List<Posting>> places = new LinkedHashMap<>();
    postings.forEach(p -> places.computeIfAbsent(p.placeKey(), k -> new ArrayList<>()).add(p));
    List<ControlState> states = new ArrayList<>();
    places.values().forEach(p -> Balance.of(p).ifPresent(states::add));
    states.sort(
        Comparator.comparing((ControlState s) -> s.place().name())
            .thenComparing(s -> s.claims().getFirst()));
    return new ControlLedger(postings.stream().map(Posting::entry).toList(), states);
  }
}
