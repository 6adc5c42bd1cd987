package org.sitrep.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.event.Ruling;

/**
 * What is computed about an event from who vouches for it. Letter and digit are computed apart: the one from
 * history only, the other from corroboration only.
 *
 * @param event id of the event
 * @param words one for each independent root, in canonical order
 * @param records the history of each root for such claims without this event, by the root's key
 * @param letter the best letter of a root that asserts the event
 * @param digit the digit of the Admiralty system, 1 (confirmed) to 6 (cannot be judged)
 * @param digitWhy what it rests on, for people
 * @param support the support in log-odds
 * @param airwars the grade on the scale of Airwars, where it applies to such events
 * @param airwarsWhy what it rests on; empty where it does not apply
 * @param ruling the person's decision that takes the place of the computed digit, where there is one
 * @param others people's decisions about claims and sources that this rests on
 */
public record Judgement(
    String event,
    List<Word> words,
    Map<String, Cell> records,
    Letter letter,
    int digit,
    String digitWhy,
    Support support,
    Optional<Airwars> airwars,
    String airwarsWhy,
    Optional<Ruling> ruling,
    List<Ruling> others) {

  /** The grades of Airwars for civilian harm (its published methodology), computed. */
  public enum Airwars {
    /** The side that did it says so. */
    CONFIRMED,
    /** Two independent roots or more, and nobody names another doer. */
    FAIR,
    /** One root. */
    WEAK,
    /** Different doers are named. */
    CONTESTED,
    /** Denied by more than assert it, a neutral one among them, or ruled out by a person. */
    DISCOUNTED
  }

  public Judgement {
    words = List.copyOf(words);
    records = Map.copyOf(records);
    others = List.copyOf(others);
  }
}
