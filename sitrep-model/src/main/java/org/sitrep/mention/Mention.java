package org.sitrep.mention;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.entity.Place;
import org.sitrep.entity.Source;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/**
 * A name, number or date in a sentence. Tokens count within the sentence's tree; the head is the token by
 * which the mention hangs in the tree. A mention keeps every reading until the whole article has been
 * seen.
 */
public sealed interface Mention {

  /** Where it stands in the article's text. */
  Span span();

  /** Its first token. */
  int first();

  /** Its last token. */
  int last();

  /** The token by which it hangs in the tree. */
  int head();

  /**
   * A party.
   *
   * @param surface as written
   * @param ids the actors it may name, the likeliest first; empty for a group that no pack knows
   * @param form how it is referred to
   */
  record OfActor(Span span, int first, int last, int head, String surface, List<String> ids, Form form)
      implements Mention {
    public OfActor {
      ids = List.copyOf(ids);
    }
  }

  /** How a party is referred to. */
  enum Form {
    /** A name or abbreviation. */
    NAME,
    /** An adjective of nationality or side before a noun ("Turkish" in "Turkish drones"). */
    DEMONYM,
    /** An owner that shares its noun with the one after it ("US" in "US and British forces"), as the party of both. */
    SHARING,
    /** A common noun ("the regime", "militants"). */
    DESCRIPTION,
    /** A name that no pack knows, taken for a party from its shape and place in the sentence. */
    UNKNOWN
  }

  /**
   * Somebody whose word counts as a source: an outlet, monitor, agency, ministry, official, or activists.
   *
   * @param surface as written
   * @param id the source of the pack, where it is one
   * @param kind the sort of source, by the pack or the common noun
   */
  record OfSource(
      Span span, int first, int last, int head, String surface, Optional<String> id, Optional<Source.Kind> kind)
      implements Mention {}

  /**
   * A place.
   *
   * @param surface as written, with the words that say what it is ("the Bir Qassab area")
   * @param name the name alone ("Bir Qassab")
   * @param feature the sort of place that the words around it ask for
   * @param relation what is said of it ("northwest of", "countryside of"), where something is
   * @param candidates the places it may name, with the step of the ladder that found each
   */
  record OfPlace(
      Span span,
      int first,
      int last,
      int head,
      String surface,
      String name,
      Optional<Place.Feature> feature,
      Optional<PlaceRelation> relation,
      List<Candidate> candidates)
      implements Mention {
    public OfPlace {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A place that a name may mean.
   *
   * @param place the place
   * @param step the step of the matching ladder that found it ("exact", "article", "sound")
   */
  record Candidate(Place place, String step) {}

  /**
   * A time.
   *
   * @param expression what the words say, before they are set against the document's date
   */
  record OfTime(Span span, int first, int last, int head, TimeExpression expression)
      implements Mention {}

  /**
   * A number of people or things.
   *
   * @param low the fewest it allows
   * @param high the most it allows; empty where it is open ("at least 5")
   * @param unit the noun counted, lower-case lemma ("civilian"), or empty where none is said
   */
  record OfCount(Span span, int first, int last, int head, int low, OptionalInt high, String unit)
      implements Mention {}

  /** What the words of a time expression say. */
  sealed interface TimeExpression {

    /** A full date or range that needs nothing from outside ("17 September 2016"). */
    record Absolute(TimeWindow window) implements TimeExpression {}

    /**
     * Days of a month without a year ("Sept. 25", "3 to 5 May").
     *
     * @param month from 1; 0 where only the day is said ("on the 17th")
     * @param day the first day; 0 for the whole month
     * @param lastDay the last day, cut to the length of the month
     */
    record MonthDay(int month, int day, int lastDay) implements TimeExpression {}

    /** A day of a month so many years after the document's year ("March 3 last year": -1). */
    record YearShifted(MonthDay date, int years) implements TimeExpression {}

    /**
     * A weekday.
     *
     * @param day which
     * @param shift 0 for the nearest one not after the document ("on Friday"), -1 for the nearest one
     *     before it ("last Friday"), 1 for the next one after it
     */
    record Weekday(java.time.DayOfWeek day, int shift) implements TimeExpression {}

    /** Days, weeks, months or years from the document's date ("yesterday", "last weekend"). */
    record Relative(int amount, Unit unit, Anchor anchor) implements TimeExpression {}

    /** A day that the calendar does not have in any year, or not in the one that is stated ("February 30"). */
    record NoDay() implements TimeExpression {}

    /** From one time to another; an empty end is the document's date. */
    record Range(TimeExpression from, Optional<TimeExpression> to) implements TimeExpression {}
  }

  /** The measure of a relative time. */
  enum Unit {
    DAY,
    WEEKEND,
    WEEK,
    MONTH,
    YEAR
  }

  /** What a relative time counts from. */
  enum Anchor {
    /** The document's date ("yesterday"). */
    DOCUMENT,
    /** The last time mentioned in the text ("a day earlier", "the same day"). */
    PREVIOUS
  }

  /**
   * How a place stands to a named one.
   *
   * @param kind which relation
   * @param bearing degrees from north, where a direction is said
   * @param km kilometres from the named place, where a distance is said
   */
  record PlaceRelation(Kind kind, Optional<Double> bearing, Optional<Double> km) {

    /** Which relation. */
    public enum Kind {
      /** Outside it, in a direction or at a distance ("20 km south of X"). */
      OFFSET,
      /** Inside it, a part of it ("northern X", "the east bank of X"). */
      PART,
      /** Around it ("near X", "X countryside", "outskirts of X"). */
      AROUND,
      /** Between it and the place named next or before ("the road between X and Y"). */
      BETWEEN,
      /** Towards it ("towards X"). */
      TOWARDS
    }
  }
}
