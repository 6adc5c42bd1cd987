package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfPlace;

/** How much speaks for each of the places that a name may mean: step, sort, nearness, inhabitants. */
final class PlaceRanking {

  private static final double OTHER_SORT = 1.5;

  record Scored(Candidate candidate, double score) {}

  private PlaceRanking() {}

  static boolean isRespelt(Candidate candidate) {
    return candidate.step().equals(Places.SOUND) || candidate.step().equals(Places.EDIT);
  }

  static List<Scored> rank(OfPlace mention, int sentence, PlaceScene scene, Set<String> rivals) {
    List<Scored> scored = new ArrayList<>();
    boolean known = mention.candidates().stream().anyMatch(PlaceRanking::isWellKnown);
    boolean site = hasSite(mention);
    for (Candidate candidate : mention.candidates()) {
      Place place = candidate.place();
      if (isOvershadowed(place, mention) || known && isRespelt(candidate)) {
        continue;
      }
      double score =
          step(candidate.step(), mention, place)
              + PlaceFit.wanted(mention.feature(), place)
              + scene.nearness(place, sentence, rivals)
              + PlaceFit.size(place)
              - (site && place.feature().isSettlement() ? OTHER_SORT : 0);
      scored.add(new Scored(candidate, score));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored;
  }

  /** A region or district where a town of the name lies in it and nothing asks for a division. */
  private static boolean isOvershadowed(Place place, OfPlace mention) {
    boolean division = place.feature() == Feature.REGION || place.feature() == Feature.DISTRICT;
    return division
        && mention.feature().filter(Feature::isDivision).isEmpty()
        && mention.candidates().stream()
            .map(Candidate::place)
            .anyMatch(p -> p.feature().isSettlement() && p.region().equals(place.region())
                && p.country().equals(place.country()) && PlaceResolver.km(p, place) < place.km() * 2
                && (p.feature() != Feature.VILLAGE || place.feature() == Feature.DISTRICT));
  }

  /** A country or large city of exactly this name: nobody writes a village so by mistake. */
  private static boolean isWellKnown(Candidate candidate) {
    return Places.isAsWritten(candidate.step())
        && (candidate.place().feature() == Feature.COUNTRY
            || candidate.place().population() >= 200_000);
  }

  /** Whether the site asked for ("X airport") is among the candidates, so that the town hardly is meant. */
  private static boolean hasSite(OfPlace mention) {
    return mention.feature().filter(PlaceResolver::isSite).isPresent()
        && mention.candidates().stream().anyMatch(c -> Places.isAsWritten(c.step()) && mention.feature().get() == c.place().feature());
  }

  /** A name spelt otherwise is poor ground for a village when the words ask for no settlement. */
  private static double step(String step, OfPlace mention, Place place) {
    boolean stands =
        place.feature().isSettlement()
            && mention.feature().filter(f -> !f.isSettlement() && f != Feature.AREA).isPresent();
    return step(step) * (stands ? 2 : 1);
  }

  private static double step(String step) {
    return switch (step) {
      case Places.EXACT, Places.ABBREVIATION, Places.EXONYM, Places.SCRIPT -> 0;
      case Places.ARTICLE -> -0.2;
      case Places.GENERIC -> -0.5;
      case Places.SOUND -> -1;
      default -> -2;
    };
  }
}
