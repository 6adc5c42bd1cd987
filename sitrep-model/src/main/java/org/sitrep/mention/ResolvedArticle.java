package org.sitrep.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Actor;
import org.sitrep.flow.Issue;
import org.sitrep.time.TimeWindow;

/**
 * An article whose mentions have been set against the knowledge packs and the document's date.
 *
 * @param annotated the sentences
 * @param date the day the article speaks from: publication date or dateline
 * @param actors whom each actor mention names, where that could be decided
 * @param places where each place mention is
 * @param areas the outline of what the words describe, for place mentions that stand in a relation to their place ("20 km south
 *     of X"); one outline for several that say together where one thing is
 * @param times when each time mention is, where that could be decided
 * @param noDays time mentions that name a day which the calendar does not have; what they date has no time
 * @param issues what could not be decided
 */
public record ResolvedArticle(
    AnnotatedArticle annotated,
    Optional<LocalDate> date,
    Map<Mention.OfActor, Actor> actors,
    Map<Mention.OfPlace, Location> places,
    Map<Mention.OfPlace, Area> areas,
    Map<Mention.OfTime, TimeWindow> times,
    Set<Mention.OfTime> noDays,
    List<Issue> issues) {

  public ResolvedArticle {
    actors = Map.copyOf(actors);
    places = Map.copyOf(places);
    areas = Map.copyOf(areas);
    times = Map.copyOf(times);
    noDays = Set.copyOf(noDays);
    issues = List.copyOf(issues);
  }
}
