package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.entity.Actor;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.KnownWords;
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

  /** Raised when the same claims and knowledge give other events than before. */
  public static final int METHOD = 5;

  /** Canonical also where two claims have one id: what they say decides which of them counts. */
  private static final Comparator<Claim> IN_ORDER = Claim.CANONICAL.thenComparing(Claim::toString);

  private final FusionWeights weights;
  private final Comparison comparison;
  private final Accounts accounts;
  private final Inheritance inheritance;
  private final Keys keys;
  private final EventMaker maker;
  private final Sides armed;

  /** Fuses by the weights and affiliations of {@code knowledge}. */
  public Fusion(Knowledge knowledge) {
    this(
        knowledge.fusionWeights(),
        knowledge.populations(),
        knowledge.knownWords(),
        (party, day) -> side(knowledge.actors(), party, day),
        (party, day) -> isUnarmed(knowledge.actors(), party) ? Optional.empty() : side(knowledge.actors(), party, day));
  }

  Fusion(FusionWeights weights, Sides sides) {
    this(weights, Populations.NONE, sides);
  }

  Fusion(FusionWeights weights, Populations populations, Sides sides) {
    this(weights, populations, KnownWords.NONE, sides, sides);
  }

  private Fusion(
      FusionWeights weights, Populations populations, KnownWords known, Sides sides, Sides armed) {
    this.weights = weights;
    Kinds kinds = new Kinds(weights.type());
    comparison = new Comparison(weights, kinds);
    accounts = new Accounts(weights, sides, kinds, known);
    inheritance = new Inheritance(comparison);
    keys = new Keys(weights);
    maker = new EventMaker(comparison, new Losses(populations, armed, weights.type().mutual()));
    this.armed = armed;
  }

  private Fusion(Fusion other, Pairs pairs) {
    weights = other.weights;
    comparison = other.comparison;
    accounts = other.accounts.ruledBy(pairs);
    inheritance = other.inheritance;
    keys = other.keys;
    maker = other.maker;
    armed = other.armed;
  }

  /**
   * The same, obeying the standing rulings on pairs of claims: two that are ruled to be one happening are in one
   * event, two that are ruled to be two are not. Where rulings contradict each other the apart goes before.
   */
  public Fusion ruledBy(List<Ruling> rulings) {
    return new Fusion(this, Pairs.of(rulings));
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
    return events(run(claims).drafts());
  }

  private List<Event> events(Drafts drafts) {
    return drafts.inOrder().parallelStream().map(d -> event(d, drafts)).toList();
  }

  /** The events of all claims, with the components by which they can be brought up to date later. */
  public Update all(List<Claim> claims) {
    Run run = run(claims);
    Map<String, String> components = new HashMap<>(2 * run.accounts().size());
    for (Account account : run.accounts()) {
      components.put(account.claim().id(), run.component(account));
    }
    return new Update(events(run.drafts()), Set.of(), components, Oddities.crowds(run));
  }

  /** Fits the weights of evidence anew on claims that nobody labelled; seeded, so that it can be repeated. */
  public Fitting fit(List<Claim> claims) {
    List<Claim> ordered = distinct(claims);
    List<Account> accounts = accounts(ordered);
    settleCopies(accounts, Copies.among(ordered));
    return Fitting.of(ordered.size(), comparison.fit(accounts), weights);
  }

  /**
   * The keys under which the claims of one document are to be filed, by their ids; claims that make no event have
   * none. All claims of the document must be given, for they lend each other places and days.
   */
  public Map<String, long[]> keys(List<Claim> ofOneDocument) {
    Map<String, long[]> filed = new LinkedHashMap<>();
    for (Account account : accounts(distinct(ofOneDocument))) {
      LongStream words = LongStream.of(Copies.keys(account.claim()));
      LongStream others = LongStream.of(keys.filed(account));
      filed.put(
          account.claim().id(), LongStream.concat(words, others).sorted().distinct().toArray());
    }
    return filed;
  }

  /**
   * The events after claims came or went, where {@code known} keeps the claims that were there before. After any
   * row of updates the events are those that {@link #apply} makes of all claims at once. A newer version of a
   * document removes its claims and adds others.
   *
   * <p>Why only a part of the claims need be looked at: an account joins an event by a mean of bits, so one of its
   * links is at least as strong; claims that no row of such links (and of copies) connects never share an event.
   * Such components are worked out anew where a claim came, went, or lies in a document that changed, and what
   * other events are possibly the same as is then looked at again beside them.
   *
   * @param added claims that are not known yet
   * @param removedClaimIds ids of known claims that count no longer; an id may be removed and added at once
   */
  public Update update(List<Claim> added, Set<String> removedClaimIds, Known known) {
    return new Updating(new Remembering(this, keys), known).update(added, removedClaimIds);
  }

  /** What fusion cannot do justice to in one document: boundless windows, two claims of one id. All are fused as stated. */
  public static List<Issue> issues(List<Claim> ofOneDocument) {
    return Oddities.of(ofOneDocument);
  }

  /** Compares claims and puts them into events. */
  Run run(Collection<Claim> claims) {
    List<Claim> ordered = distinct(claims);
    return run(accounts(ordered), Copies.among(ordered));
  }

  /** Compares accounts, which are numbered in canonical order, and puts them into events. */
  Run run(List<Account> all, Copies copies) {
    settleCopies(all, copies);
    return new Run(all, Links.among(all, keys, comparison), comparison);
  }

  /** The same, where nothing is asked for but what is linked to some of the accounts. */
  Run run(List<Account> all, Copies copies, Predicate<Account> some) {
    settleCopies(all, copies);
    return new Run(all, Links.of(all, some, keys, comparison), comparison);
  }

  Event event(Draft draft, Drafts drafts) {
    return maker.make(draft, drafts.near(draft));
  }

  /** Whether two events are possibly the same. */
  boolean isPossiblySame(Draft one, Draft other) {
    return one.mean(other, comparison) >= weights.possible();
  }

  /** The claims that may make an event, each id once, in canonical order. */
  List<Claim> distinct(Collection<Claim> claims) {
    Claim[] ordered = claims.stream().filter(weights::makesEvent).toArray(Claim[]::new);
    Arrays.parallelSort(ordered, IN_ORDER);
    Set<String> ids = new HashSet<>(2 * ordered.length);
    return Arrays.stream(ordered).filter(c -> ids.add(c.id())).toList();
  }

  /** An account of each claim with what its document lends it, numbered in canonical order. */
  List<Account> accounts(List<Claim> ordered) {
    Account[] stated = new Account[ordered.size()];
    Arrays.parallelSetAll(stated, i -> accounts.of(ordered.get(i)));
    Map<String, List<Account>> documents = new HashMap<>();
    for (int i = 0; i < stated.length; i++) {
      stated[i].number(i);
      documents.computeIfAbsent(stated[i].claim().doc(), d -> new ArrayList<>(2)).add(stated[i]);
    }
    Account[] complete = new Account[stated.length];
    documents.values().parallelStream()
        .map(inheritance::apply)
        .forEach(d -> d.forEach(a -> complete[a.index()] = a));
    return List.of(complete);
  }

  private static void settleCopies(List<Account> accounts, Copies copies) {
    for (Account account : accounts) {
      int original = copies.testimony(account.claim());
      if (original >= 0) {
        account.copyOf(original, copies.root(account.claim()));
      }
    }
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
