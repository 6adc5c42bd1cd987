package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.entity.Place;
import org.sitrep.flow.Issue;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.page.Article;

/** Says of the places of an article that could not be located why not, each name once. */
final class PlaceIssues {

  private static final int NAMED = 3;

  private PlaceIssues() {}

  static List<Issue> list(AnnotatedArticle annotated, Map<OfPlace, Location> places) {
    List<Issue> issues = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (AnnotatedSentence sentence : annotated.sentences()) {
      for (OfPlace mention : sentence.list(OfPlace.class)) {
        Location location = places.get(mention);
        if (location != null && !location.isLocated() && told.add(location.name().toLowerCase(Locale.ROOT))) {
          issues.add(issue(annotated.article(), sentence.block(), location));
        }
      }
    }
    return issues;
  }

  private static Issue issue(Article article, int block, Location location) {
    return new Issue(Issue.Kind.PLACE, article.doc(), article.line(block), '"' + location.name() + "\" has no coordinates: " + why(location));
  }

  private static String why(Location location) {
    if (location.status() == Status.UNLOCATED || location.candidates().isEmpty()) {
      return location.step();
    }
    Stream<Place> places = location.candidates().stream().map(Candidate::place);
    return location.step() + ", " + places.limit(NAMED).map(PlaceIssues::named).collect(Collectors.joining("; "));
  }

  private static String named(Place place) {
    String where = Stream.of(place.region(), place.country()).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    return place.name() + (where.isEmpty() ? "" : " in " + where) + " (" + place.id() + ')';
  }
}
