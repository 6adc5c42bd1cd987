package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.entity.Place;
import org.sitrep.event.Ruling;
import org.sitrep.mention.Location;

/**
 * What the ledger allows to say of one place on one day.
 *
 * @param place the place
 * @param status how firm it is
 * @param holders keys of the sides said to hold it, the best supported first; allies that hold it together
 *     count as one, under the first of them
 * @param since the day the latest change is dated to, where known
 * @param roots who vouches for it
 * @param claims the claims it rests on
 * @param words the latest word of each root, copies counted once, by day: what is claimed, conceded, denied
 * @param belief shares of what the filter believes, the likeliest first; empty by a single speaker's word
 * @param heard the valid day of the last word, where there is one
 * @param ruling a person's decision that holds on this day, where there is one
 */
public record ControlState(
    Location place,
    Status status,
    List<String> holders,
    Optional<LocalDate> since,
    List<String> roots,
    List<String> claims,
    List<ControlEntry> words,
    List<Belief> belief,
    Optional<LocalDate> heard,
    Optional<Ruling> ruling) {

  /** How firm a holder is. */
  public enum Status {
    /** Only the holder's own side or an unknown source says so. */
    CLAIMED,
    /** The losing side says so. */
    CONCEDED,
    /** A neutral root, or two independent ones, say so. */
    ASSESSED,
    /** Two sides are said to hold it, or one is and somebody denies it. */
    CONTESTED,
    /** Nothing has been heard for long. */
    UNKNOWN,
    /** A person has decided. */
    RULED
  }

  /**
   * A share of belief.
   *
   * @param who key of a side, {@link #CONTESTED_KEY} or {@link #UNKNOWN_KEY}
   * @param share from 0 to 1
   */
  public record Belief(String who, double share) {}

  /** Stands for "contested" among the keys of sides, in beliefs and rulings. */
  public static final String CONTESTED_KEY = "contested";

  /** Stands for "unknown" among the keys of sides, in beliefs and rulings. */
  public static final String UNKNOWN_KEY = "unknown";

  public ControlState {
    holders = List.copyOf(holders);
    roots = List.copyOf(roots);
    claims = List.copyOf(claims);
    words = List.copyOf(words);
    belief = List.copyOf(belief);
  }

  /** A state of which no more is told than who, since when and on whose word. */
  public ControlState(
      Location place,
      Status status,
      List<String> holders,
      Optional<LocalDate> since,
      List<String> roots,
      List<String> claims) {
    this(place, status, holders, since, roots, claims, List.of(), List.of(), since, Optional.empty());
  }

  /** The key of what it is about, as in {@link ControlEntry#placeKey}. */
  public String placeKey() {
    return words.isEmpty()
        ? place.place().map(Place::id).orElse("name:" + place.name().toLowerCase(Locale.ROOT).strip())
        : words.getFirst().placeKey();
  }

  /**
   * The names of its roots, in their order; the id of one that neither its words nor the claims handed over name.
   *
   * @param byId claims by their ids
   */
  public List<String> rootNames(Map<String, Claim> byId) {
    Map<String, String> names =
        Claim.rootNames(claims.stream().filter(byId::containsKey).map(byId::get).toList());
    words.forEach(w -> names.putIfAbsent(w.root(), w.rootName()));
    return roots.stream().map(r -> names.getOrDefault(r, r)).toList();
  }

  /** The names of its roots, in their order, as its words give them. */
  public List<String> rootNames() {
    return rootNames(Map.of());
  }
}
