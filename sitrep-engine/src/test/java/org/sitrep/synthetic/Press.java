package org.sitrep.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Outlets and the holders they cite, each with its bloc; "" is nobody's. */
final class Press {

  static final String LOYAL = "loyal";
  static final String INSURGENT = "insurgent";
  static final String CALIPHATE = "caliphate";
  static final String NEUTRAL = "";

  private static final Map<String, String[]> ROOTS =
      Map.of(
          LOYAL, new String[] {"army command", "state agency", "empire ministry"},
          INSURGENT, new String[] {"rebel council", "rebel media centre", "league spokesman"},
          CALIPHATE, new String[] {"caliphate agency"},
          NEUTRAL, new String[] {"monitor", "hospital staff", "wire"});

  /**
   * An outlet.
   *
   * @param mirror whether it mostly prints what others of its bloc wrote
   */
  record Outlet(String name, String bloc, boolean mirror) {}

  private final List<Outlet> outlets = new ArrayList<>();
  private final Random random;

  Press(Random random) {
    this.random = random;
    open(LOYAL, 6, 8);
    open(INSURGENT, 6, 8);
    open(CALIPHATE, 1, 3);
    open(NEUTRAL, 8, 0);
  }

  private void open(String bloc, int writers, int mirrors) {
    for (int i = 0; i < writers + mirrors; i++) {
      outlets.add(new Outlet("outlet" + outlets.size(), bloc, i >= writers));
    }
  }

  static String bloc(String party) {
    return switch (party) {
      case "army", "empire" -> LOYAL;
      case "rebels", "league" -> INSURGENT;
      case "caliphate" -> CALIPHATE;
      default -> NEUTRAL;
    };
  }

  /** Who tells of it: those whom it favours more often, and nobody else of what they made up. */
  Outlet teller(Happening h, boolean mirror) {
    double[] weights = new double[outlets.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Outlet outlet = outlets.get(i);
      boolean fits = mirror ? outlet.mirror() : !outlet.mirror();
      weights[i] = fits ? weight(outlet.bloc(), h) : 0;
      sum += weights[i];
    }
    double at = random.nextDouble() * sum;
    int i = 0;
    while (i < weights.length - 1 && (at -= weights[i]) > 0) {
      i++;
    }
    return outlets.get(i);
  }

  private static double weight(String bloc, Happening h) {
    boolean gains = bloc.equals(h.favours());
    boolean loses = !gains && (bloc.equals(bloc(h.doer())) || bloc.equals(bloc(h.target())));
    if (!h.real()) {
      return gains ? 3 : loses ? 0.5 : bloc.isEmpty() ? 0.15 : 0;
    }
    return gains ? 3 : loses ? 0.5 : bloc.isEmpty() ? 1.2 : 0.3;
  }

  /** Whose word an outlet prints: mostly its bloc's, its own where this is "". */
  String root(Outlet outlet, Happening h) {
    int roll = random.nextInt(100);
    if (roll < 20) {
      return "";
    }
    boolean neutral = outlet.bloc().isEmpty();
    String bloc = neutral && (roll < 55 || !h.real()) ? h.favours() : outlet.bloc();
    String[] of = ROOTS.getOrDefault(bloc, new String[] {""});
    return of[random.nextInt(of.length)];
  }

  Map<String, String> outlets() {
    Map<String, String> blocs = new TreeMap<>();
    outlets.forEach(o -> blocs.put(o.name(), o.bloc()));
    return blocs;
  }

  static Map<String, String> roots() {
    Map<String, String> blocs = new TreeMap<>();
    ROOTS.forEach((bloc, names) -> List.of(names).forEach(n -> blocs.put(n, bloc)));
    return blocs;
  }
}
