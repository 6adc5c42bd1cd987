package org.sitrep.fusion;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * A claim as it is compared: its slots as keys, with place and time that its document lends it.
 *
 * @param index its number in canonical order
 * @param placeNames the names of the places, folded
 * @param actors the sides of the doers that the pack knows
 * @param targets the sides of those it was done to
 * @param described the other parties, as described, folded
 * @param named names among these
 * @param further whether the words say that a further happening is meant
 * @param loans where a place or time that it does not state comes from, for people
 */
record Account(
    int index,
    Claim claim,
    List<Location> places,
    List<String> placeNames,
    Optional<TimeWindow> time,
    Set<String> actors,
    Set<String> targets,
    Set<String> described,
    Set<String> named,
    boolean further,
    String root,
    int testimony,
    List<String> loans) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int WORDS_TO_NOUN = 3;

  static Account of(
      int index, Claim claim, Copies copies, Sides sides, FusionWeights.Another another) {
    Set<String> described = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (Participant p : parties(claim)) {
      if (p.actor().flatMap(a -> sides.side(a, day(claim))).isEmpty()) {
        described.add(fold(p.name()));
        if (isName(p.name())) {
          named.add(fold(p.name()));
        }
      }
    }
    return new Account(
        index,
        claim,
        claim.places(),
        names(claim.places()),
        claim.time(),
        sides(claim.actors(), sides, day(claim)),
        sides(claim.targets(), sides, day(claim)),
        described,
        named,
        isFurther(claim.evidence().quote(), another),
        copies.root(claim),
        copies.testimony(claim),
        List.of());
  }

  Account withPlaces(List<Location> lent, String loan) {
    return new Account(
        index, claim, lent, names(lent), time, actors, targets, described, named, further, root,
        testimony, and(loan));
  }

  Account withTime(TimeWindow lent, String loan) {
    return new Account(
        index, claim, places, placeNames, Optional.of(lent), actors, targets, described, named,
        further, root, testimony, and(loan));
  }

  /** Whether it lacks what tells one happening from the next. */
  boolean isIncomplete() {
    return places.isEmpty() || (time.isEmpty() && claim.published().isEmpty());
  }

  boolean sameDocument(Account other) {
    return claim.doc().equals(other.claim.doc());
  }

  /** Characters between the two stretches of evidence; 0 where they overlap. */
  int distance(Account other) {
    var a = claim.evidence().span();
    var b = other.claim.evidence().span();
    return a.overlaps(b) ? 0 : Math.max(a.start(), b.start()) - Math.min(a.end(), b.end());
  }

  /** The count of one fate that the claim stands for; a denial stands for none but "nobody". */
  Optional<Casualties> count(Casualties.Fate fate) {
    return claim
        .casualties(fate)
        .filter(c -> claim.certainty() != Certainty.DENIED || c.high().orElse(1) == 0);
  }

  /** Lower case, without marks, punctuation and gaps. */
  static String fold(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private List<String> and(String loan) {
    List<String> all = new ArrayList<>(loans);
    all.add(loan);
    return List.copyOf(all);
  }

  private static List<Participant> parties(Claim claim) {
    List<Participant> all = new ArrayList<>(claim.actors());
    all.addAll(claim.targets());
    return all;
  }

  private static List<String> names(List<Location> places) {
    return places.stream().map(p -> fold(p.name())).toList();
  }

  private static Set<String> sides(List<Participant> participants, Sides sides, LocalDate day) {
    Set<String> found = new TreeSet<>();
    participants.forEach(
        p -> p.actor().flatMap(a -> sides.side(a, day)).ifPresent(found::add));
    return found;
  }

  /** The day whose affiliations hold; the last known ones where the claim has none. */
  private static LocalDate day(Claim claim) {
    return claim.time().map(TimeWindow::start).or(claim::published).orElse(LocalDate.MAX);
  }

  /** Two capitalised words or more: a name, and not a description that opens a sentence. */
  private static boolean isName(String words) {
    int capitals = 0;
    for (String word : words.strip().split("\\s+")) {
      capitals += !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
    }
    return capitals >= 2;
  }

  private static boolean isFurther(String quote, FusionWeights.Another another) {
    String[] words = quote.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    for (int i = 0; i < words.length; i++) {
      if (another.words().contains(words[i])) {
        for (int k = i + 1; k < words.length && k <= i + WORDS_TO_NOUN; k++) {
          if (another.nouns().contains(words[k])) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
