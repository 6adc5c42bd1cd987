package org.sitrep.resolution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Actors;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;

/** Which country an article is about, by the places it names; in each paragraph its own, where its places agree. */
final class Countries {

  private static final double PLACE = 1.0;
  private static final double DOUBTFUL_PLACE = 0.3;
  private static final double PARTY = 0.5;

  private final Map<Integer, Map<String, Double>> byBlock = new HashMap<>();
  private final Map<String, Double> all = new HashMap<>();
  private final Optional<String> home;

  private Countries(Optional<String> home) {
    this.home = home;
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
    Place first = mention.candidates().getFirst().place();
    boolean sure = mention.candidates().stream().allMatch(c -> c.place().country().equals(first.country()));
    String country = first.country().toLowerCase(Locale.ROOT);
    if (!country.isEmpty()) {
      double weight = sure ? PLACE : DOUBTFUL_PLACE;
      all.merge(country, weight, Double::sum);
      if (sure) {
        byBlock.computeIfAbsent(block, k -> new HashMap<>()).merge(country, weight, Double::sum);
      }
    }
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

  /** The country that a paragraph is about, else that of the article, else that of the packs. */
  Optional<String> at(int block) {
    Map<String, Double> own = byBlock.getOrDefault(block, Map.of());
    if (own.size() == 1) {
      return own.keySet().stream().findFirst();
    }
    return all.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .or(() -> home);
  }
}
