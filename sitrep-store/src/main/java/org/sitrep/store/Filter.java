package org.sitrep.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Certainty;

/**
 * Which claims or events are wanted. Values of one list are alternatives; different criteria must all
 * hold. Names match whole words, in any spelling of case and accents ("suwar" finds "al-Suwar"); ids
 * match too. An event is wanted when one of its claims is.
 *
 * @param types event types ("capture")
 * @param places names or ids of places
 * @param actors names or ids of parties, as doer or target
 * @param sources names or ids of anyone in the attribution chain, or of the publisher
 * @param from the first day; claims without a time are left out when a day is given
 * @param to the last day
 * @param certainties how far the source commits
 * @param docs document ids
 * @param allVersions whether claims of superseded versions of a document are wanted, too; no event has any
 * @param contested whether only events are wanted whose sources contradict each other, and only claims of such events
 */
public record Filter(
    List<String> types,
    List<String> places,
    List<String> actors,
    List<String> sources,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    List<Certainty> certainties,
    List<String> docs,
    boolean allVersions,
    boolean contested) {

  /** Everything. */
  public static final Filter ALL =
      new Filter(
          List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

  /** Of the latest version of each document only. */
  public Filter(
      List<String> types,
      List<String> places,
      List<String> actors,
      List<String> sources,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      List<Certainty> certainties,
      List<String> docs) {
    this(types, places, actors, sources, from, to, certainties, docs, false, false);
  }

  public Filter {
    types = types.stream().map(t -> t.strip().toLowerCase(Locale.ROOT)).toList();
    places = List.copyOf(places);
    actors = List.copyOf(actors);
    sources = List.copyOf(sources);
    certainties = List.copyOf(certainties);
    docs = List.copyOf(docs);
  }

  /** The claims of one document. */
  public static Filter ofDocument(String doc) {
    return new Filter(
        List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(doc));
  }

  /** The claims of some kinds, by their ids. */
  public static Filter ofTypes(List<String> types) {
    return new Filter(
        types, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /** The same, of all versions of each document. */
  public Filter withAllVersions() {
    return new Filter(types, places, actors, sources, from, to, certainties, docs, true, contested);
  }

  /** The same, of contested events only. */
  public Filter onlyContested() {
    return new Filter(types, places, actors, sources, from, to, certainties, docs, allVersions, true);
  }

  /** A name as filters compare names: no case, no accents, its words between single spaces, a space before and after. */
  public static String folded(String name) {
    return Keys.fold(name);
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return equals(ALL);
  }
}
