package org.sitrep.copies;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sitrep.claim.Claim;
import org.sitrep.fusion.Telling;

/**
 * Dispatches made of sentence patterns whose slots are filled in at random, what other outlets make of them, and further
 * dispatches by the same patterns. Which claims are copies of which is known. Seeded; nothing in it is real.
 */
final class InventedPress {

  /** Kind of claim and its sentence: P place, A doer, T target, N number, D day, Q detail. */
  private static final String[][] PATTERNS = {
    {"shelling", "A guns shelled the market of P with mortars D, killing N people and wounding others Q"},
    {"shelling", "rockets fired by A hit homes in the east of P D and left N dead Q"},
    {"shelling", "artillery of A pounded positions of T around P for hours D Q"},
    {"clash", "fierce clashes between A and T broke out on the outskirts of P D, leaving at least N fighters dead Q"},
    {"clash", "fighting between A and T went on near the grain silos of P D Q"},
    {"clash", "gunmen of T and soldiers of A exchanged fire across the river at P D Q"},
    {"air_strike", "warplanes carried out N raids on the town of P D Q"},
    {"air_strike", "jets of A bombed a hospital and a bakery in P D, killing N civilians Q"},
    {"air_strike", "helicopters dropped barrel bombs on two districts of P D Q"},
    {"bombing", "a car bomb went off beside the bus station of P D and killed N passers-by Q"},
    {"bombing", "an explosive device blew up under a truck of A on the road to P D Q"},
    {"capture", "A seized the village of P from T D after days of heavy fighting Q"},
    {"capture", "forces of A took the hill that overlooks P D while T pulled back Q"},
    {"arrest", "patrols of A detained N men in raids on houses in P D Q"},
    {"arrest", "security men stopped a bus near P D and led N students away Q"},
    {"killing", "snipers killed N farmers who were working in their fields near P D Q"},
    {"killing", "the bodies of N soldiers of T were found in a well outside P D Q"},
    {"withdrawal", "A withdrew its armour from the airfield of P D Q"}
  };
  private static final String[] FIRST = {"Bar", "Kel", "Tor", "Mas", "Dun", "Ras", "Vel", "Hom", "Qar", "Zim", "Ulm", "Sar"};
  private static final String[] LAST = {"dan", "mouk", "ieh", "ova", "enta", "akat", "isht", "oura", "ebin", "alla"};
  private static final String[] PARTIES = {"Army", "Rebels", "League", "Caliphate", "Empire", "Legion"};
  private static final String[] SAYING = {
    "The Northern Observatory for Civil Rights said in a statement that ", "Local activists told our reporter that ",
    "A military source who asked not to be named said that ", "", "", ""
  };
  private static final String[] DETAILS = {
    "according to residents", "as rescue teams dug through the rubble", "in what witnesses called the heaviest night this month",
    "and several shops burned down", "but no group has claimed it", "before reinforcements arrived from the coast",
    "while families fled towards the border", "and the road was closed until evening", "despite a truce agreed last week",
    "which doctors at the field clinic confirmed", "after a drone had circled above for an hour", "as schools let out",
    "and the electricity was cut", "in revenge for an ambush", "near the old olive press", "and a mosque was damaged",
    "hours after talks had failed", "under the cover of thick fog", "with heavy losses on both sides", "and two ovens were destroyed"
  };

  /** A sentence and what it claims. */
  record Said(
      String kind, String words, String place, String doer, String target, int number, LocalDate day, int truth) {}

  /** A document: what it says, in order. */
  record Dispatch(String outlet, LocalDate published, String how, List<Said> said) {}

  private final Random random;
  private int truths;

  InventedPress(long seed) {
    random = new Random(seed);
  }

  /** A dispatch of one to seven sentences. */
  Dispatch dispatch(String outlet, LocalDate published) {
    int length = random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(6);
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      said.add(fill(random.nextInt(PATTERNS.length), place(), party(), party(), published));
    }
    return new Dispatch(outlet, published, "original", said);
  }

  /** Another dispatch by the same patterns, a day later: at one place in two sentences the same place and parties. */
  Dispatch nextDay(Dispatch of) {
    List<Said> said = new ArrayList<>();
    for (Said s : of.said()) {
      boolean stays = random.nextBoolean();
      said.add(
          fill(pattern(s), stays ? s.place() : place(), stays ? s.doer() : party(), stays ? s.target() : party(),
              of.published().plusDays(1)));
    }
    return new Dispatch(of.outlet(), of.published().plusDays(1), "next day", said);
  }

  /** Another outlet's own words about the same happenings: other patterns of the same kind, same place and number. */
  Dispatch ownWords(Dispatch of, String outlet) {
    List<Said> said = new ArrayList<>();
    for (Said s : of.said()) {
      int other = pattern(s);
      for (int i = 0; i < PATTERNS.length; i++) {
        other = i != pattern(s) && PATTERNS[i][0].equals(s.kind()) ? i : other;
      }
      if (other != pattern(s)) {
        said.add(fill(other, s.place(), s.doer(), s.target(), of.published()));
      }
    }
    return new Dispatch(outlet, of.published(), "own words", said);
  }

  /** Other sentences, each with one pattern and day of the dispatch, about other places. */
  Dispatch elsewhere(Dispatch of, String outlet) {
    List<Said> said = new ArrayList<>();
    of.said().forEach(s -> said.add(fill(pattern(s), place(), random.nextBoolean() ? s.doer() : party(), party(), of.published())));
    return new Dispatch(outlet, of.published(), "elsewhere", said);
  }

  private static int pattern(Said said) {
    int best = 0;
    int most = -1;
    for (int i = 0; i < PATTERNS.length; i++) {
      int shared = 0;
      for (String word : PATTERNS[i][1].split(" ")) {
        shared += word.length() > 3 && said.words().contains(word) ? 1 : 0;
      }
      if (PATTERNS[i][0].equals(said.kind()) && shared > most) {
        most = shared;
        best = i;
      }
    }
    return best;
  }

  private Said fill(int pattern, String place, String doer, String target, LocalDate published) {
    int number = 2 + random.nextInt(30);
    int back = random.nextInt(3);
    LocalDate day = published.minusDays(back);
    int dated = random.nextInt(4);
    String when = dated == 0 ? "" : back == 0 ? "today" : back == 1 && dated == 1 ? "yesterday"
        : "on " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    StringBuilder words = new StringBuilder(SAYING[random.nextInt(SAYING.length)]);
    for (String word : PATTERNS[pattern][1].split(" ")) {
      String bare = word.replace(",", "");
      String put = switch (bare) {
        case "P" -> place;
        case "A" -> "the " + doer;
        case "T" -> "the " + target;
        case "N" -> Integer.toString(number);
        case "D" -> when;
        case "Q" -> random.nextInt(3) == 0 ? "" : DETAILS[random.nextInt(DETAILS.length)];
        default -> bare;
      };
      words.append(put).append(word.endsWith(",") ? "," : "").append(put.isEmpty() ? "" : " ");
    }
    boolean counted = PATTERNS[pattern][1].contains(" N ");
    boolean doing = PATTERNS[pattern][1].startsWith("A ") || PATTERNS[pattern][1].contains(" A ");
    boolean done = PATTERNS[pattern][1].contains(" T ");
    return new Said(
        PATTERNS[pattern][0], words.toString().strip(), place, doing ? doer : "", done ? target : "", counted ? number : 0,
        dated == 0 ? LocalDate.MIN : day, truths++);
  }

  String place() {
    return FIRST[random.nextInt(FIRST.length)] + LAST[random.nextInt(LAST.length)];
  }

  private String party() {
    return PARTIES[random.nextInt(PARTIES.length)];
  }

  /** The claims of a dispatch; coding misses a place, a day or a party now and then. */
  List<Claim> claims(Dispatch dispatch, String doc) {
    List<Claim> claims = new ArrayList<>();
    int at = 0;
    for (Said s : dispatch.said()) {
      Telling telling = Telling.in(doc).by(dispatch.outlet(), dispatch.published().toString()).at(at).words(s.words());
      telling.that(hit(90) ? known(s.doer()) : "", s.kind(), hit(90) ? known(s.target()) : "");
      if (hit(85)) {
        telling.near(s.place(), 30 + spread(s.place(), 7), 30 + spread(s.place(), 31), 2);
      }
      if (!s.day().equals(LocalDate.MIN) && hit(90)) {
        telling.on(s.day().toString());
      }
      if (s.number() > 0 && !s.kind().equals("air_strike") && !s.kind().equals("arrest")) {
        telling.killed(s.number(), s.number(), "");
      }
      claims.add(telling.claim());
      at += s.words().length() + 40 + random.nextInt(200);
    }
    return claims;
  }

  private boolean hit(int percent) {
    return random.nextInt(100) < percent;
  }

  private static String known(String party) {
    return party.isEmpty() ? "" : party.toLowerCase(Locale.ROOT) + "=" + party;
  }

  private static double spread(String name, int by) {
    return Math.floorMod(name.hashCode() * by, 900) / 100.0;
  }
}
