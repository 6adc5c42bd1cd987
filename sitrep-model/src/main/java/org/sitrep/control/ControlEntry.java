package org.sitrep.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.entity.Place;
import org.sitrep.mention.Location;
import org.sitrep.source.Root;

/**
 * One line of the control ledger: on someone's word, a side came to hold or lost a place. It keeps what was
 * read, the point on the map included, and is never changed: what follows from it is worked out when asked.
 *
 * @param place the place, with the coordinates it had when it was read
 * @param part the words that say that less than this place is meant ("half of"), or empty
 * @param holder key of the side said to hold it; the loser for {@link Kind#LOST}, the besieged for {@link
 *     Kind#BESIEGED}
 * @param holderName the side's name
 * @param kind what the claim says of it
 * @param standing whose interest the word serves
 * @param isKnownRoot whether a pack knows the root, so that it can be called neutral
 * @param certainty how far that word commits; only {@link Certainty#CERTAIN} and {@link Certainty#DENIED} count
 * @param since the first day it may hold from, where stated
 * @param by the day by which it came about, where stated: the end of "in September"
 * @param published the day of publication, where known
 * @param read the day it was read, where known
 * @param root key of who vouches for it
 * @param rootName the root's name
 * @param publisher the outlet, where known
 * @param claim id of the claim
 * @param copyOf claims known no later whose words this one repeats
 */
public record ControlEntry(
    Location place,
    String part,
    String holder,
    String holderName,
    Kind kind,
    Standing standing,
    boolean isKnownRoot,
    Certainty certainty,
    Optional<LocalDate> since,
    Optional<LocalDate> by,
    Optional<LocalDate> published,
    Optional<LocalDate> read,
    String root,
    String rootName,
    Optional<String> publisher,
    String claim,
    List<String> copyOf) {

  /** Before this day nothing is believed: a year misread, or a page without a clock. */
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** By valid time, then by known time; what has none comes last. The entries of one claim on one place and holder are equal. */
  public static final Comparator<ControlEntry> IN_ORDER =
      Comparator.comparing((ControlEntry e) -> e.day().orElse(LocalDate.MAX))
          .thenComparing(e -> e.known().orElse(LocalDate.MAX))
          .thenComparing(ControlEntry::claim)
          .thenComparing(ControlEntry::placeKey)
          .thenComparing(ControlEntry::holder);

  private static final double KM_PER_DEGREE = 111.2;

  /** What is said of the holder. */
  public enum Kind {
    TAKEN,
    HELD,
    LOST,
    BESIEGED
  }

  /** Whose interest a word serves. */
  public enum Standing {
    /** The holder's own side says so. */
    CLAIMED,
    /** The losing side says so. */
    CONCEDED,
    /** Neither side says so. */
    NEUTRAL
  }

  public ControlEntry {
    copyOf = List.copyOf(copyOf);
  }

  /** Known time: the day of publication, else the day it was read. */
  public Optional<LocalDate> known() {
    return told().or(() -> read.filter(day -> !day.isBefore(EARLIEST)));
  }

  /** The day of publication; one before {@link #EARLIEST} or more than a day after the reading is none. */
  private Optional<LocalDate> told() {
    return published.filter(
        day -> !day.isBefore(EARLIEST) && read.map(r -> !day.isAfter(r.plusDays(1))).orElse(true));
  }

  /** Valid time as far as it is stated: the day by which a change came about, the first day of a state. */
  public Optional<LocalDate> stated() {
    return kind == Kind.HELD ? since : by.or(() -> since);
  }

  /** Valid time: as stated, else the day of publication; an undated word of an undated page has none. */
  public Optional<LocalDate> day() {
    return stated().or(this::told);
  }

  /** Whether its valid time can be meant: not before {@link #EARLIEST}, nor more than a day after it was known. */
  public boolean isPlausible() {
    Optional<LocalDate> day = day();
    return day.isEmpty()
        || !day.get().isBefore(EARLIEST)
            && !day.get().isAfter(known().orElse(LocalDate.MAX.minusDays(1)).plusDays(1));
  }

  /** Whether it says that the holder has the place: taken or held and not denied, or its loss denied. */
  public boolean isFor() {
    return (kind == Kind.LOST) == (certainty == Certainty.DENIED);
  }

  /** Whether anybody vouches for it by name: people without one settle nothing. */
  public boolean isNamed() {
    return Root.isNamed(root);
  }

  /** Whether this one word is enough: of the side that loses by it, or of a source known to be neutral; by name. */
  public boolean suffices() {
    return isNamed() && (standing == Standing.CONCEDED || (standing == Standing.NEUTRAL && isKnownRoot));
  }

  /**
   * What the entry is about, as a key: the id of the place; with its words where a part of it or a spot beside
   * it is meant; the name alone where it is on no map.
   */
  public String placeKey() {
    if (place.place().isEmpty()) {
      return "name:" + fold(place.name() + (part.isEmpty() ? "" : "/" + part));
    }
    Place named = place.place().get();
    return isWhole(named) ? named.id() : named.id() + "/" + fold(placeName());
  }

  /** The name of what the entry is about. */
  public String placeName() {
    if (!part.isEmpty()) {
      return part + " " + place.surface();
    }
    return place.place().isPresent() && !isWhole(place.place().get()) ? place.surface() : place.name();
  }

  /**
   * Whether control of it can be told: a settlement, a facility, a height, or a named part of one; no province,
   * no river, no unnamed villages around a town.
   */
  public boolean isUnit() {
    return part.isEmpty()
        && place.place().map(p -> isUnit(p.feature()) && (isWhole(p) || isInside(p))).orElse(true);
  }

  private static boolean isUnit(Place.Feature feature) {
    return switch (feature) {
      case COUNTRY, REGION, DISTRICT, RIVER, LAKE, ROAD, DESERT, SEA -> false;
      default -> true;
    };
  }

  /** The whole place, as far as the words for it show: at its point, and no wider than the place. */
  private boolean isWhole(Place named) {
    return part.isEmpty()
        && !place.step().equals(Location.WITHIN)
        && place.lat() == named.lat()
        && place.lon() == named.lon()
        && !isWide(named);
  }

  private boolean isInside(Place named) {
    double north = (place.lat() - named.lat()) * KM_PER_DEGREE;
    double east = (place.lon() - named.lon()) * KM_PER_DEGREE * Math.cos(Math.toRadians(named.lat()));
    return !isWide(named) && Math.hypot(north, east) <= Math.max(1, named.km());
  }

  private boolean isWide(Place named) {
    return place.km() > 2 * named.km() + 1;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }
}
