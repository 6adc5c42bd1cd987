package org.sitrep.assessment;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.control.ControlEntry;
import org.sitrep.text.Shingles;

/**
 * Makes the entries of claims, copies noted: those of a claim depend on it and on the claims it repeats, and which it
 * repeats depends on its class of copies alone. Immutable and thread-safe.
 */
final class Posting {

  /** Sets the keys of the ledger apart from those of fusion, which looks for more. */
  private static final long LEDGER = 0x6c65646765720aL;

  private static final long DOCUMENT = 0x646f63756d656e74L;

  private final Bookkeeper bookkeeper;

  Posting(Bookkeeper bookkeeper) {
    this.bookkeeper = bookkeeper;
  }

  /** Those that make entries, in canonical order. */
  List<Claim> posted(Collection<Claim> claims) {
    return claims.stream()
        .filter(c -> !bookkeeper.post(c, List.of()).isEmpty())
        .sorted(Claim.CANONICAL)
        .distinct()
        .toList();
  }

  List<ControlEntry> entries(Collection<Claim> claims) {
    return byClaim(posted(claims)).values().stream()
        .flatMap(List::stream)
        .sorted(ControlEntry.IN_ORDER)
        .toList();
  }

  /** The entries of claims that make some, by the claims' ids. */
  Map<String, List<ControlEntry>> byClaim(List<Claim> posted) {
    Map<String, List<String>> copies = Repetitions.among(posted);
    List<List<ControlEntry>> own = posted.stream().map(c -> bookkeeper.post(c, List.of())).toList();
    Retellings.add(posted, own, copies);
    Map<String, List<ControlEntry>> entries = new LinkedHashMap<>();
    for (int i = 0; i < posted.size(); i++) {
      Claim claim = posted.get(i);
      List<String> copyOf = copies.getOrDefault(claim.id(), List.of());
      entries.merge(claim.id(), copyOf.isEmpty() ? own.get(i) : bookkeeper.post(claim, copyOf), Posting::both);
    }
    return entries;
  }

  private static List<ControlEntry> both(List<ControlEntry> one, List<ControlEntry> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }

  /** Keys that a claim shares with all that it may repeat or be repeated by, and with what its document tells of control. */
  Map<String, long[]> keys(Collection<Claim> claims) {
    Map<String, long[]> keys = new LinkedHashMap<>();
    for (Claim claim : posted(claims)) {
      keys.put(claim.id(), keys(claim));
    }
    return keys;
  }

  static long[] keys(Claim claim) {
    long[] copies = Copies.keys(claim);
    long[] keys = Arrays.copyOf(copies, copies.length + 1);
    keys[copies.length] = number(DOCUMENT, claim.doc());
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Shingles.mix(keys[i] * 31 + LEDGER);
    }
    return keys;
  }

  private static long number(long start, String text) {
    long number = start;
    for (int i = 0; i < text.length(); i++) {
      number = Shingles.mix(number * 31 + text.charAt(i));
    }
    return number;
  }
}
