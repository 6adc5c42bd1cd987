package org.sitrep.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.ResolvedArticle;

/**
 * Sets an article's mentions against the packs and its date: actors by name, date and context; places by
 * name and neighbourhood; times by the day the article speaks from. Immutable and thread-safe.
 */
public final class Resolver implements Stage<AnnotatedArticle, ResolvedArticle> {

  /** A resolver that knows the names of {@code knowledge}. */
  public Resolver(Knowledge knowledge) {}

  @Override
  public ResolvedArticle apply(AnnotatedArticle article) {
    Optional<LocalDate> date = article.article().published();
    return new ResolvedArticle(article, date, Map.of(), Map.of(), Map.of(), List.of());
  }
}
