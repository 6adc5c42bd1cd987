package org.sitrep.assessment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.control.LedgerChange;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Place;
import org.sitrep.entity.Source;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.ControlWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.RootFinder;
import org.sitrep.knowledge.Sources;

/**
 * Draws up the control ledger from claims, and says what it came to on any day, as known on any day, on the
 * word of all or of some. It takes claims and not events, because a claim of control tells of a state.
 *
 * <p>What a side says in its own favour is only its claim. Control is assessed on the word of a source known
 * to be neutral, on that of the side which loses by it, or on two independent roots. What is planned, likely
 * or possible is listed with its certainty and moves nothing. Copies count once. Nothing that becomes known
 * later changes what was known on a day. Immutable and thread-safe.
 */
public final class Assessment implements Stage<List<Claim>, ControlLedger> {

  /** Raised when the same claims and knowledge give another ledger than before, or are filed under other keys. */
  public static final int METHOD = 3;

  private final Speakers speakers;
  private final Bookkeeper bookkeeper;
  private final Relations relations;
  private final ControlWeights weights;
  private final Optional<Knowledge> knowledge;

  /**
   * What is asked.
   *
   * @param at the day asked about; empty for the latest day of which anything is told
   * @param knownBy words known later are left out; empty for none
   * @param onWordOf keys of roots: only their words count, and no more is asked of them; empty for all
   */
  public record Question(Optional<LocalDate> at, Optional<LocalDate> knownBy, Set<String> onWordOf) {

    /** Today's view of the latest day. */
    public static final Question LATEST = new Question(Optional.empty(), Optional.empty(), Set.of());

    public Question {
      onWordOf = Set.copyOf(onWordOf);
    }
  }

  /** Assesses by the affiliations and weights of {@code knowledge}. */
  public Assessment(Knowledge knowledge) {
    this.weights = knowledge.controlWeights();
    this.speakers = Speakers.by(new RootFinder(knowledge));
    this.bookkeeper =
        new Bookkeeper(
            speakers, (root, favoured, day) -> interest(knowledge, root, favoured, day), new Portions(weights.partial()));
    this.relations = new Affiliated(knowledge.actors());
    this.knowledge = Optional.of(knowledge);
  }

  Assessment(Interests interests, Relations relations, ControlWeights weights) {
    this.speakers = Speakers.BY_WORDS;
    this.bookkeeper = new Bookkeeper(speakers, interests, new Portions(weights.partial()));
    this.relations = relations;
    this.weights = weights;
    this.knowledge = Optional.empty();
  }

  /** A source with a side is not known to be neutral towards a party that no pack knows. */
  private static Optional<Interest> interest(
      Knowledge knowledge, String root, String favoured, Optional<LocalDate> day) {
    Sources sources = knowledge.sources();
    return source(sources, root)
        .filter(s -> sources.speaksFor(s.id()).isEmpty() || knowledge.actors().find(favoured).isPresent())
        .map(s -> sources.interest(s.id(), favoured, day));
  }

  /** The source with the key of a root, or, of an outlet's own word, the only one of that name. */
  private static Optional<Source> source(Sources sources, String root) {
    List<Source> named = sources.find(root).map(List::of).orElseGet(() -> sources.named(root));
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** The ledger, by valid time, then by known time, with the states of the latest day; states by place name. */
  @Override
  public ControlLedger apply(List<Claim> claims) {
    List<ControlEntry> entries = entries(claims);
    return new ControlLedger(entries, states(entries, List.of(), Question.LATEST));
  }

  /** The entries of claims, in any order, by valid time, then by known time. */
  public List<ControlEntry> entries(List<Claim> claims) {
    return new Posting(bookkeeper).entries(claims);
  }

  /**
   * What claims that came or went change in the ledger: only what repeats their words, or is repeated by them, is
   * looked at. After any row of changes the entries are those that {@link #entries} makes of all claims at once.
   *
   * @param added claims that are not known yet, whole documents
   * @param removed known claims that count no longer, whole snapshots; a newer version of a document removes the claims
   *     of the older one and adds its own
   * @param known all claims of all documents that have a claim filed under one of some keys, as {@link #keys} gives
   *     them; those that are removed are still among them
   */
  public LedgerChange change(
      List<Claim> added, List<Claim> removed, Function<Set<Long>, List<Claim>> known) {
    return new Redrawing(new Posting(bookkeeper), known).change(added, removed);
  }

  /** The keys under which claims are to be filed for {@link #change}, by their ids; those that make no entry have none. */
  public Map<String, long[]> keys(List<Claim> claims) {
    return new Posting(bookkeeper).keys(claims);
  }

  /**
   * What entries come to, by place name: one state for each place of which something certain is told, or
   * on which a ruling stands.
   *
   * @param entries in any order
   * @param rulings of people, in the order in which they were made; those on places count, unless the question
   *     is for some speakers' word alone
   */
  public List<ControlState> states(
      Collection<ControlEntry> entries, List<Ruling> rulings, Question question) {
    View view = view(entries, question);
    Rulings decided = rulings(rulings, question, view.at());
    List<ControlState> states = new ArrayList<>();
    view.places().forEach((key, words) -> states.add(decided.over(key, view.state(words))));
    states.addAll(decided.others(view.places().keySet(), this::findPlace));
    states.sort(
        Comparator.comparing((ControlState s) -> s.place().name())
            .thenComparing(s -> s.claims().isEmpty() ? "" : s.claims().getFirst())
            .thenComparing(s -> s.place().surface()));
    return states;
  }

  /** The day that a question asks about: where it names none, the latest of which anything is told. */
  public LocalDate day(Collection<ControlEntry> entries, Question question) {
    return view(entries, question).at();
  }

  /**
   * The course of one place: first what is assessed, then what each root said, by their first words.
   *
   * @param key key of the place, as in {@link ControlEntry#placeKey}
   */
  public List<ControlLane> lanes(
      Collection<ControlEntry> entries, List<Ruling> rulings, Question question, String key) {
    View view = view(entries, question);
    List<ControlEntry> words = view.places().getOrDefault(key, List.of());
    return new Lanes(view, key, words).draw(day -> rulings(rulings, question, day));
  }

  private View view(Collection<ControlEntry> entries, Question question) {
    List<ControlEntry> known =
        entries.stream().filter(e -> isKnownBy(e, question.knownBy())).sorted(ControlEntry.IN_ORDER).toList();
    return View.of(known, question, speakers, relations, weights);
  }

  private static boolean isKnownBy(ControlEntry entry, Optional<LocalDate> day) {
    return day.isEmpty() || entry.known().filter(k -> !k.isAfter(day.get())).isPresent();
  }

  private static Rulings rulings(List<Ruling> rulings, Question question, LocalDate at) {
    if (!question.onWordOf().isEmpty()) {
      return new Rulings(Map.of(), at);
    }
    List<Ruling> known =
        rulings.stream()
            .filter(r -> question.knownBy().map(k -> !r.decided().atZone(ZoneOffset.UTC).toLocalDate().isAfter(k)).orElse(true))
            .toList();
    return new Rulings(Ruling.standing(known, Ruling.Subject.PLACE), at);
  }

  private Optional<Place> findPlace(String id) {
    return knowledge.flatMap(k -> k.places().find(id));
  }

  /**
   * The keys of roots that a name means: the source or party itself, and every root that speaks for it; else
   * the roots that bear the name; else those in whose names it stands ("Guardian" means The Guardian).
   *
   * @param name a name or id
   * @param entries whose roots there are
   */
  public Set<String> rootsOf(String name, Collection<ControlEntry> entries) {
    Set<String> meant = new TreeSet<>();
    Set<String> parties = new TreeSet<>();
    knowledge.ifPresent(
        k -> {
          List<Source> sources = new ArrayList<>(k.sources().named(name));
          k.sources().find(name).ifPresent(sources::add);
          sources.forEach(s -> meant.add(s.id()));
          List<Actor> actors = new ArrayList<>(k.actors().named(name));
          k.actors().find(name).ifPresent(actors::add);
          actors.forEach(a -> parties.add(a.id()));
        });
    String folded = name.toLowerCase(Locale.ROOT).strip();
    Set<String> roots = new TreeSet<>();
    if (folded.isEmpty()) {
      return roots;
    }
    for (ControlEntry entry : entries) {
      boolean named =
          entry.root().toLowerCase(Locale.ROOT).equals(folded) || entry.rootName().toLowerCase(Locale.ROOT).equals(folded);
      Optional<String> id = knowledge.flatMap(k -> source(k.sources(), entry.root())).map(Source::id);
      if (named || id.filter(meant::contains).isPresent() || speaksFor(entry, id, parties)) {
        roots.add(entry.root());
      }
    }
    return roots.isEmpty() ? bearers(folded, entries) : roots;
  }

  /** The roots in whose names a name stands as whole words. */
  private static Set<String> bearers(String folded, Collection<ControlEntry> entries) {
    String wanted = ' ' + folded + ' ';
    return entries.stream()
        .filter(e -> (' ' + e.rootName().toLowerCase(Locale.ROOT) + ' ').contains(wanted))
        .map(ControlEntry::root)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean speaksFor(ControlEntry entry, Optional<String> source, Set<String> parties) {
    Optional<Actor> voice = source.flatMap(id -> knowledge.flatMap(k -> k.sources().speaksFor(id)));
    LocalDate day = entry.day().orElse(ControlEntry.EARLIEST);
    return voice.isPresent()
        && parties.stream().anyMatch(p -> knowledge.orElseThrow().actors().isPartOf(voice.get().id(), p, day));
  }

  /** The names of all that entries and rulings name as holders, by their keys. */
  public Map<String, String> holderNames(Collection<ControlEntry> entries, List<Ruling> rulings) {
    Map<String, String> names = new LinkedHashMap<>();
    entries.forEach(e -> names.putIfAbsent(e.holder(), e.holderName()));
    for (Ruling ruling : rulings) {
      knowledge.flatMap(k -> k.actors().find(ruling.value())).ifPresent(a -> names.putIfAbsent(a.id(), a.name()));
    }
    return names;
  }

  /** The keys of places, among those that entries are about, that a name or id means; parts of a place go with it. */
  public Set<String> placesOf(String name, Collection<ControlEntry> entries) {
    Set<String> ids = new TreeSet<>();
    knowledge.ifPresent(k -> k.places().listExact(name).forEach(c -> ids.add(c.place().id())));
    String folded = name.toLowerCase(Locale.ROOT).strip();
    Set<String> keys = new TreeSet<>();
    for (ControlEntry entry : entries) {
      Optional<Place> place = entry.place().place();
      boolean meant =
          entry.placeKey().toLowerCase(Locale.ROOT).equals(folded)
              || entry.placeName().toLowerCase(Locale.ROOT).equals(folded)
              || place.map(p -> ids.contains(p.id()) || p.id().equals(name.strip()) || p.name().toLowerCase(Locale.ROOT).equals(folded))
                  .orElse(false);
      if (meant) {
        keys.add(entry.placeKey());
      }
    }
    return keys;
  }

  /**
   * What cannot be relied on in entries: days that cannot be meant, places that stand at two points, and
   * places that the gazetteer no longer has. One issue for each.
   */
  public List<Issue> check(Collection<ControlEntry> entries) {
    List<ControlEntry> ordered = entries.stream().sorted(ControlEntry.IN_ORDER).toList();
    Map<String, List<ControlEntry>> places = new LinkedHashMap<>();
    ordered.stream()
        .filter(e -> e.place().place().isPresent())
        .forEach(e -> places.computeIfAbsent(e.place().place().get().id(), k -> new ArrayList<>()).add(e));
    return new Doubts(weights, knowledge.map(Knowledge::places)).about(ordered, places);
  }
}
