package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.entity.Actor;
import org.sitrep.event.Event;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;

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
  private final Sides sides;

  /** Fuses by the weights and affiliations of {@code knowledge}. */
  public Fusion(Knowledge knowledge) {
    this(knowledge.fusionWeights(), (party, day) -> side(knowledge.actors(), party, day));
  }

  Fusion(FusionWeights weights, Sides sides) {
    this.weights = weights;
    this.sides = sides;
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
    Kinds kinds = new Kinds(weights.type());
    Comparison comparison = new Comparison(weights, kinds);
    Accounts maker = new Accounts(weights, sides, kinds);
    Map<String, List<Account>> documents = new LinkedHashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      Account account = maker.of(ordered.get(i));
      account.number(i);
      account.copyOf(copies.testimony(account.claim()), copies.root(account.claim()));
      documents.computeIfAbsent(account.claim().doc(), d -> new ArrayList<>()).add(account);
    }
    Inheritance inheritance = new Inheritance(comparison);
    List<Account> accounts = new ArrayList<>();
    documents.values().forEach(d -> accounts.addAll(inheritance.apply(d)));
    accounts.sort(Comparator.comparingInt(Account::index));
    Assignment assignment = new Assignment(comparison);
    List<Draft> drafts = assignment.assign(accounts);
    EventMaker events = new EventMaker(comparison);
    return drafts.stream().map(d -> events.make(d, assignment.possiblySame(d))).toList();
  }
}
