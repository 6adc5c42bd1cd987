package org.sitrep.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.mention.Upos;

/** Learns which forms have another lemma than the rules of inflection say. */
final class LemmaBuilder {

  private static final List<String> INFLECTED = List.of("VBD", "VBN", "VBG", "VBZ", "NNS");

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  void count(Conllu.Sentence sentence) {
    for (String[] w : sentence.words()) {
      Upos upos = Upos.valueOf(w[3]);
      boolean named = upos == Upos.PROPN || w[4].startsWith("NNP") || upos == Upos.X || upos == Upos.PUNCT;
      boolean other = upos == Upos.SYM || upos == Upos.NUM || w[9].contains("CorrectForm") || w[1].length() < 2;
      if (!named && !other) {
        String lower = Inflection.plain(w[1].toLowerCase(Locale.ROOT));
        counts
            .computeIfAbsent(Lemmatizer.key(lower, upos, w[4]), k -> new TreeMap<>())
            .merge(w[2], 1, Integer::sum);
      }
    }
  }

  /** Verb forms that no rule gives, as lines of base, past and participle. */
  void irregular(List<String> lines) {
    for (String line : lines) {
      String[] forms = line.split(" ");
      for (String past : forms[1].split("/")) {
        counts.put("VBD " + past, new TreeMap<>(Map.of(forms[0], 1)));
      }
      for (String participle : forms[2].split("/")) {
        counts.put("VBN " + participle, new TreeMap<>(Map.of(forms[0], 1)));
      }
    }
  }

  /** The exceptions, with those that the vocabulary of plain text suggests. */
  LemmaTable build(List<String[]> text) {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (String[] sentence : text) {
      for (String form : sentence) {
        vocabulary.merge(form, 1, Integer::sum);
      }
    }
    Map<String, String> lemmas = new TreeMap<>();
    for (String form : new TreeMap<>(vocabulary).keySet()) {
      for (String xpos : INFLECTED) {
        suggest(form, xpos, vocabulary, lemmas);
      }
    }
    counts.forEach(
        (key, seen) -> {
          String lemma = commonest(seen);
          int space = key.indexOf(' ');
          String regular = Inflection.base(key.substring(space + 1), key.substring(0, space));
          if (lemma.equals(regular)) {
            lemmas.remove(key);
          } else {
            lemmas.put(key, lemma);
          }
        });
    return new LemmaTable(lemmas);
  }

  /** Where the regular base is no known word but another possible base is. */
  private static void suggest(
      String form, String xpos, Map<String, Integer> vocabulary, Map<String, String> lemmas) {
    String base = Inflection.base(form, xpos);
    if (base.equals(form) || form.length() < 5 || vocabulary.getOrDefault(base, 0) > 0) {
      return;
    }
    String best = base;
    int most = 1;
    for (String candidate : Inflection.candidates(form, xpos)) {
      int n = vocabulary.getOrDefault(candidate, 0);
      if (n > most) {
        most = n;
        best = candidate;
      }
    }
    if (!best.equals(base)) {
      lemmas.put(xpos + " " + form, best);
    }
  }

  private static String commonest(Map<String, Integer> seen) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> e : seen.entrySet()) {
      if (e.getValue() > most) {
        most = e.getValue();
        best = e.getKey();
      }
    }
    return best;
  }
}
