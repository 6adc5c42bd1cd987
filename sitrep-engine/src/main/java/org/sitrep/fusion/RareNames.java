package org.sitrep.fusion;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.KnownWords;
import org.sitrep.mention.Location;

/**
 * The names in a claim's evidence that are not met everywhere: a mosque, a quarter, somebody who was there. Two
 * reports that share one are seldom about two happenings. What the claim's slots hold is left out, since that is
 * compared by itself, and so are those who vouch for it. Thread-safe.
 */
final class RareNames {

  /** Shorter ones are initials, articles and abbreviations. */
  private static final int SHORTEST = 4;

  private final KnownWords known;

  RareNames(KnownWords known) {
    this.known = known;
  }

  /** As numbers in ascending order. */
  long[] of(Claim claim) {
    String text = claim.evidence().quote();
    long[] found = new long[4];
    int size = 0;
    Set<String> told = null;
    boolean opens = true;
    for (int at = 0, end; at < text.length(); at = end) {
      end = at + 1;
      char c = text.charAt(at);
      if (!Character.isLetterOrDigit(c)) {
        opens = opens || isBreak(c);
        continue;
      }
      while (end < text.length() && isInside(text.charAt(end))) {
        end++;
      }
      if (!opens && end - at >= SHORTEST && Character.isUpperCase(c)) {
        String word = Accounts.fold(text.substring(at, end));
        told = told == null ? told(claim) : told;
        if (!known.contains(word) && !told.contains(word)) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = Numbers.of(word);
        }
      }
      opens = false;
    }
    return Arrays.stream(found, 0, size).sorted().distinct().toArray();
  }

  /** A mark after which any word has a capital. */
  private static boolean isBreak(char c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '\u201c' || c == '\n';
  }

  private static boolean isInside(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static Set<String> told(Claim claim) {
    Set<String> told = new HashSet<>();
    Stream<String> parties = Stream.concat(claim.actors().stream(), claim.targets().stream()).flatMap(RareNames::names);
    Stream<String> places = claim.places().stream().flatMap(RareNames::names);
    Stream<String> holders = claim.attribution().chain().stream().flatMap(RareNames::names);
    Stream.of(parties, places, holders, claim.publisher().stream())
        .flatMap(s -> s)
        .flatMap(name -> Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}]+")))
        .forEach(word -> told.add(Accounts.fold(word)));
    return told;
  }

  private static Stream<String> names(Participant party) {
    return Stream.of(party.name(), party.surface());
  }

  private static Stream<String> names(Location place) {
    return Stream.of(place.name(), place.surface());
  }

  private static Stream<String> names(Attribution.Holder holder) {
    return Stream.of(holder.name(), holder.surface());
  }
}
