package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.entity.Source;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Cell;
import org.sitrep.source.Judgement;
import org.sitrep.source.Letter;
import org.sitrep.source.Resolved;
import org.sitrep.source.Root;
import org.sitrep.source.SourceRecord;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;

/**
 * Grades sources and events: who vouches independently, what they stand to gain, how well they were borne out
 * where something settled it, and how far that supports an event. Nothing here ever says that a thing is true.
 *
 * <p>Learned in one pass over all claims and events, and a second over what was conceded; the cost grows as they do. Results do not depend on the
 * order of claims, and an event never counts in the records by which it is judged. Thread-safe once made.
 */
public final class Reliability {

  private final Knowledge knowledge;
  private final ReliabilityWeights weights;
  private final Roots roots;
  private final Hearing hearing;
  private final History history;
  private final Rates rates;
  private final Dependence dependence;
  private final Weighing weighing;
  private final Grading grading;
  private final Verdicts verdicts;
  private final Map<String, Ruling> ruledClaims;
  private final Map<String, Ruling> ruledEvents;
  private final Map<String, Ruling> ruledSources;
  private final Map<String, Root> byKey = new TreeMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private final Map<String, Optional<Verdict>> settled = new HashMap<>();
  private final Optional<LocalDate> latest;

  private Reliability(Knowledge knowledge, List<Claim> claims, List<Ruling> rulings) {
    this.knowledge = knowledge;
    this.weights = knowledge.reliabilityWeights();
    this.ruledClaims = Ruling.standing(rulings, Ruling.Subject.CLAIM);
    this.ruledEvents = Ruling.standing(rulings, Ruling.Subject.EVENT);
    this.ruledSources = Ruling.standing(rulings, Ruling.Subject.SOURCE);
    List<Claim> ordered = claims.stream().sorted(Claim.CANONICAL).distinct().toList();
    this.roots = new Roots(knowledge, ordered);
    this.hearing = new Hearing(knowledge, roots);
    this.history = new History(weights);
    this.rates = new Rates(weights.support());
    this.dependence = new Dependence(weights.support().copying());
    Coverage coverage = new Coverage(weights.support().coverage(), ordered, roots);
    this.weighing = new Weighing(weights, knowledge.actors(), rates, coverage, dependence, hearing);
    this.grading = new Grading(weights.airwars(), knowledge.beneficiaries());
    this.verdicts = new Verdicts(weights, ruledClaims, new ControlCheck(knowledge.actors(), ordered, roots, hearing));
    this.latest = ordered.stream().map(Hearing::day).flatMap(Optional::stream).max(Comparator.naturalOrder());
    count(ordered);
  }

  /**
   * Learns from all that is known.
   *
   * @param claims all claims that count
   * @param events all events made of them
   * @param rulings people's decisions, in the order in which they were made
   */
  public static Reliability learn(Knowledge knowledge, List<Claim> claims, List<Event> events, List<Ruling> rulings) {
    Reliability learned = new Reliability(knowledge, claims, rulings);
    List<Event> ordered = events.stream().sorted(Comparator.comparing(Event::id)).toList();
    ordered.forEach(learned::learn);
    learned.dependence.weigh(root -> learned.history.cell(root, null, null, learned.latest, "").mean());
    learned.reconsider(ordered);
    return learned;
  }

  private void count(List<Claim> ordered) {
    Set<String> testimonies = new HashSet<>();
    for (Claim claim : ordered) {
      Root root = roots.of(claim);
      byKey.putIfAbsent(root.key(), root);
      int[] count = counts.computeIfAbsent(root.key(), k -> new int[2]);
      count[0]++;
      count[1] += testimonies.add(roots.testimony(claim)) ? 1 : 0;
    }
  }

  private void learn(Event event) {
    List<Word> words = hearing.words(event.claims());
    Optional<Verdict> verdict = verdicts.of(event, words);
    settled.put(event.id(), verdict);
    for (Word word : words) {
      settle(event, word, verdict).ifPresent(history::add);
    }
    verdict.ifPresent(v -> teach(event, words, v));
  }

  /** What is settled of one root's word: by a ruling on its claim, else by what settles the event. */
  private Optional<Settled> settle(Event event, Word word, Optional<Verdict> verdict) {
    Optional<Ruling> ruling = word.claims().stream().filter(ruledClaims::containsKey).map(ruledClaims::get).findFirst();
    boolean rests = verdict.filter(v -> v.restsOn().contains(word.root().key())).isPresent();
    if (ruling.isEmpty() && (verdict.isEmpty() || rests)) {
      return Optional.empty();
    }
    boolean borneOut =
        ruling.map(Verdicts::isTrue).orElseGet(() -> verdict.orElseThrow().happened() == (word.stance() == Stance.ASSERT));
    Resolved resolved =
        new Resolved(
            word.claims().getFirst(),
            event.id(),
            borneOut,
            ruling.isPresent() ? Resolved.Ground.RULED : verdict.orElseThrow().ground(),
            word.firmness() * (ruling.isPresent() ? weights.history().weights().ruled() : verdict.orElseThrow().weight()),
            word.first(),
            ruling.map(Verdicts::why).orElseGet(() -> verdict.orElseThrow().why()));
    return Optional.of(new Settled(word.root().key(), event.type().family(), word.interest(), resolved));
  }

  private void teach(Event event, List<Word> words, Verdict verdict) {
    List<Root> silent = weighing.silent(event, words);
    dependence.add(words, silent, verdict.happened());
    rates.put(event.id(), heard(event, words, silent, verdict, verdict.happened(), 1));
  }

  /**
   * What the losing side said settles a thing, but not for sure. With the rates that this has taught, all words on a thing say how likely it
   * is that it was settled rightly, and for so much it then teaches the one, for the rest the other: one step of expectation and
   * maximisation (Dawid and Skene, Applied Statistics 28, 1979), over settled happenings alone. Those that nothing settles would teach
   * what the louder side says.
   */
  private void reconsider(List<Event> events) {
    Map<String, List<Rates.Heard>> anew = new LinkedHashMap<>();
    for (Event event : events) {
      Optional<Verdict> verdict = settled.getOrDefault(event.id(), Optional.empty()).filter(v -> v.ground() == Resolved.Ground.CONCEDED);
      if (verdict.isPresent()) {
        List<Word> words = hearing.words(event.claims());
        List<Root> silent = weighing.silent(event, words);
        double happened = weighing.weigh(event, words).probability();
        List<Rates.Heard> both = new ArrayList<>(heard(event, words, silent, verdict.get(), true, happened));
        both.addAll(heard(event, words, silent, verdict.get(), false, 1 - happened));
        anew.put(event.id(), both);
      }
    }
    anew.forEach(rates::put);
  }

  /** What an event teaches if it happened or not, with a share of its weight. */
  private List<Rates.Heard> heard(Event event, List<Word> words, List<Root> silent, Verdict verdict, boolean happened, double share) {
    List<Rates.Heard> heard = new ArrayList<>();
    String claimClass = event.type().family();
    double weight = verdict.weight() * share;
    for (Word word : words) {
      Interest interest = Weighing.ifAsserted(word);
      if (!verdict.restsOn().contains(word.root().key()) && teaches(verdict, interest)) {
        heard.add(new Rates.Heard(word.root().key(), claimClass, interest, happened, word.stance(), weight, isWhole(verdict, interest)));
      }
    }
    for (Root root : silent) {
      Interest interest = weighing.interest(event, root);
      if (teaches(verdict, interest)) {
        heard.add(new Rates.Heard(root.key(), claimClass, interest, happened, Stance.SILENT, weight, isWhole(verdict, interest)));
      }
    }
    return heard;
  }

  /** Where the losing side settled it, its other voices decided whether it is settled. */
  private static boolean teaches(Verdict verdict, Interest interest) {
    return verdict.ground() != Resolved.Ground.CONCEDED || interest != Interest.AGAINST_INTEREST;
  }

  /** Where the losing side settled it, denials of the side that gains decided whether it is settled. */
  private static boolean isWhole(Verdict verdict, Interest interest) {
    return verdict.ground() != Resolved.Ground.CONCEDED || interest == Interest.NEUTRAL;
  }

  /** What is computed about an event, and what people decided. */
  public Judgement judge(Event event) {
    List<Word> words = hearing.words(event.claims());
    Map<String, Cell> records = new LinkedHashMap<>();
    for (Word word : words) {
      records.put(word.root().key(), record(event, word));
    }
    Letter letter =
        words.stream()
            .filter(w -> w.stance() == Stance.ASSERT && !w.rumour())
            .map(w -> letter(w.root().key(), records))
            .min(Comparator.naturalOrder())
            .orElse(Letter.F);
    Grading.Digit digit = grading.digit(words);
    Optional<Grading.Scale> airwars = grading.airwars(event, words, settled.getOrDefault(event.id(), Optional.empty()));
    return new Judgement(
        event.id(),
        words,
        records,
        letter,
        digit.digit(),
        digit.why(),
        weighing.weigh(event, words),
        airwars.map(Grading.Scale::grade),
        airwars.map(Grading.Scale::why).orElse(""),
        Optional.ofNullable(ruledEvents.get(event.id())),
        others(event, words));
  }

  /** What a root would gain from asserting an event. */
  Interest interest(Event event, Root root) {
    return weighing.interest(event, root);
  }

  /** The record for such claims; where too little is settled of these, that for all claims of the interest. */
  private Cell record(Event event, Word word) {
    Cell cell = history.cell(word.root().key(), event.type().family(), word.interest(), word.first(), event.id());
    return cell.letter() == Letter.F
        ? history.cell(word.root().key(), null, word.interest(), word.first(), event.id())
        : cell;
  }

  private Letter letter(String root, Map<String, Cell> records) {
    Ruling ruling = ruledSources.get(root);
    Cell cell = records.get(root);
    return ruling != null ? Letter.valueOf(ruling.value()) : cell == null ? Letter.F : cell.letter();
  }

  private List<Ruling> others(Event event, List<Word> words) {
    List<Ruling> others = new ArrayList<>();
    event.claims().forEach(c -> Optional.ofNullable(ruledClaims.get(c.id())).ifPresent(others::add));
    words.forEach(w -> Optional.ofNullable(ruledSources.get(w.root().key())).ifPresent(others::add));
    return others;
  }

  /** The records of all roots that claims rest on: those with the most testimonies first. */
  public List<SourceRecord> sources() {
    return byKey.keySet().stream()
        .map(this::source)
        .sorted(Comparator.comparing((SourceRecord s) -> -s.testimonies()).thenComparing(s -> s.root().key()))
        .toList();
  }

  /** The record of one root, by its key. */
  public Optional<SourceRecord> find(String key) {
    return byKey.containsKey(key) ? Optional.of(source(key)) : Optional.empty();
  }

  private SourceRecord source(String key) {
    List<Cell> byInterest = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<Settled> words = history.of(key);
    for (Interest interest : Interest.values()) {
      if (words.stream().anyMatch(s -> s.interest() == interest)) {
        byInterest.add(history.cell(key, null, interest, latest, ""));
        words.stream().filter(s -> s.interest() == interest).map(Settled::claimClass).distinct().sorted()
            .forEach(c -> cells.add(history.cell(key, c, interest, latest, "")));
      }
    }
    int[] count = counts.getOrDefault(key, new int[2]);
    Root root = byKey.getOrDefault(key, new Root(key, key, false, false, Optional.empty()));
    return new SourceRecord(
        root,
        root.named() ? knowledge.sources().find(key).map(Source::kind) : Optional.empty(),
        count[0],
        count[1],
        history.cell(key, null, null, latest, ""),
        byInterest,
        cells,
        Optional.ofNullable(ruledSources.get(key)));
  }
}
