package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.resolution.PlaceRanking.Scored;
import org.sitrep.resolution.PlaceResolver.Use;
import org.sitrep.resolution.Resolver.Weighed;

/** How the place resolver weighs the candidates for one mention, for those who want to see it. */
final class PlaceWeighing {

  private static final String ELSEWHERE = "in a country that is not spoken of";
  private static final String OTHER_SORT = "another sort of place than the words ask for";
  private static final String FAR = "too far from what is named";
  private static final String OVERSHADOWED = "a town or a well-known place of exactly that name comes first";

  private PlaceWeighing() {}

  /** The candidates with their scores, those that do not count last. */
  static List<Weighed> weigh(PlaceResolver resolver, AnnotatedArticle article, OfPlace mention) {
    List<Use> uses = PlaceResolver.uses(article);
    PlaceScene scene = resolver.scene(article, uses);
    Use use = uses.stream().filter(u -> u.mention().equals(mention)).findFirst().orElseThrow();
    List<Weighed> weighed = weigh(resolver, use, scene);
    List<Candidate> villages = resolver.villages(mention, scene);
    boolean none = weighed.stream().noneMatch(w -> w.dropped().isEmpty());
    return none && !villages.isEmpty()
        ? weigh(resolver, new Use(PlaceResolver.among(mention, villages), use.sentence(), use.beside(), use.acts()), scene)
        : weighed;
  }

  private static List<Weighed> weigh(PlaceResolver resolver, Use use, PlaceScene scene) {
    OfPlace mention = use.mention();
    Set<String> rivals = PlaceResolver.ids(mention);
    List<Scored> ranked = PlaceRanking.rank(mention, use.sentence(), scene, rivals);
    List<Weighed> weighed = new ArrayList<>();
    for (Scored s : ranked) {
      boolean counts = resolver.isPlausible(s.candidate(), use, scene, rivals);
      weighed.add(new Weighed(s.candidate(), s.score(), counts ? "" : why(s.candidate(), mention, scene)));
    }
    mention.candidates().stream()
        .filter(c -> ranked.stream().noneMatch(s -> s.candidate().equals(c)))
        .forEach(c -> weighed.add(new Weighed(c, 0, OVERSHADOWED)));
    weighed.sort(Comparator.comparing(w -> !w.dropped().isEmpty()));
    return weighed;
  }

  private static String why(Candidate candidate, OfPlace mention, PlaceScene scene) {
    boolean respelt = PlaceRanking.isRespelt(candidate);
    boolean site = mention.feature().filter(PlaceResolver::isSite).isPresent();
    if (respelt && site && candidate.place().feature().isSettlement()) {
      return OTHER_SORT;
    }
    return scene.isSpokenOf(candidate.place().country(), respelt) ? FAR : ELSEWHERE;
  }
}
