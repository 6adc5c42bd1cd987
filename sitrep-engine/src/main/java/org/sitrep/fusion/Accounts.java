package org.sitrep.fusion;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.KnownWords;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Makes accounts of claims. Thread-safe. */
final class Accounts {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int WORDS_TO_NOUN = 3;
  /** Names whose folded form is remembered; the rest are folded again. */
  private static final int REMEMBERED = 200_000;

  private final Sides sides;
  private final FusionWeights.Another another;
  private final Kinds kinds;
  private final RareNames rareNames;
  private final Pairs pairs;
  private final Map<String, Long> folded = new ConcurrentHashMap<>();

  Accounts(FusionWeights weights, Sides sides, Kinds kinds, KnownWords known) {
    this(sides, weights.another(), kinds, new RareNames(known), Pairs.NONE);
  }

  private Accounts(Sides sides, FusionWeights.Another another, Kinds kinds, RareNames rareNames, Pairs pairs) {
    this.sides = sides;
    this.another = another;
    this.kinds = kinds;
    this.rareNames = rareNames;
    this.pairs = pairs;
  }

  /** The same, with what people ruled. */
  Accounts ruledBy(Pairs rulings) {
    return new Accounts(sides, another, kinds, rareNames, rulings);
  }

  /** The account of a claim, without what its document lends it. */
  Account of(Claim claim) {
    return new Account(
        claim,
        kinds.number(claim.type()),
        parties(claim),
        sites(claim),
        isFurther(claim.evidence().quote()),
        rareNames.of(claim),
        pairs.of(claim.id()));
  }

  private Parties parties(Claim claim) {
    LocalDate day = day(claim);
    Set<String> described = new TreeSet<>();
    for (List<Participant> parties : List.of(claim.actors(), claim.targets())) {
      for (Participant p : parties) {
        if (p.actor().flatMap(a -> sides.side(a, day)).isEmpty()) {
          described.add(p.name());
        }
      }
    }
    boolean yields = kinds.yields(claim.type());
    return new Parties(
        sides(yields ? claim.targets() : claim.actors(), day),
        sides(yields ? claim.actors() : claim.targets(), day),
        described.stream().mapToLong(this::folded).sorted().distinct().toArray(),
        described.stream().filter(Accounts::isName).mapToLong(this::folded).sorted().distinct().toArray());
  }

  private long[] sides(List<Participant> participants, LocalDate day) {
    return participants.stream()
        .flatMap(p -> p.actor().flatMap(a -> sides.side(a, day)).stream())
        .mapToLong(Numbers::of)
        .sorted()
        .distinct()
        .toArray();
  }

  private Site[] sites(Claim claim) {
    List<Location> places = claim.places();
    Site[] sites = new Site[places.size()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = new Site(places.get(i), folded(places.get(i).name()), claim.distance());
    }
    return sites;
  }

  private long folded(String name) {
    Long known = folded.get(name);
    if (known == null) {
      known = Numbers.of(fold(name));
      if (folded.size() < REMEMBERED) {
        folded.put(name, known);
      }
    }
    return known;
  }

  /** Lower case, without marks, punctuation and gaps. */
  static String fold(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The day whose affiliations hold. */
  private static LocalDate day(Claim claim) {
    return claim.time().map(TimeWindow::start).or(claim::published).orElse(Actors.UNKNOWN_DAY);
  }

  /** Two capitalised words or more: a name, and not a description that opens a sentence. */
  private static boolean isName(String words) {
    int capitals = 0;
    for (String word : SPACES.split(words.strip())) {
      capitals += !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
    }
    return capitals >= 2;
  }

  /** Whether a word such as "another" comes at most three words before one such as "attack". */
  private boolean isFurther(String quote) {
    String text = quote.toLowerCase(Locale.ROOT);
    int left = 0;
    for (int at = 0, end; at < text.length(); at = end + 1) {
      end = at;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        String word = text.substring(at, end);
        if (left > 0 && another.nouns().contains(word)) {
          return true;
        }
        left = another.words().contains(word) ? WORDS_TO_NOUN : left - 1;
      }
    }
    return false;
  }
}
