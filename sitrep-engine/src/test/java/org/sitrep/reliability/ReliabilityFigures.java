package org.sitrep.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.event.Why;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.source.Root;
import org.sitrep.source.SourceRecord;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;
import org.sitrep.synthetic.Synthetic;

/**
 * How well the support of happenings tells those that took place from those that a bloc made up, beside simpler
 * ways, on made-up wars of partisan blocs with mirror sites:
 *
 * <pre>ReliabilityFigures HOME [SEEDS]</pre>
 *
 * Claims are grouped by the truth, so that only the weighing of sources is measured. Copies are found by
 * {@link Copies}, everything else of ours by {@link Reliability}.
 */
public final class ReliabilityFigures {

  private static final int CLAIMS = 8_800;
  private static final int EVENTS = 2_500;
  private static final int HAPPENINGS = 1_500;
  private static final int RULED = 100;
  private static final int SILENT = 2;

  /**
   * Figures of one way.
   *
   * @param auc how often what took place is ranked above what did not
   * @param brier the mean squared error
   */
  record Figures(double auc, double brier) {

    Figures plus(Figures other) {
      return new Figures(auc + other.auc, brier + other.brier);
    }

    Figures over(int seeds) {
      return new Figures(auc / seeds, brier / seeds);
    }
  }

  private ReliabilityFigures() {}

  /** Prints the figures of each seed, and their means. */
  public static void main(String[] args) throws IOException {
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 12;
    all(Path.of(args[0]), Files.createTempDirectory("war"), seeds)
        .forEach((way, f) -> System.out.printf(Locale.ROOT, "%-34s AUC %.3f  Brier %.3f%n", way, f.auc(), f.brier()));
  }

  /** The means over wars of the seeds from 1, of partisans and of the generator that fusion is measured by. */
  static Map<String, Figures> all(Path home, Path scratch, int seeds) throws IOException {
    Map<String, Figures> means = new LinkedHashMap<>();
    partisans(home, scratch, seeds).forEach((way, f) -> means.put("partisans-" + way, f));
    wars(home, scratch, seeds).forEach((way, f) -> means.put("war-" + way, f));
    return means;
  }

  /** The means over wars of {@link Partisans}. */
  static Map<String, Figures> partisans(Path home, Path scratch, int seeds) throws IOException {
    Knowledge knowledge = WarPack.load(home, scratch.resolve("partisans"), new Partisans(1).outlets(), Map.of());
    Map<String, Figures> sums = new LinkedHashMap<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Partisans war = new Partisans(seed);
      List<Claim> claims = war.claims(HAPPENINGS);
      of(knowledge, claims, war::happening, c -> war.isReal(war.happening(c)), seed).forEach((way, f) -> sums.merge(way, f, Figures::plus));
    }
    sums.replaceAll((way, sum) -> sum.over(seeds));
    return sums;
  }

  /** The means over wars of {@link Synthetic}. */
  static Map<String, Figures> wars(Path home, Path scratch, int seeds) throws IOException {
    Synthetic first = new Synthetic(1);
    Knowledge knowledge = WarPack.load(home, scratch.resolve("war"), first.outlets(), first.roots());
    Map<String, Figures> sums = new LinkedHashMap<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Synthetic war = new Synthetic(seed);
      List<Claim> claims = war.claims(CLAIMS, EVENTS);
      of(knowledge, claims, c -> war.truth().getOrDefault(c.id(), -1),
              c -> war.holds(c.id()) != (c.certainty() == Certainty.DENIED), seed)
          .forEach((way, f) -> sums.merge(way, f, Figures::plus));
    }
    sums.replaceAll((way, sum) -> sum.over(seeds));
    return sums;
  }

  private static Map<String, Figures> of(
      Knowledge knowledge, List<Claim> claims, ToIntFunction<Claim> happening, Predicate<Claim> took, int seed) {
    List<Event> events = events(claims, happening);
    boolean[] truth = new boolean[events.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = took.test(events.get(i).claims().getFirst());
    }
    Map<String, Figures> figures = new LinkedHashMap<>();
    double[] count = count(events);
    figures.put("documents", figures(count, truth));
    Copies copies = Copies.among(claims);
    List<Map<String, Integer>> outlets = votes(events, c -> c.publisher().orElse("?"));
    List<Map<String, Integer>> roots = votes(events, copies::root);
    figures.put("em-sources", figures(Voting.estimate(outlets, count), truth));
    figures.put("em-sources-without-copies", figures(Voting.estimate(roots, count), truth));
    Reliability ours = Reliability.learn(knowledge, claims, events, List.of());
    figures.put("em-interest-without-copies", figures(Voting.estimate(byInterest(events, ours), count), truth));
    figures.put("sitrep", figures(support(events, ours), truth));
    Reliability ruled = Reliability.learn(knowledge, claims, events, rulings(events, truth, seed));
    figures.put("sitrep-" + RULED + "-rulings", figures(support(events, ruled), truth));
    return figures;
  }

  private static Figures figures(double[] p, boolean[] truth) {
    return new Figures(Voting.auc(p, truth), Voting.brier(p, truth));
  }

  private static double[] support(List<Event> events, Reliability reliability) {
    return events.stream().mapToDouble(e -> reliability.judge(e).support().probability()).toArray();
  }

  /** Documents that tell it less those that deny it, as odds of two to one each. */
  private static double[] count(List<Event> events) {
    return events.stream()
        .mapToDouble(e -> e.claims().stream().mapToInt(c -> c.certainty() == Certainty.DENIED ? -1 : 1).sum())
        .map(n -> 1 / (1 + Math.pow(2, -n)))
        .toArray();
  }

  /** What each voter says of each happening; who says nothing of it keeps silent. */
  private static List<Map<String, Integer>> votes(List<Event> events, Function<Claim, String> voter) {
    Set<String> voters = new HashSet<>();
    events.forEach(e -> e.claims().forEach(c -> voters.add(voter.apply(c))));
    List<Map<String, Integer>> votes = new ArrayList<>();
    for (Event event : events) {
      Map<String, Integer> said = new HashMap<>();
      voters.forEach(v -> said.put(v, SILENT));
      event.claims().forEach(c -> said.put(voter.apply(c), c.certainty() == Certainty.DENIED ? 1 : 0));
      votes.add(said);
    }
    return votes;
  }

  /** The same for independent roots, each in as many parts as it has interests. */
  private static List<Map<String, Integer>> byInterest(List<Event> events, Reliability reliability) {
    List<Root> roots = reliability.sources().stream().map(SourceRecord::root).toList();
    List<Map<String, Integer>> votes = new ArrayList<>();
    for (Event event : events) {
      Map<String, Integer> said = new HashMap<>();
      Map<String, Word> words = new HashMap<>();
      reliability.judge(event).words().forEach(w -> words.put(w.root().key(), w));
      for (Root root : roots) {
        Word word = words.get(root.key());
        Interest interest = word == null ? reliability.interest(event, root) : Weighing.ifAsserted(word);
        said.put(root.key() + '|' + interest, word == null ? SILENT : word.stance() == Stance.DENY ? 1 : 0);
      }
      votes.add(said);
    }
    return votes;
  }

  /** The first claims of some happenings, drawn by lot, ruled on by somebody who knows. */
  private static List<Ruling> rulings(List<Event> events, boolean[] truth, int seed) {
    Random random = new Random(seed);
    List<Ruling> rulings = new ArrayList<>();
    for (int i = 0; i < RULED; i++) {
      int at = random.nextInt(events.size());
      Claim claim = events.get(at).claims().getFirst();
      boolean so = truth[at] != (claim.certainty() == Certainty.DENIED);
      rulings.add(new Ruling(Ruling.Subject.CLAIM, claim.id(), Boolean.toString(so), Optional.empty(), "known", "umpire", Instant.EPOCH));
    }
    return rulings;
  }

  static List<Event> events(List<Claim> claims, ToIntFunction<Claim> happening) {
    Map<Integer, List<Claim>> happenings = new TreeMap<>();
    claims.forEach(c -> happenings.computeIfAbsent(happening.applyAsInt(c), k -> new ArrayList<>()).add(c));
    List<Event> events = new ArrayList<>();
    happenings.forEach((number, told) -> events.add(event("h" + number, told.stream().sorted(Claim.CANONICAL).toList())));
    return events;
  }

  static Event event(String id, List<Claim> claims) {
    Claim type = claims.stream().filter(c -> !c.type().id().equals("killing")).findFirst().orElse(claims.getFirst());
    return new Event(
        id,
        type.type(),
        claims.stream().map(Claim::place).flatMap(Optional::stream).filter(p -> p.isLocated() && p.km() < 25).findFirst(),
        claims.stream().map(Claim::time).flatMap(Optional::stream).findFirst(),
        parties(claims, true),
        parties(claims, false),
        claims,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Why.NOTHING);
  }

  private static List<Participant> parties(List<Claim> claims, boolean doers) {
    return claims.stream().flatMap(c -> (doers ? c.actors() : c.targets()).stream()).distinct().toList();
  }
}
