package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;

/**
 * A made-up war whose truth is known: outlets of two blocs tell of the same happenings with the faults of
 * real reporting (left out or vague places, days off by one, other kinds, missing parties, other counts,
 * copies, late reports). Seeded; nothing in it is real.
 */
public final class SimpleWar {

  private static final int PLACES = 150;
  private static final int DAYS = 180;
  private static final String[] TYPES = {
    "clash", "clash", "shelling", "shelling", "shelling", "air_strike", "air_strike", "ground_attack",
    "bombing", "capture", "arrest", "killing"
  };
  private static final String[][] DYADS = {
    {"army", "rebels"}, {"rebels", "army"}, {"army", "caliphate"}, {"caliphate", "army"},
    {"league", "caliphate"}, {"empire", "league"}
  };

  private final Random random;
  private final Map<String, Integer> truth = new HashMap<>();
  private final double[][] spots = new double[PLACES][2];
  private int documents;
  private int perDocument = 1;

  /** The war of a seed. */
  public SimpleWar(long seed) {
    random = new Random(seed);
    for (double[] spot : spots) {
      spot[0] = 33 + random.nextDouble() * 3.5;
      spot[1] = 36.5 + random.nextDouble() * 4;
    }
  }

  /** Puts so many claims of one happening, or of two that follow, into one document; some are without a place. */
  public SimpleWar documentsOf(int claims) {
    perDocument = claims;
    return this;
  }

  /** The happening that each claim, by id, is about. */
  Map<String, Integer> truth() {
    return truth;
  }

  /** About this many claims of this many happenings. */
  public List<Claim> claims(int claims, int events) {
    List<Claim> all = new ArrayList<>();
    double mean = (double) claims / events;
    for (int event = 0; event < events; event++) {
      all.addAll(happening(event, mean, events));
    }
    return all;
  }

  private List<Claim> happening(int event, double mean, int events) {
    int place = (int) (PLACES * Math.pow(random.nextDouble(), 2));
    int span = Math.max(10, DAYS * events / 2500);
    LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(span));
    String type = TYPES[random.nextInt(TYPES.length)];
    String[] dyad = DYADS[random.nextInt(DYADS.length)];
    int killed = random.nextInt(12);
    int told = 1;
    while (told < 14 && random.nextDouble() > 1 / mean) {
      told++;
    }
    List<Claim> claims = new ArrayList<>();
    String words = "";
    for (int i = 0; i < told; i++) {
      boolean copy = i > 0 && chance(25);
      if (!copy) {
        words = words(event, i);
      }
      Telling telling = Telling.in("d" + documents / perDocument).at(130 * (documents++ % perDocument)).by("outlet" + random.nextInt(40), day.plusDays(delay()).toString());
      place(telling, place);
      if (!chance(10)) {
        telling.on(day.plusDays(chance(6) ? 1 : 0).toString());
      }
      String who = chance(15) ? "" : chance(5) ? "?gunmen" : dyad[0];
      telling.that(who, type(type), chance(15) ? "" : dyad[1]);
      telling.killed(killed, killed + (chance(30) ? random.nextInt(4) : 0), "");
      telling.held(chance(4) ? Certainty.DENIED : Certainty.CERTAIN);
      Claim claim = telling.words(words).says("source" + random.nextInt(60)).claim();
      truth.put(claim.id(), event);
      claims.add(claim);
    }
    return claims;
  }

  private void place(Telling telling, int place) {
    double lat = spots[place][0];
    double lon = spots[place][1];
    int roll = random.nextInt(100);
    if (roll < 10) {
      double regionLat = Math.floor(lat) + 0.5;
      double regionLon = Math.floor(lon) + 0.5;
      telling.near("Region " + regionLat + " " + regionLon, regionLat, regionLon, 70);
    } else if (roll < 14) {
      telling.near("Beside " + place, lat + 0.04, lon, 2);
    } else if (roll < 18) {
      telling.somewhere("Place " + place);
    } else if (roll >= 22) {
      telling.near("Place " + place, lat, lon, place % 10 == 0 ? 6 : 2);
    }
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

  private int delay() {
    return chance(30) ? 1 + random.nextInt(6) : random.nextInt(2);
  }

  private String words(int event, int telling) {
    StringBuilder words = new StringBuilder("told");
    for (int i = 0; i < 9; i++) {
      words.append(' ').append(Integer.toString(random.nextInt(50_000), 36));
    }
    return words.append(" e").append(event).append('t').append(telling).toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
