package org.sitrep.gazetteer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sitrep.annotation.Annotator;
import org.sitrep.entity.Place;
import org.sitrep.gazetteer.Gazetteer.Explanation;
import org.sitrep.gazetteer.Gazetteer.Step;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.resolution.Resolver;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/** What comes of a name in a plain sentence. */
final class Trial {

  private static final String BEFORE = "Fighting was reported in ";

  private final Annotator annotator;
  private final Resolver resolver;

  Trial(Knowledge knowledge, English english) {
    this.annotator = new Annotator(knowledge, english);
    this.resolver = new Resolver(knowledge);
  }

  Explanation run(String name, Optional<Place> near, List<Step> steps) {
    String text = BEFORE + name + near.map(p -> " and in " + p.name()).orElse("") + ".";
    Article article =
        new Article(
            "name", "", Optional.empty(), Optional.empty(), Optional.empty(), AlignedText.identity(text),
            List.of(new Block(Block.Kind.BODY, new Span(0, text.length()), 0, 0)));
    AnnotatedArticle annotated = annotator.apply(article);
    Map<OfPlace, Location> places = resolver.apply(annotated).places();
    Span sought = new Span(BEFORE.length(), BEFORE.length() + name.length());
    Optional<OfPlace> mention = places.keySet().stream().filter(m -> m.span().overlaps(sought)).findFirst();
    List<Resolver.Weighed> weighed = mention.map(m -> resolver.weigh(annotated, m)).orElse(List.of());
    List<Double> scores = weighed.stream().filter(w -> w.dropped().isEmpty()).map(Resolver.Weighed::score).toList();
    OptionalDouble margin = scores.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(scores.get(0) - scores.get(1));
    return new Explanation(steps, text, mention.map(places::get), margin, weighed);
  }
}
