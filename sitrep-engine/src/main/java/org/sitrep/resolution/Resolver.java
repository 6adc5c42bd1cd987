package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.flow.Issue;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.ResolvedArticle;

/**
 * Sets an article's mentions against the packs and its date: actors by name, date and context; places by
 * name and neighbourhood; times by the day the article speaks from. Immutable and thread-safe.
 */
public final class Resolver implements Stage<AnnotatedArticle, ResolvedArticle> {

  /**
   * A candidate for a place mention, as it was weighed.
   *
   * @param candidate the place
   * @param score in the units of the resolver; the best wins by a margin or not at all
   * @param dropped why it does not count; empty where it does
   */
  public record Weighed(Candidate candidate, double score, String dropped) {}

  private final ActorResolver actors;
  private final TimeResolver times;
  private final PlaceResolver places;

  /** A resolver that knows the names of {@code knowledge}. */
  public Resolver(Knowledge knowledge) {
    actors = new ActorResolver(knowledge.actors());
    times = new TimeResolver(knowledge.times());
    places = new PlaceResolver(knowledge);
  }

  /** The candidates for one of an article's place mentions, the best first, those that do not count too. */
  public List<Weighed> weigh(AnnotatedArticle article, OfPlace mention) {
    return PlaceWeighing.weigh(places, article, mention);
  }

  @Override
  public ResolvedArticle apply(AnnotatedArticle article) {
    TimeResolver.Resolved time = times.resolve(article);
    PlaceResolver.Found located = places.resolve(article);
    List<Issue> issues = new ArrayList<>(time.issues());
    issues.addAll(PlaceIssues.list(article, located.places()));
    return new ResolvedArticle(
        article, time.date(), actors.resolve(article, time.date()), located.places(), located.areas(), time.times(), time.noDays(), issues);
  }
}
