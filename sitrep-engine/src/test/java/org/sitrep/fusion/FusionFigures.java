package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.event.Event;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
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
    int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    for (int seed = 1; seed <= seeds; seed++) {
      int s = seed;
      of(weights, seed).forEach((way, scores) -> System.out.printf("seed %d %-22s %s%n", s, way, scores));
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

  /** Our weights, but any link of ten bits joins. */
  private static Function<Claim, String> connected(FusionWeights weights, List<Claim> given) {
    List<Claim> claims = given.stream().sorted(Claim.CANONICAL).toList();
    Comparison comparison = new Comparison(weights);
    Copies copies = Copies.among(claims);
    List<Account> stated = new ArrayList<>();
    for (Claim claim : claims) {
      stated.add(Account.of(stated.size(), claim, copies, SIDES, weights.another()));
    }
    List<Account> accounts = new Inheritance(comparison).apply(stated);
    Map<String, Account> byClaim = new HashMap<>();
    accounts.forEach(a -> byClaim.put(a.claim().id(), a));
    Blocks blocks = new Blocks(weights);
    List<int[]> pairs = new ArrayList<>();
    for (Account account : accounts) {
      blocks.near(account).forEach(other -> pairs.add(new int[] {account.index(), other.index()}));
      blocks.add(account);
    }
    return Baselines.components(
        claims, pairs, (a, b) -> comparison.compare(Objects.requireNonNull(byClaim.get(a.id())), Objects.requireNonNull(byClaim.get(b.id()))).bits() >= CONNECTED);
  }
}
