package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.Arrays;
import org.sitrep.knowledge.FusionWeights;

/**
 * Under which keys an account is filed and sought, so that only accounts worth comparing are compared: those of
 * one document, those with each other's words, and those that share days and a cell of the map, a place name, a rare
 * name, or both parties. Whenever one finds the other, the other finds the one. A key only proposes a comparison; it
 * never joins. The keys of an account depend on its own document alone and are the same on every machine, so a
 * store may keep them. Immutable and thread-safe.
 */
final class Keys {

  /** Height of a row of cells in degrees: at least the reach of a narrow place and its tolerance. */
  private static final double CELL = 0.5;
  private static final int ROWS = 360;
  /** Windows of this many days and more are filed by year. */
  private static final int LONG_DAYS = 10;
  /** Windows of this many days and more say too little to be filed by year. */
  static final int BOUNDLESS_DAYS = 3_660;

  private static final long DOCUMENT = Numbers.of("document");
  private static final long COPIES = Numbers.of("copies");
  private static final long DAY = Numbers.of("day");
  private static final long YEAR = Numbers.of("year");
  private static final long LONG = Numbers.of("long");
  private static final long UNDATED = Numbers.of("undated");
  private static final long BOUNDLESS = Numbers.of("boundless");
  private static final long ANYWHERE = Numbers.of("anywhere");
  private static final long WIDE = Numbers.of("wide");
  private static final long ROW = Numbers.of("row");
  private static final long NAME = Numbers.of("name");
  private static final long SIDE = Numbers.of("side");
  private static final long SIDE_UNPLACED = Numbers.of("side unplaced");
  private static final long RARE = Numbers.of("rare");
  private static final long RULED = Numbers.of("ruled");
  private static final long PARTIES = Numbers.of("parties");

  private final FusionWeights.When when;

  Keys(FusionWeights weights) {
    when = weights.when();
  }

  /** The key of a document: all of its accounts are filed there. */
  static long ofDocument(String doc) {
    return Numbers.of(DOCUMENT, Numbers.of(doc));
  }

  /** The keys that an account is filed under; some may be there twice. */
  long[] filed(Account account) {
    Account.FoundUnder known = account.foundUnder();
    if (known != null) {
      return known.filed();
    }
    Row times = new Row();
    ownTimes(account, times);
    Row places = new Row();
    for (Site site : account.sites()) {
      if (site.located) {
        places.add(ANYWHERE);
        ownCells(site, places);
      }
    }
    sides(account, SIDE, places);
    if (account.sites().length == 0) {
      sides(account, SIDE_UNPLACED, places);
    }
    return keys(account, times, places);
  }

  /** The keys under which those worth comparing with it are filed. */
  long[] sought(Account account) {
    Account.FoundUnder known = account.foundUnder();
    if (known != null) {
      return known.sought();
    }
    Row times = new Row();
    soughtTimes(account, times);
    Row places = new Row();
    for (Site site : account.sites()) {
      if (site.located) {
        soughtCells(site, places);
      }
    }
    sides(account, SIDE_UNPLACED, places);
    if (account.sites().length == 0) {
      sides(account, SIDE, places);
    }
    return keys(account, times, places);
  }

  /** By one side alone only claims without place are sought, and only by them are others. */
  private static void sides(Account account, long as, Row keys) {
    for (long[] sides : new long[][] {account.parties().actors(), account.parties().targets()}) {
      for (long side : sides) {
        keys.add(Numbers.of(as, side));
      }
    }
  }

  /** Adds the key of its class of copies, which is settled only among the accounts of a run. */
  static long[] withCopies(long[] keys, Account account) {
    if (account.testimony() < 0) {
      return keys;
    }
    long[] all = Arrays.copyOf(keys, keys.length + 1);
    all[keys.length] = Numbers.of(COPIES, account.testimony());
    return all;
  }

  private static long[] keys(Account account, Row times, Row places) {
    for (Site site : account.sites()) {
      places.add(Numbers.of(NAME, site.name));
    }
    Parties parties = account.parties();
    if (parties.hasBoth()) {
      places.add(Numbers.of(PARTIES, Arrays.hashCode(Numbers.union(parties.actors(), parties.targets()))));
    }
    for (long name : account.rareNames()) {
      places.add(Numbers.of(RARE, name));
    }
    Row keys = new Row();
    keys.add(Numbers.of(DOCUMENT, account.document()));
    ruled(account, keys);
    for (int t = 0; t < times.size; t++) {
      for (int p = 0; p < places.size; p++) {
        keys.add(Numbers.of(times.values[t], places.values[p]));
      }
    }
    return keys.values();
  }

  /** Claims that a person ruled to be about one happening find each other, whatever they say. */
  private static void ruled(Account account, Row keys) {
    Ruled ruled = account.ruled();
    if (ruled != null) {
      for (long other : ruled.same()) {
        keys.add(Numbers.of(RULED, Numbers.of(Math.min(ruled.self(), other), Math.max(ruled.self(), other))));
      }
    }
  }

  private void ownTimes(Account account, Row keys) {
    long start = start(account);
    long end = end(account);
    if (start == Account.NO_DAY) {
      keys.add(UNDATED);
    } else if (end - start >= BOUNDLESS_DAYS) {
      keys.add(BOUNDLESS);
    } else {
      years(start, end, YEAR, keys);
      if (end - start >= LONG_DAYS) {
        years(start, end, LONG, keys);
      } else {
        days(start, end, keys);
      }
    }
  }

  private void soughtTimes(Account account, Row keys) {
    long start = start(account);
    long end = end(account);
    if (start == Account.NO_DAY) {
      keys.add(UNDATED);
    } else if (end - start >= BOUNDLESS_DAYS) {
      keys.add(BOUNDLESS);
    } else if (end - start >= LONG_DAYS) {
      years(start, end, YEAR, keys);
    } else {
      years(start, end, LONG, keys);
      days(start - when.toleranceDays(), end + when.toleranceDays(), keys);
    }
  }

  /** The first day of the stated window, else of the days just before publication. */
  private long start(Account account) {
    return account.isDated() || account.published() == Account.NO_DAY
        ? account.start()
        : account.published() - when.soonDays();
  }

  private static long end(Account account) {
    return account.isDated() ? account.end() : account.published();
  }

  private static void days(long start, long end, Row keys) {
    for (long day = start; day <= end; day++) {
      keys.add(Numbers.of(DAY, day));
    }
  }

  private static void years(long start, long end, long kind, Row keys) {
    int last = LocalDate.ofEpochDay(end).getYear();
    for (int year = LocalDate.ofEpochDay(start).getYear(); year <= last; year++) {
      keys.add(Numbers.of(kind, year));
    }
  }

  /** Rows next to another width of cells are filed by both widths, so that each finds the other. */
  private static void ownCells(Site site, Row keys) {
    if (site.wide) {
      keys.add(WIDE);
      return;
    }
    int row = row(site);
    for (int other = row - 1; other <= row + 1; other++) {
      keys.add(cell(row, Math.max(width(row), width(other)), site.lon, 0));
    }
  }

  private static void soughtCells(Site site, Row keys) {
    if (site.wide) {
      keys.add(ANYWHERE);
      return;
    }
    keys.add(WIDE);
    int row = row(site);
    for (int other = row - 1; other <= row + 1; other++) {
      for (int east = -1; east <= 1; east++) {
        keys.add(cell(other, Math.max(width(row), width(other)), site.lon, east));
      }
    }
  }

  private static int row(Site site) {
    return (int) Math.min(ROWS - 1, Math.floor((site.lat + 90) / CELL));
  }

  /** How many degrees of longitude a cell of a row takes: more where the meridians draw together. */
  private static double width(int row) {
    double lat = Math.abs(row * CELL - 90);
    return lat < 60 ? CELL : lat < 80 ? 3 : 360;
  }

  private static long cell(int row, double width, double lon, int east) {
    int around = (int) Math.round(360 / width);
    int column = Math.floorMod((int) Math.floor((lon + 180) / width) + east, around);
    return Numbers.of(Numbers.of(ROW, row), Numbers.of(around, column));
  }

  /** A growing row of numbers. */
  private static final class Row {

    private long[] values = new long[64];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
