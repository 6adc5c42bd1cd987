package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.fusion.Telling;

/**
 * A made-up war of two sides in which it is known what took place: outlets of each side tell more readily of what
 * favours it, also where it is made up, and seldom of what does not; neutral ones tell less, and err less; mirror
 * sites print what their side's outlets wrote, one in five times in other words. Every outlet has rates of its own.
 * Seeded; nothing in it is real.
 */
final class Partisans {

  private static final double REAL = 0.6;
  private static final int DAYS = 180;
  private static final int PLACES = 60;
  private static final String[] TYPES = {"clash", "shelling", "air_strike", "ground_attack", "bombing", "killing", "capture"};
  private static final Map<String, String> SIDES = Map.of("army", "loyal", "rebels", "insurgent");

  /** How often one tells, and how often one denies, what took place (0) and what did not (1). */
  private record Habit(double[] tells, double[] denies) {}

  private final Random random;
  private final Map<String, String> outlets = new TreeMap<>();
  private final Map<String, Habit[]> habits = new HashMap<>();
  private final Map<String, Integer> happening = new HashMap<>();
  private final List<Boolean> real = new ArrayList<>();
  private int documents;

  Partisans(long seed) {
    random = new Random(seed);
    open("loyal", 6, 8);
    open("insurgent", 6, 8);
    open("", 5, 0);
  }

  private void open(String bloc, int writers, int mirrors) {
    for (int i = 0; i < writers + mirrors; i++) {
      String name = (i < writers ? "outlet" : "mirror") + outlets.size();
      outlets.put(name, bloc);
      if (i < writers) {
        habits.put(name, new Habit[] {habit(.45, .28, .01, .02), habit(.14, .02, .15, .25), habit(.30, .05, .01, .08)});
      }
    }
  }

  private Habit habit(double tells, double invents, double deniesSo, double deniesNot) {
    return new Habit(new double[] {vary(tells), vary(invents)}, new double[] {vary(deniesSo), vary(deniesNot)});
  }

  private double vary(double rate) {
    return rate * (0.6 + 0.8 * random.nextDouble());
  }

  Map<String, String> outlets() {
    return outlets;
  }

  /** The number of the happening that a claim is about. */
  int happening(Claim claim) {
    return happening.getOrDefault(claim.id(), -1);
  }

  boolean isReal(int number) {
    return real.get(number);
  }

  List<Claim> claims(int happenings) {
    List<Claim> claims = new ArrayList<>();
    for (int number = 0; number < happenings; number++) {
      real.add(random.nextDouble() < REAL);
      claims.addAll(tell(number));
    }
    return claims;
  }

  private List<Claim> tell(int number) {
    boolean so = real.get(number);
    int place = random.nextInt(PLACES);
    LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(DAYS));
    String type = TYPES[random.nextInt(TYPES.length)];
    boolean army = random.nextBoolean();
    String[] dyad = army ? new String[] {"army", "rebels"} : new String[] {"rebels", "army"};
    List<Claim> told = new ArrayList<>();
    Map<String, List<String[]>> originals = new HashMap<>();
    for (Map.Entry<String, String> outlet : outlets.entrySet()) {
      Habit[] all = habits.get(outlet.getKey());
      if (all != null) {
        String bloc = outlet.getValue();
        Habit habit = all[bloc.isEmpty() ? 2 : bloc.equals(SIDES.get(dyad[0])) ? 0 : 1];
        double roll = random.nextDouble();
        int at = so ? 0 : 1;
        boolean denied = roll >= habit.tells()[at] && roll < habit.tells()[at] + habit.denies()[at];
        if (roll < habit.tells()[at] || denied) {
          String words = words();
          originals.computeIfAbsent(bloc, k -> new ArrayList<>()).add(new String[] {words, denied ? "denied" : ""});
          told.add(claim(number, outlet.getKey(), day, type, dyad, place, words, denied));
        }
      }
    }
    for (Map.Entry<String, String> outlet : outlets.entrySet()) {
      List<String[]> own = originals.getOrDefault(outlet.getValue(), List.of());
      if (!habits.containsKey(outlet.getKey()) && !own.isEmpty() && random.nextInt(100) < 50) {
        String[] original = own.get(random.nextInt(own.size()));
        String words = random.nextInt(100) < 20 ? words() : original[0] + " site" + documents;
        told.add(claim(number, outlet.getKey(), day.plusDays(1), type, dyad, place, words, !original[1].isEmpty()));
      }
    }
    return told;
  }

  private Claim claim(
      int number, String outlet, LocalDate day, String type, String[] dyad, int place, String words, boolean denied) {
    Claim claim =
        Telling.in("d" + documents++)
            .by(outlet, day.toString())
            .that(dyad[0], type, dyad[1])
            .near("Place " + place, 34 + place % 6 * 0.5, 37 + place / 6 * 0.4, 2)
            .on(day.toString())
            .killed(1, 3, "")
            .held(denied ? Certainty.DENIED : Certainty.CERTAIN)
            .words(words)
            .claim();
    happening.put(claim.id(), number);
    return claim;
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 18; i++) {
      words.append(Integer.toString(random.nextInt(40_000), 36)).append(' ');
    }
    return words.toString().strip();
  }
}
