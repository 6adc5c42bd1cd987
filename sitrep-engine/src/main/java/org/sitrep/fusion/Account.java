package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * A claim as it is compared: its slots as numbers, with place and time that its document lends it. Its
 * number and its copies are settled while the accounts of a run are made; from then on it does not change.
 */
final class Account implements Cloneable {

  /** A day that is not known. */
  static final long NO_DAY = Long.MIN_VALUE;

  private static final int FATES = Casualties.Fate.values().length;

  private final Claim claim;
  private final int kind;
  private final long document;
  private final long speaker;
  private final long published;
  private final boolean head;
  private final boolean further;
  private final Parties parties;
  private final long[] rareNames;
  private final @Nullable Ruled ruled;
  private final @Nullable Casualties[] counts;

  private @Nullable FoundUnder foundUnder;
  private int index = -1;
  private List<Location> places;
  private Site[] sites;
  private Optional<TimeWindow> time;
  private long start = NO_DAY;
  private long end = NO_DAY;
  private boolean dayLent;
  private List<String> loans = List.of();
  private String root;
  private int testimony = -1;

  Account(
      Claim claim, int kind, Parties parties, Site[] sites, boolean further, long[] rareNames, @Nullable Ruled ruled) {
    this.claim = claim;
    this.kind = kind;
    this.parties = parties;
    this.sites = sites;
    this.further = further;
    this.rareNames = rareNames;
    this.ruled = ruled;
    places = claim.places();
    document = Numbers.of(claim.doc());
    root = claim.root();
    speaker = Numbers.of(root);
    published = claim.published().map(LocalDate::toEpochDay).orElse(NO_DAY);
    head = claim.section().equals("headline") || claim.section().equals("standfirst");
    counts = counts(claim);
    time = claim.time();
    settle(time);
  }

  private static @Nullable Casualties[] counts(Claim claim) {
    @Nullable Casualties[] counts = new Casualties[FATES];
    for (Casualties c : claim.casualties()) {
      boolean stands = claim.certainty() != Certainty.DENIED || c.high().orElse(1) == 0;
      if (stands && claim.casualties(c.fate()).filter(first -> first == c).isPresent()) {
        counts[c.fate().ordinal()] = c;
      }
    }
    return counts;
  }

  private void settle(Optional<TimeWindow> window) {
    window.ifPresent(
        w -> {
          start = w.start().toEpochDay();
          end = w.end().toEpochDay();
        });
  }

  /**
   * Keys worked out once.
   *
   * @param filed where it is filed
   * @param sought where those worth comparing with it are
   */
  record FoundUnder(long[] filed, long[] sought) {}

  /** The keys, where somebody has worked them out. */
  @Nullable FoundUnder foundUnder() {
    return foundUnder;
  }

  void foundUnder(FoundUnder keys) {
    foundUnder = keys;
  }

  /** Its number in canonical order. */
  int index() {
    return index;
  }

  void number(int inOrder) {
    index = inOrder;
  }

  Claim claim() {
    return claim;
  }

  /** What kind of happening, as its number in {@link Kinds}. */
  int kind() {
    return kind;
  }

  /** Whether it tells who took, left or holds the places that it names: a strike on a town and on its quarter is one, a capture is not. */
  boolean isOfGround() {
    return claim.type().family().equals("territory");
  }

  List<Location> places() {
    return places;
  }

  /** The places, in the same order. */
  Site[] sites() {
    return sites;
  }

  Optional<TimeWindow> time() {
    return time;
  }

  boolean isDated() {
    return start != NO_DAY;
  }

  /** First day as an epoch day, or {@link #NO_DAY}. */
  long start() {
    return start;
  }

  /** Last day as an epoch day, or {@link #NO_DAY}. */
  long end() {
    return end;
  }

  /** Whether its day is that of another claim of its document: none of its own that could agree with others there. */
  boolean isDayLent() {
    return dayLent;
  }

  /** Day of publication as an epoch day, or {@link #NO_DAY}. */
  long published() {
    return published;
  }

  Parties parties() {
    return parties;
  }

  /** The names in its evidence that are not met everywhere, as numbers in ascending order. */
  long[] rareNames() {
    return rareNames;
  }

  /** What people ruled on it and others, if they did. */
  @Nullable Ruled ruled() {
    return ruled;
  }

  /** Whether the words say that a further happening is meant. */
  boolean further() {
    return further;
  }

  /** Whether whoever says so stands by it. */
  boolean isSure() {
    return claim.certainty() == Certainty.CERTAIN || claim.certainty() == Certainty.PROBABLE;
  }

  /** Whether it stands above the body. */
  boolean isHead() {
    return head;
  }

  /** Its document's number. */
  long document() {
    return document;
  }

  /** The number of whoever vouches for it in its own document. */
  long speaker() {
    return speaker;
  }

  /** Who vouches for it, copies taken for their original. */
  String root() {
    return root;
  }

  /** A number that all copies share, -1 without copies. */
  int testimony() {
    return testimony;
  }

  /** Whether the two are copies of one testimony. */
  boolean isCopyOf(Account other) {
    return testimony >= 0 && testimony == other.testimony && document != other.document;
  }

  void copyOf(int original, String vouchedForBy) {
    testimony = original;
    root = vouchedForBy;
  }

  /** Where a place or time that it does not state comes from, for people. */
  List<String> loans() {
    return loans;
  }

  /** The same with the places of another. */
  Account withPlaces(Account lender, String loan) {
    Account lent = twin();
    lent.foundUnder = null;
    lent.places = lender.places;
    lent.sites = lender.sites;
    lent.loans = lent.and(loan);
    return lent;
  }

  /** The same with a day. */
  Account withTime(TimeWindow day, String loan) {
    Account lent = twin();
    lent.foundUnder = null;
    lent.time = Optional.of(day);
    lent.settle(lent.time);
    lent.dayLent = true;
    lent.loans = lent.and(loan);
    return lent;
  }

  /** One more of the same, to be numbered in another run. */
  Account twin() {
    try {
      return (Account) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("accounts may be cloned", e);
    }
  }

  /** Whether it lacks what tells one happening from the next: a place that is not wide, and a day. */
  boolean isIncomplete() {
    return !isPlaced() || (!isDated() && published == NO_DAY);
  }

  private boolean isPlaced() {
    for (Site site : sites) {
      if (!site.wide) {
        return true;
      }
    }
    return false;
  }

  boolean sameDocument(Account other) {
    return document == other.document;
  }

  /** Characters between the two stretches of evidence; 0 where they overlap. */
  int distance(Account other) {
    var a = claim.evidence().span();
    var b = other.claim.evidence().span();
    return a.overlaps(b) ? 0 : Math.max(a.start(), b.start()) - Math.min(a.end(), b.end());
  }

  /** The count of one fate that the claim stands for; a denial stands for none but "nobody". */
  Optional<Casualties> count(Casualties.Fate fate) {
    return Optional.ofNullable(counts[fate.ordinal()]);
  }

  /** How many counts agree with another's, less those that differ. */
  int countsThatAgree(Account other) {
    int net = 0;
    for (int i = 0; i < FATES; i++) {
      Casualties one = counts[i];
      Casualties two = other.counts[i];
      if (one != null && two != null) {
        net += one.agreesWith(two) ? 1 : -1;
      }
    }
    return net;
  }

  private List<String> and(String loan) {
    List<String> all = new ArrayList<>(loans);
    all.add(loan);
    return List.copyOf(all);
  }
}
