package org.sitrep.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.fusion.Telling;

/**
 * A made-up war whose truth is known: outlets of three blocs and of none tell of happenings, more often of
 * what favours them, and make some up; mirror sites print what others wrote, with and without noise; the
 * other side denies. Tellings have the faults of real reporting: left out or vague places, neighbouring
 * places, days off by one or left out, other kinds, missing parties and umbrella names, other counts, a
 * death toll apart from its attack, several happenings in one document, late reports. Happenings of one
 * kind come in series: on the next day, or in the next village. Seeded; nothing in it is real. One use of
 * {@link #claims} per instance; not thread-safe.
 */
public final class Synthetic {

  private static final int DAYS = 180;
  private static final int MOST_TOLD = 20;
  private static final String[] TYPES = {
    "clash", "clash", "shelling", "shelling", "shelling", "air_strike", "air_strike", "ground_attack",
    "bombing", "capture", "arrest", "killing"
  };
  private static final String[][] DYADS = {
    {"army", "rebels"}, {"rebels", "army"}, {"army", "caliphate"}, {"caliphate", "army"},
    {"league", "caliphate"}, {"empire", "league"}
  };

  private static final Set<String> HARMLESS = Set.of("capture", "arrest");

  private record Told(
      Telling telling, Happening happening, Press.Outlet outlet, LocalDate published, String words,
      int day, int place, boolean denied) {}

  private record Arrival(LocalDate day, int at, Claim claim) {}

  private final Random random;
  private final Land land;
  private final Press press;
  private final Wording wording;
  private final Map<String, Integer> truth = new HashMap<>();
  private final Map<String, Boolean> holds = new HashMap<>();
  private final Map<String, String> favours = new HashMap<>();
  private final Map<String, int[]> roundups = new HashMap<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private int documents;

  /** A war of its own for each seed. */
  public Synthetic(long seed) {
    random = new Random(seed);
    land = new Land(random, 150);
    press = new Press(random);
    wording = new Wording(random);
  }

  /** The happening that each claim, by id, is about. */
  public Map<String, Integer> truth() {
    return truth;
  }

  /** Whether what a claim says is so: a happening that took place, or the denial of one that did not. */
  public boolean holds(String claim) {
    return holds.getOrDefault(claim, false);
  }

  /** The bloc that gains if what a claim says is so. */
  public String favours(String claim) {
    return favours.getOrDefault(claim, "");
  }

  /** The bloc of each outlet, "" for none. */
  public Map<String, String> outlets() {
    return press.outlets();
  }

  /** The bloc of each holder that outlets cite, "" for none. */
  public Map<String, String> roots() {
    return Press.roots();
  }

  /** The bloc of a party. */
  public String bloc(String party) {
    return Press.bloc(party);
  }

  /** About this many claims of this many happenings, in order of arrival; three in ten arrive late. */
  public List<Claim> claims(int claims, int events) {
    double mean = claims / (1.065 * events);
    int span = Math.max(10, DAYS * events / 2500);
    Happening last = null;
    for (int event = 0; event < events; event++) {
      last = happening(event, span, last);
      tell(last, mean);
    }
    return arrivals.stream()
        .sorted(Comparator.comparing(Arrival::day).thenComparing(Arrival::at))
        .map(Arrival::claim)
        .toList();
  }

  private Happening happening(int number, int span, @Nullable Happening last) {
    int roll = random.nextInt(100);
    Happening before = roll < 25 ? last : null;
    int place =
        before == null
            ? (int) (land.places() * Math.pow(random.nextDouble(), 1.7))
            : roll < 12 ? before.place() : land.neighbour(before.place(), random);
    LocalDate day =
        before == null
            ? LocalDate.of(2018, 1, 1).plusDays(random.nextInt(span))
            : before.day().plusDays(roll < 12 ? 1 : random.nextInt(2));
    String[] dyad = DYADS[random.nextInt(DYADS.length)];
    String type = before == null ? TYPES[random.nextInt(TYPES.length)] : before.type();
    String doer = before == null ? dyad[0] : before.doer();
    String target = before == null ? chance(20) ? "civilians" : dyad[1] : before.target();
    String favours = Press.bloc(target.equals("civilians") ? dyad[1] : doer);
    return new Happening(
        number, place, day, type, doer, target, HARMLESS.contains(type) ? 0 : random.nextInt(3) * random.nextInt(8), favours, !chance(15),
        chance(6) ? "Name" + random.nextInt(9000) + " Surname" + random.nextInt(900) : "", wording.rare());
  }

  private void tell(Happening h, double mean) {
    List<Told> originals = new ArrayList<>();
    int told = 1;
    while (told < MOST_TOLD && random.nextDouble() > 1 / mean) {
      told++;
    }
    for (int i = 0; i < told; i++) {
      boolean copy = !originals.isEmpty() && chance(33);
      if (copy) {
        copied(originals.get(random.nextInt(originals.size())));
      } else {
        originals.add(original(h, press.teller(h, false)));
      }
    }
  }

  private Told original(Happening h, Press.Outlet outlet) {
    LocalDate published = h.day().plusDays(chance(20) ? 2 + random.nextInt(5) : random.nextInt(2));
    boolean loses = !h.favours().isEmpty() && !outlet.bloc().isEmpty() && !outlet.bloc().equals(h.favours());
    boolean denied = loses && chance(h.real() ? 20 : 80);
    int place = random.nextInt(100);
    int day = random.nextInt(100);
    Telling telling = start(outlet, published);
    String words = wording.sentence(h);
    String root = press.root(outlet, h);
    if (!root.isEmpty()) {
      telling.says(root);
    }
    slots(telling, h, outlet, place, day);
    telling.held(denied ? Certainty.DENIED : Certainty.CERTAIN);
    int at = roundup(telling);
    Told told = new Told(telling, h, outlet, published, words, day, place, denied);
    finish(told);
    if (!denied && h.killed() > 0 && chance(22)) {
      toll(told, root, at + words.length());
    }
    return told;
  }

  /** A new document, or one in which the outlet tells of the whole day. */
  private Telling start(Press.Outlet outlet, LocalDate published) {
    String doc = chance(20) ? outlet.name() + "." + published : "d" + documents++;
    return Telling.in(doc).by(outlet.name(), published.toString());
  }

  private int roundup(Telling telling) {
    int[] end = roundups.computeIfAbsent(telling.doc(), d -> new int[1]);
    int at = end[0];
    end[0] += 260 + random.nextInt(400);
    telling.at(at);
    return at;
  }

  /** The toll, in a sentence of its own that states neither place nor day. */
  private void toll(Told told, String root, int at) {
    Telling toll =
        Telling.in(told.telling().doc())
            .by(told.outlet().name(), told.published().toString())
            .at(at + 3)
            .that("", "killing", chance(40) ? "" : told.happening().target())
            .killed(told.happening().killed(), told.happening().killed(), "");
    if (!root.isEmpty()) {
      toll.says(root);
    }
    finish(new Told(toll, told.happening(), told.outlet(), told.published(), wording.sentence(told.happening()), 0, 0, false));
  }

  /** What a mirror makes of it: the same slots, now and then one read otherwise. */
  private void copied(Told from) {
    Happening h = from.happening();
    Press.Outlet outlet = press.teller(h, true);
    LocalDate published = from.published().plusDays(chance(70) ? 0 : 1 + random.nextInt(2));
    Telling telling = Telling.in("d" + documents++).by(outlet.name(), published.toString());
    slots(telling, h, outlet, chance(90) ? from.place() : random.nextInt(100), chance(95) ? from.day() : random.nextInt(100));
    telling.held(from.denied() ? Certainty.DENIED : Certainty.CERTAIN);
    from.telling().holder().filter(holder -> chance(70)).ifPresent(telling::says);
    finish(
        new Told(
            telling, h, outlet, published, wording.copied(from.words()), from.day(), from.place(),
            from.denied()));
  }

  private void slots(Telling telling, Happening h, Press.Outlet outlet, int place, int day) {
    place(telling, h.place(), place);
    if (day < 80) {
      telling.on(h.day().toString());
    } else if (day < 86) {
      telling.on(h.day().plusDays(day < 83 ? 1 : -1).toString());
    } else if (day < 90) {
      telling.between(h.day().minusDays(2).toString(), h.day().plusDays(1).toString());
    }
    telling.that(party(blamed(h, outlet), outlet), type(h.type()), target(h, outlet));
    if (h.killed() > 0 && !chance(25)) {
      int more = chance(35) ? random.nextInt(1 + h.killed()) : 0;
      boolean ours = outlet.bloc().equals(Press.bloc(h.target()));
      int low = ours ? Math.max(1, h.killed() - more) : h.killed() + more;
      telling.killed(low, low + (chance(15) ? 2 : 0), "");
    }
  }

  private void finish(Told told) {
    Claim claim = told.telling().words(told.words()).claim();
    truth.put(claim.id(), told.happening().number());
    holds.put(claim.id(), told.happening().real() != told.denied());
    String gains = told.happening().favours();
    favours.put(claim.id(), told.denied() ? told.outlet().bloc() : gains);
    LocalDate arrival = told.published().plusDays(chance(30) ? 1 + random.nextInt(10) : 0);
    arrivals.add(new Arrival(arrival, arrivals.size(), claim));
  }

  private void place(Telling telling, int place, int roll) {
    if (roll < 9) {
      land.region(telling, place);
    } else if (roll < 12) {
      land.besides(telling, place);
    } else if (roll < 15) {
      land.exactly(telling, Land.town(place));
    } else if (roll < 18) {
      telling.somewhere("Place " + place);
    } else if (roll >= 23) {
      land.exactly(telling, place);
    }
  }

  /** A party as an outlet names it: enemies are "terrorists" to some, and many a doer is left out. */
  private String party(String party, Press.Outlet outlet) {
    boolean enemy = !outlet.bloc().isEmpty() && !outlet.bloc().equals(Press.bloc(party));
    int roll = random.nextInt(100);
    if (roll < 13) {
      return "";
    }
    return roll < (enemy ? 28 : 17) ? enemy ? "?terrorists" : "?gunmen" : party;
  }

  /** Whoever did it; the other side, to a third of those who are charged with harm to civilians. */
  private String blamed(Happening h, Press.Outlet outlet) {
    boolean charged = h.target().equals("civilians") && outlet.bloc().equals(Press.bloc(h.doer()));
    return !charged || !chance(33) ? h.doer() : Press.bloc(h.doer()).equals(Press.LOYAL) ? "rebels" : "army";
  }

  private String target(Happening h, Press.Outlet outlet) {
    if (!h.name().isEmpty() && chance(50)) {
      return "?" + h.name();
    }
    return h.target().equals("civilians") ? chance(30) ? "" : "?civilians" : party(h.target(), outlet);
  }

  private String type(String type) {
    if (!chance(12)) {
      return type;
    }
    return switch (type) {
      case "clash" -> "ground_attack";
      case "ground_attack" -> "clash";
      case "air_strike", "shelling", "bombing" -> chance(20) ? "shelling" : "killing";
      default -> type;
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
