package org.sitrep.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Scan;

/**
 * All events of one version of a store and their claims, as columns in memory. A row is the place of an event in these columns.
 * Never changed once made, so thread-safe.
 */
final class EventIndex {

  /** An event type. */
  record Kind(String id, String label, String family) {}

  final long version;
  final int size;
  final long[] seq;
  final String[] id;
  final int[] first;
  final int[] last;
  final int[] month;
  final int[] place;
  final int[] kind;
  final byte[] certainty;
  final int[] roots;
  final BitSet contested = new BitSet();
  final BitSet placed = new BitSet();
  final BitSet undated = new BitSet();

  /** Claims of row r are those from start[r] to before start[r + 1]. */
  final int[] start;

  /** The event that a claim is of. */
  final int[] row;

  final int[] claimType;
  final int[] claimCertainty;
  final int[] claimFirst;
  final int[] claimLast;
  final int[] claimDoc;

  /** Claims of versions of documents that are not the latest. */
  final BitSet old = new BitSet();

  /** Claims of events that are not contested. */
  final BitSet uncontested = new BitSet();

  /** Who vouches for each claim, and the name of that. */
  final String[] root;

  final String[] rootName;
  final int[] placeKeys;
  final int[] partyKeys;
  final int[] sourceKeys;

  final List<Kind> kinds = new ArrayList<>();
  final List<Scan.Spot> spots = new ArrayList<>();
  final Names places = new Names();
  final Names parties = new Names();
  final Names sources = new Names();
  private final Map<String, Integer> kindOf = new HashMap<>();
  private final Map<String, Integer> docs = new HashMap<>();
  private final Map<String, Integer> rowOfId = new HashMap<>();

  private EventIndex(long version, List<Scan.FlatEvent> events, List<Scan.FlatClaim> claims) {
    this.version = version;
    size = events.size();
    seq = new long[size];
    id = new String[size];
    first = new int[size];
    last = new int[size];
    month = new int[size];
    place = new int[size];
    kind = new int[size];
    certainty = new byte[size];
    roots = new int[size];
    start = new int[size + 1];
    int m = claims.size();
    row = new int[m];
    claimType = new int[m];
    claimCertainty = new int[m];
    root = new String[m];
    rootName = new String[m];
    claimFirst = new int[m];
    claimLast = new int[m];
    claimDoc = new int[m];
    placeKeys = new int[m];
    partyKeys = new int[m];
    sourceKeys = new int[m];
    addEvents(events);
    addClaims(claims);
    places.close();
    parties.close();
    sources.close();
  }

  /** Reads all events of a store. */
  static EventIndex of(Scan scan) {
    List<Scan.FlatEvent> events = new ArrayList<>();
    List<Scan.FlatClaim> claims = new ArrayList<>();
    long version =
        scan.visit(
            new Scan.Visitor() {
              @Override
              public void event(Scan.FlatEvent event) {
                events.add(event);
              }

              @Override
              public void claim(Scan.FlatClaim claim) {
                claims.add(claim);
              }
            });
    return new EventIndex(version, events, claims);
  }

  private void addEvents(List<Scan.FlatEvent> events) {
    Map<Scan.Spot, Integer> spotOf = new LinkedHashMap<>();
    for (int row = 0; row < size; row++) {
      Scan.FlatEvent event = events.get(row);
      seq[row] = event.seq();
      id[row] = event.id();
      rowOfId.put(event.id(), row);
      first[row] = event.days().first();
      last[row] = event.days().last();
      month[row] = event.days().isKnown() ? month(event.days().first()) : Integer.MIN_VALUE;
      Scan.Spot where = event.where();
      place[row] = where == null ? -1 : spotOf.computeIfAbsent(where, k -> spotOf.size());
      placed.set(row, where != null && where.isLocated());
      kind[row] = kind(event.type(), event.label(), event.family());
      roots[row] = event.roots();
      contested.set(row, event.contested());
      undated.set(row, !event.days().isKnown());
    }
    spots.addAll(spotOf.keySet());
  }

  private static int month(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** The month that a number of {@link #month} means. */
  static YearMonth month(long number) {
    return YearMonth.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1);
  }

  private int kind(String type, String label, String family) {
    return kindOf.computeIfAbsent(
        type,
        t -> {
          kinds.add(new Kind(t, label, family));
          return kinds.size() - 1;
        });
  }

  private void addClaims(List<Scan.FlatClaim> claims) {
    int event = 0;
    for (int i = 0; i < claims.size(); i++) {
      Scan.FlatClaim claim = claims.get(i);
      while (seq[event] != claim.event()) {
        start[++event] = i;
      }
      row[i] = event;
      root[i] = claim.root();
      rootName[i] = claim.rootName();
      claimType[i] = kind(claim.type(), claim.label(), "");
      claimCertainty[i] = claim.certainty().ordinal();
      claimFirst[i] = undated.get(event) || claim.days().isKnown() && claim.days().first() < first[event] ? claim.days().first() : first[event];
      claimLast[i] = Math.max(claim.days().last(), last[event]);
      claimDoc[i] = docs.computeIfAbsent(claim.doc(), d -> docs.size());
      old.set(i, !claim.latest());
      uncontested.set(i, !contested.get(event));
      placeKeys[i] = places.column(claim.keys().places());
      partyKeys[i] = parties.column(claim.keys().parties());
      sourceKeys[i] = sources.column(claim.keys().sources());
      claim.place().ifPresent(places::offer);
      claim.parties().forEach(parties::offer);
      sources.offer(claim.source());
      claim.publisher().ifPresent(sources::offer);
    }
    while (event < size) {
      start[++event] = claims.size();
    }
    for (int r = 0; r < size; r++) {
      int firmest = Certainty.values().length - 1;
      for (int c = start[r]; c < start[r + 1]; c++) {
        firmest = Math.min(firmest, claimCertainty[c]);
      }
      certainty[r] = (byte) (start[r] == start[r + 1] ? 0 : firmest);
    }
  }

  /** Who vouches for the event of a row, by name. */
  Map<String, String> rootNames(int event) {
    Map<String, String> names = new HashMap<>();
    for (int claim = start[event]; claim < start[event + 1]; claim++) {
      names.putIfAbsent(root[claim], rootName[claim]);
    }
    return names;
  }

  /** The row of an event; -1 where it is none of this version. */
  int row(String eventId) {
    return rowOfId.getOrDefault(eventId, -1);
  }

  /** The number of a document; -1 where no event has it. */
  int doc(String name) {
    return docs.getOrDefault(name, -1);
  }

  /** The number of an event type; -1 where no event or claim has it. */
  int kind(String type) {
    return kindOf.getOrDefault(type, -1);
  }

  int docCount() {
    return docs.size();
  }

  /** Whether events of this row happen in a place, one of {@link #spots}. */
  boolean isAt(int row, Scan.Spot spot) {
    return place[row] >= 0 && spots.get(place[row]).equals(spot);
  }
}
