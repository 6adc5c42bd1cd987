package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.entity.Actor;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Populations;

/**
 * Claims about one happening become one event. Every claim that {@link FusionWeights#makesEvent may make an
 * event} is in exactly one; plans, states of control, lines drawn and mere words are in none.
 *
 * <p>Pairs proposed by blocking are weighed field by field in bits (Fellegi and Sunter, JASA 64, 1969;
 * Linacre et al., "Splink", 2022), with vetoes for place, time, kind and "another attack" only; claims are
 * assigned by mean link. What is said of counts, blame and outcome never splits an event; it becomes a
 * {@link org.sitrep.event.Contradiction}. Events depend on the claims alone and not on their order. A claim
 * given twice (one id) counts once. Immutable and thread-safe.
 */
public final class Fusion implements Stage<List<Claim>, List<Event>> {

  private final FusionWeights weights;
  private final Populations populations;
  private final Sides sides;
  private final Sides armed;

  /** Fuses by the weights and affiliations of {@code knowledge}. */
  public Fusion(Knowledge knowledge) {
    this(
        knowledge.fusionWeights(),
        knowledge.populations(),
        (party, day) -> side(knowledge.actors(), party, day),
        (party, day) -> isUnarmed(knowledge.actors(), party) ? Optional.empty() : side(knowledge.actors(), party, day));
  }

  Fusion(FusionWeights weights, Sides sides) {
    this(weights, Populations.NONE, sides);
  }

  Fusion(FusionWeights weights, Populations populations, Sides sides) {
    this(weights, populations, sides, sides);
  }

  private Fusion(FusionWeights weights, Populations populations, Sides sides, Sides armed) {
    this.weights = weights;
    this.populations = populations;
    this.sides = sides;
    this.armed = armed;
  }

  private static boolean isUnarmed(Actors actors, String party) {
    return actors.find(party).map(a -> a.kind() == Actor.Kind.CIVILIANS).orElse(false);
  }

  private static Optional<String> side(Actors actors, String party, LocalDate day) {
    boolean open = actors.find(party).map(a -> a.kind() == Actor.Kind.FIGHTERS).orElse(false);
    return open ? Optional.empty() : Optional.of(actors.side(party, day));
  }

  /** The events, in the canonical order of their earliest claims. */
  @Override
  public List<Event> apply(List<Claim> claims) {
    Map<String, Claim> distinct = new LinkedHashMap<>();
    claims.stream()
        .filter(weights::makesEvent)
        .sorted(Claim.CANONICAL)
        .forEach(c -> distinct.putIfAbsent(c.id(), c));
    List<Claim> ordered = List.copyOf(distinct.values());
    Copies copies = Copies.among(ordered);
    List<Account> accounts = new ArrayList<>();
    for (Claim claim : ordered) {
      accounts.add(Account.of(accounts.size(), claim, copies, sides, weights.another()));
    }
    Comparison comparison = new Comparison(weights);
    Assignment assignment = new Assignment(comparison);
    List<Draft> drafts = assignment.assign(new Inheritance(comparison).apply(accounts));
    EventMaker maker = new EventMaker(comparison, new Losses(populations, sides, weights.type().mutual()));
    return drafts.stream().map(d -> maker.make(d, assignment.possiblySame(d))).toList();
  }

  /**
   * Events of one place and the same armed sides with no more than three days between them, strung together. Events
   * without a place or a day, or with no side that the packs know, are in none.
   *
   * @return by first day, then by the id of the first event; each event at most once
   */
  public List<Episode> episodes(List<Event> events) {
    return new Episodes(armed).of(events);
  }
}
