package org.sitrep.event;

import java.util.List;

/**
 * Why the claims of an event are held to be about one happening, in bits: how much more often what was found shows
 * between two claims about one happening than between two about different ones, as a power of two. Bits are
 * rounded to hundredths.
 *
 * @param links for each claim but the first, what ties it to the event
 * @param possible events that this one is possibly the same as, the nearest first
 * @param loans where a place or day that a claim does not state comes from, in words
 */
public record Why(List<Link> links, List<Possible> possible, List<String> loans) {

  /** An event of one claim that is like no other. */
  public static final Why NOTHING = new Why(List.of(), List.of(), List.of());

  public Why {
    links = List.copyOf(links);
    possible = List.copyOf(possible);
    loans = List.copyOf(loans);
  }

  /**
   * What comparing one field of two claims gave.
   *
   * @param field "type", "when", "where", "words", "parties", "document" or "content"
   * @param level what was found ("same day", "3 km apart")
   * @param bits how much it weighs; negative against sameness
   */
  public record Term(String field, String level, double bits) {}

  /**
   * What ties a claim to its event.
   *
   * @param claim the claim's id
   * @param with the id of the claim of the event that it is nearest to
   * @param mean bits between the claim and the others of the event, on average
   * @param terms what comparing the two gave; only what weighs anything
   */
  public record Link(String claim, String with, double mean, List<Term> terms) {
    public Link {
      terms = List.copyOf(terms);
    }
  }

  /**
   * An event that may be the same.
   *
   * @param event its id
   * @param mean bits between the claims of the two, on average; less than is asked of one event
   * @param claim the id of the claim of this event that is nearest to one of the other
   * @param with the id of that one
   * @param terms what comparing the two gave; only what weighs anything
   */
  public record Possible(String event, double mean, String claim, String with, List<Term> terms) {
    public Possible {
      terms = List.copyOf(terms);
    }
  }
}
