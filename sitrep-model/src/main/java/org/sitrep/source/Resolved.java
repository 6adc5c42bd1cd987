package org.sitrep.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A word whose truth was settled afterwards by something else than itself.
 *
 * @param claim id of the first claim that carries it
 * @param event id of the event it is about
 * @param borneOut whether what it says held
 * @param ground what settled it
 * @param weight from 0 to 1: how much it counts, by ground and firmness
 * @param day the day it is about, where known
 * @param why for people
 */
public record Resolved(
    String claim,
    String event,
    boolean borneOut,
    Ground ground,
    double weight,
    Optional<LocalDate> day,
    String why) {

  /** What settles a word. */
  public enum Ground {
    /** A person ruled on the claim. */
    RULED,
    /** The side that loses by it says so, too. */
    CONCEDED,
    /** Control of the place did or did not stay as told. */
    CONTROL
  }
}
