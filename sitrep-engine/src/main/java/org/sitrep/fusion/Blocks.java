package org.sitrep.fusion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.time.TimeWindow;

/**
 * Finds the accounts worth comparing with one: those of its document, those with its words, and those that
 * share a day and a cell of the map, a place name, or both parties. An account is filed under every key of
 * its own and looks under these and their neighbours, so that who came first makes no difference. Filing
 * under a key only proposes a comparison; it never joins.
 */
final class Blocks {

  /** Side of a cell in degrees: at least the reach of a narrow place and its tolerance. */
  private static final double CELL = 0.5;
  /** Windows longer than this many days are filed by year. */
  private static final int LONG_DAYS = 10;
  private static final String UNDATED = "undated";

  private final FusionWeights weights;
  /** By key, the indices of the accounts filed there; sets of bits, for a key may have thousands. */
  private final Map<String, BitSet> filed = new HashMap<>();
  private final Map<Integer, Account> accounts = new HashMap<>();

  Blocks(FusionWeights weights) {
    this.weights = weights;
  }

  void add(Account account) {
    accounts.put(account.index(), account);
    for (String key : ownKeys(account)) {
      filed.computeIfAbsent(key, k -> new BitSet()).set(account.index());
    }
  }

  /** The accounts filed so far that are worth comparing, in canonical order, without itself. */
  List<Account> near(Account account) {
    BitSet found = new BitSet();
    for (String key : soughtKeys(account)) {
      BitSet here = filed.get(key);
      if (here != null) {
        found.or(here);
      }
    }
    found.clear(account.index());
    return found.stream()
        .mapToObj(i -> Objects.requireNonNull(accounts.get(i), "filed under no key"))
        .toList();
  }

  private Set<String> ownKeys(Account account) {
    Set<String> keys = common(account);
    for (String time : ownTimes(account)) {
      for (Site place : account.sites()) {
        if (place.located) {
          keys.add(time + "|any");
          keys.add(time + (place.wide ? "|wide" : "|" + cell(place, 0, 0)));
        }
      }
      for (Site s : account.sites()) {
        keys.add(time + "|name " + s.name);
      };
      parties(account).ifPresent(p -> keys.add(time + "|parties " + p));
    }
    return keys;
  }

  private Set<String> soughtKeys(Account account) {
    Set<String> keys = common(account);
    for (String time : soughtTimes(account)) {
      for (Site place : account.sites()) {
        if (place.located) {
          keys.addAll(soughtPlaces(place).stream().map(p -> time + p).toList());
        }
      }
      for (Site s : account.sites()) {
        keys.add(time + "|name " + s.name);
      };
      parties(account).ifPresent(p -> keys.add(time + "|parties " + p));
    }
    return keys;
  }

  private static Set<String> common(Account account) {
    Set<String> keys = new TreeSet<>();
    keys.add("document " + account.claim().doc());
    keys.add("testimony " + account.testimony());
    return keys;
  }

  private static List<String> soughtPlaces(Site place) {
    if (place.wide) {
      return List.of("|any");
    }
    List<String> keys = new ArrayList<>();
    keys.add("|wide");
    for (int lat = -1; lat <= 1; lat++) {
      for (int lon = -1; lon <= 1; lon++) {
        keys.add("|" + cell(place, lat, lon));
      }
    }
    return keys;
  }

  private List<String> ownTimes(Account account) {
    List<String> keys = new ArrayList<>();
    Optional<TimeWindow> window = window(account);
    if (window.isPresent()) {
      keys.addAll(years(window.get(), "year "));
      keys.addAll(
          isLong(window.get()) ? years(window.get(), "long ") : days(window.get(), 0));
    } else {
      keys.add(UNDATED);
    }
    return keys;
  }

  private List<String> soughtTimes(Account account) {
    List<String> keys = new ArrayList<>();
    Optional<TimeWindow> window = window(account);
    if (window.isPresent()) {
      if (isLong(window.get())) {
        keys.addAll(years(window.get(), "year "));
      } else {
        keys.addAll(years(window.get(), "long "));
        keys.addAll(days(window.get(), weights.when().toleranceDays()));
      }
    } else {
      keys.add(UNDATED);
    }
    return keys;
  }

  /** The stated window, else the days just before publication. */
  private Optional<TimeWindow> window(Account account) {
    return account
        .time()
        .or(
            () ->
                account
                    .claim()
                    .published()
                    .map(p -> TimeWindow.between(p.minusDays(weights.when().soonDays()), p)));
  }

  private static boolean isLong(TimeWindow window) {
    return ChronoUnit.DAYS.between(window.start(), window.end()) >= LONG_DAYS;
  }

  private static List<String> days(TimeWindow window, int around) {
    List<String> keys = new ArrayList<>();
    LocalDate last = window.end().plusDays(around);
    for (LocalDate d = window.start().minusDays(around); !d.isAfter(last); d = d.plusDays(1)) {
      keys.add("day " + d.toEpochDay());
    }
    return keys;
  }

  private static List<String> years(TimeWindow window, String prefix) {
    List<String> keys = new ArrayList<>();
    for (int year = window.start().getYear(); year <= window.end().getYear(); year++) {
      keys.add(prefix + year);
    }
    return keys;
  }

  private static String cell(Site place, int north, int east) {
    long lat = Math.round(Math.floor(place.lat / CELL)) + north;
    long lon = Math.round(Math.floor(place.lon / CELL)) + east;
    return lat + "," + lon;
  }

  private static Optional<String> parties(Account account) {
    return account.parties().hasBoth()
        ? Optional.of(
            Arrays.toString(
                Numbers.union(account.parties().actors(), account.parties().targets())))
        : Optional.empty();
  }
}
