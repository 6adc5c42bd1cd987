package org.sitrep.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.LedgerChange;

/**
 * One change of the ledger. <em>Before</em> are the claims as they are known, <em>after</em> those without what went
 * and with what came. Documents that gain or lose a claim are <em>touched</em>, and so is every document with a claim in
 * one class of copies with a claim of a touched one, before or after: their entries are made anew in both worlds, and
 * what differs is the change. One use.
 */
final class Redrawing {

  private final Posting posting;
  private final Function<Set<Long>, List<Claim>> known;
  /** Claims that make entries, as far as they are known yet, by snapshot and id. */
  private final Map<String, Claim> before = new LinkedHashMap<>();
  private final Map<String, Claim> after = new LinkedHashMap<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<Long> asked = new HashSet<>();

  Redrawing(Posting posting, Function<Set<Long>, List<Claim>> known) {
    this.posting = posting;
    this.known = known;
  }

  LedgerChange change(List<Claim> added, List<Claim> removed) {
    put(before, posting.posted(removed));
    put(after, posting.posted(added));
    before.values().forEach(c -> touched.add(c.doc()));
    after.values().forEach(c -> touched.add(c.doc()));
    if (touched.isEmpty()) {
      return LedgerChange.NOTHING;
    }
    Set<String> gone = removed.stream().map(Claim::digest).collect(Collectors.toSet());
    boolean more = true;
    while (more) {
      more = ask(gone);
      more |= touched.addAll(beside(before.values()));
      more |= touched.addAll(beside(after.values()));
    }
    return difference(entries(before), entries(after));
  }

  private static void put(Map<String, Claim> world, List<Claim> claims) {
    claims.forEach(c -> world.put(c.digest() + ' ' + c.id(), c));
  }

  /** Asks for what may be in one class with touched claims; false where all of it was asked for. */
  private boolean ask(Set<String> gone) {
    Set<Long> keys = new HashSet<>();
    addKeys(before.values(), keys);
    addKeys(after.values(), keys);
    if (keys.isEmpty()) {
      return false;
    }
    asked.addAll(keys);
    List<Claim> found = posting.posted(known.apply(keys));
    put(before, found);
    put(after, found.stream().filter(c -> !gone.contains(c.digest())).toList());
    return true;
  }

  private void addKeys(Collection<Claim> claims, Set<Long> keys) {
    for (Claim claim : claims) {
      if (touched.contains(claim.doc())) {
        for (long key : Posting.keys(claim)) {
          if (!asked.contains(key)) {
            keys.add(key);
          }
        }
      }
    }
  }

  /** The documents with a claim in a class of copies with one of a touched document. */
  private Set<String> beside(Collection<Claim> claims) {
    Copies copies = Copies.among(new ArrayList<>(claims));
    Set<String> classes = new HashSet<>();
    claims.stream().filter(c -> touched.contains(c.doc())).forEach(c -> classes.add(copies.witness(c)));
    return claims.stream()
        .filter(c -> classes.contains(copies.witness(c)))
        .map(Claim::doc)
        .collect(Collectors.toSet());
  }

  /** The entries of touched documents: all claims of their classes are among them. */
  private Map<String, List<ControlEntry>> entries(Map<String, Claim> world) {
    return posting.byClaim(
        posting.posted(world.values().stream().filter(c -> touched.contains(c.doc())).toList()));
  }

  private static LedgerChange difference(
      Map<String, List<ControlEntry>> old, Map<String, List<ControlEntry>> now) {
    Set<String> restated = new HashSet<>();
    old.forEach(
        (id, made) -> {
          if (!made.equals(now.get(id))) {
            restated.add(id);
          }
        });
    List<ControlEntry> entries = new ArrayList<>();
    now.forEach(
        (id, made) -> {
          if (!made.equals(old.get(id))) {
            entries.addAll(made);
          }
        });
    entries.sort(ControlEntry.IN_ORDER);
    return new LedgerChange(restated, entries);
  }
}
