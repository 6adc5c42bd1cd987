package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.event.Event;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.KnownWords;
import org.sitrep.synthetic.Synthetic;

/**
 * Fusion and simpler ways against a truth that is known, on made-up wars of 8,800 claims about 2,500 happenings:
 *
 * <pre>FusionFigures HOME [SEEDS]</pre>
 */
public final class FusionFigures {

  private static final int CLAIMS = 8_800;
  private static final int EVENTS = 2_500;
  private static final double CONNECTED = 10;
  private static final Sides SIDES = (party, day) -> Optional.of(party);

  private FusionFigures() {}

  /** Prints the figures of each seed. */
  public static void main(String[] args) {
    FusionWeights weights = Knowledge.load(Path.of(args[0]), List.of()).fusionWeights();
    if (args.length > 2) {
      weights = FusionWeights.read(Path.of(args[2]));
    }
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    FusionWeights table = weights;
    for (int seed = 1; seed <= seeds; seed++) {
      int s = seed;
      of(table, seed).forEach((way, scores) -> System.out.printf("seed %d %-22s %s%n", s, way, scores));
    }
  }

  /** The scores of each way on the war of one seed. */
  static Map<String, Scores> of(FusionWeights weights, long seed) {
    Synthetic war = new Synthetic(seed);
    List<Claim> claims = war.claims(CLAIMS, EVENTS);
    Map<String, Scores> scores = new LinkedHashMap<>();
    scores.put("one-a-day", Scores.of(claims, war.truth(), Baselines::oneADay));
    scores.put("day-and-place", Scores.of(claims, war.truth(), Baselines::dayAndPlace));
    scores.put("window-components", Scores.of(claims, war.truth(), Baselines.window(claims)));
    scores.put("weights-components", Scores.of(claims, war.truth(), connected(weights, claims)));
    scores.put("sitrep", Scores.of(claims, war.truth(), fused(weights, claims)));
    return scores;
  }

  private static Function<Claim, String> fused(FusionWeights weights, List<Claim> claims) {
    Map<String, String> found = new HashMap<>();
    List<Event> events = new Fusion(weights, SIDES).apply(claims);
    events.forEach(e -> e.claims().forEach(c -> found.put(c.id(), e.id())));
    return c -> found.getOrDefault(c.id(), c.id());
  }

  /** How often each level shows between claims that are about one happening, of two documents and in two wordings. */
  static Map<String, Double> rates(FusionWeights weights, List<Claim> claims, Map<String, Integer> truth) {
    Kinds kinds = new Kinds(weights.type());
    Comparison comparison = new Comparison(weights, kinds);
    Map<Integer, List<Account>> happenings = new HashMap<>();
    for (Account account : accounts(weights, kinds, comparison, claims)) {
      happenings.computeIfAbsent(truth.get(account.claim().id()), h -> new ArrayList<>()).add(account);
    }
    Map<String, Double> seen = new HashMap<>();
    double pairs = 0;
    for (List<Account> told : happenings.values()) {
      for (int i = 0; i < told.size(); i++) {
        for (Account other : told.subList(0, i)) {
          if (!told.get(i).sameDocument(other) && !told.get(i).isCopyOf(other)) {
            pairs++;
            comparison.levels(told.get(i), other).forEach(l -> seen.merge(l.id(), 1.0, Double::sum));
          }
        }
      }
    }
    double all = pairs;
    seen.replaceAll((level, n) -> n / all);
    return seen;
  }

  /** Our weights, but any link of ten bits joins. */
  private static Function<Claim, String> connected(FusionWeights weights, List<Claim> given) {
    List<Claim> claims = given.stream().sorted(Claim.CANONICAL).toList();
    Kinds kinds = new Kinds(weights.type());
    Comparison comparison = new Comparison(weights, kinds);
    List<Account> accounts = accounts(weights, kinds, comparison, claims);
    Links links = Links.among(accounts, new Keys(weights), comparison);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      for (int link = links.from(i); link < links.from(i + 1); link++) {
        pairs.add(new int[] {i, links.other(link)});
      }
    }
    return Baselines.components(
        claims, pairs, (a, b) -> comparison.bits(accounts.get(a), accounts.get(b)) >= CONNECTED);
  }

  /** The accounts of claims in canonical order, as fusion makes them. */
  static List<Account> accounts(
      FusionWeights weights, Kinds kinds, Comparison comparison, List<Claim> claims) {
    Copies copies = Copies.among(claims);
    Accounts maker = new Accounts(weights, SIDES, kinds, KnownWords.NONE);
    Map<String, List<Account>> documents = new LinkedHashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      Account account = maker.of(claims.get(i));
      account.number(i);
      int original = copies.testimony(account.claim());
      if (original >= 0) {
        account.copyOf(original, copies.root(account.claim()));
      }
      documents.computeIfAbsent(account.claim().doc(), d -> new ArrayList<>()).add(account);
    }
    List<Account> accounts = new ArrayList<>();
    documents.values().forEach(d -> accounts.addAll(new Inheritance(comparison).apply(d)));
    accounts.sort(Comparator.comparingInt(Account::index));
    return accounts;
  }
}
