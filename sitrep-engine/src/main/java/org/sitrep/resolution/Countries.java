package org.sitrep.resolution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Actors;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;

/**
 * Which country an article is about, by the places it names; in each paragraph its own, where its places agree. A name that
 * several countries have speaks for the packs' own.
 */
final class Countries {

  private static final double KNOWN_PLACE = 2.0;
  private static final double PLACE = 0.8;
  private static final double DOUBTFUL_PLACE = 0.3;
  private static final double PARTY = 0.5;
  /** What speaks for the packs' own country from the start: more than one village elsewhere, less than a city. */
  private static final double HOME = 1.0;
  private static final int KNOWN = 50_000;

  private final Map<Integer, Map<String, Double>> byBlock = new HashMap<>();
  private final Map<String, Double> all = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Optional<String> home;

  private Countries(Optional<String> home) {
    this.home = home;
    home.ifPresent(country -> all.put(country, HOME));
  }

  static Countries of(AnnotatedArticle article, Actors actors) {
    Countries countries = new Countries(actors.home());
    for (AnnotatedSentence sentence : article.sentences()) {
      for (Mention mention : sentence.mentions()) {
        switch (mention) {
          case Mention.OfPlace place -> countries.place(sentence.block(), place);
          case Mention.OfActor actor -> countries.party(actor, actors);
          default -> {}
        }
      }
    }
    return countries;
  }

  private void place(int block, Mention.OfPlace mention) {
    if (mention.candidates().isEmpty()) {
      return;
    }
    List<String> countries = mention.candidates().stream().map(c -> c.place().country().toLowerCase(Locale.ROOT)).distinct().toList();
    boolean sure = countries.size() == 1;
    String country = home.filter(countries::contains).orElse(countries.getFirst());
    if (country.isEmpty()) {
      return;
    }
    double weight = sure ? weight(mention.candidates().getFirst().place()) : DOUBTFUL_PLACE;
    if (named.add(mention.name())) {
      all.merge(country, weight, Double::sum);
    }
    if (sure) {
      byBlock.computeIfAbsent(block, k -> new HashMap<>()).merge(country, weight, Double::sum);
    }
  }

  /** A village says less of the country than what everybody knows: there are villages of every name. */
  private static double weight(Place place) {
    boolean known = place.feature() == Feature.COUNTRY || place.feature() == Feature.REGION || place.population() >= KNOWN;
    return known ? KNOWN_PLACE : PLACE;
  }

  private void party(Mention.OfActor mention, Actors actors) {
    if (mention.ids().isEmpty()) {
      return;
    }
    String id = mention.ids().getFirst();
    int dot = id.indexOf('.');
    String state = dot < 0 ? id : id.substring(0, dot);
    if (actors.isState(state)) {
      all.merge(state, PARTY, Double::sum);
    }
  }

  /** The country that a paragraph is about, where the article has more of it than one village; else that of the article. */
  Optional<String> at(int block) {
    Map<String, Double> own = byBlock.getOrDefault(block, Map.of());
    if (own.size() == 1) {
      String country = own.keySet().iterator().next();
      if (all.getOrDefault(country, 0.0) >= HOME) {
        return Optional.of(country);
      }
    }
    return all.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
