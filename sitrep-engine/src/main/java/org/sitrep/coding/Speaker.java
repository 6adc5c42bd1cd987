package org.sitrep.coding;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.entity.Source;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Somebody who was named in an article, and how he can be referred to afterwards.
 *
 * @param holder as named
 * @param words lower-case words of the whole phrase, with titles and glosses ("jan", "varga", "spokesman")
 * @param person whether "he" or "she" may mean this one
 * @param body whether "it" may
 * @param many whether "they" may
 * @param kind the sort of source, where that is known
 */
record Speaker(Holder holder, Set<String> words, boolean person, boolean body, boolean many, Optional<Source.Kind> kind) {

  Speaker {
    words = Set.copyOf(words);
  }

  static Speaker of(Words words, int token, Holder holder) {
    SyntaxTree tree = words.tree;
    Set<String> all = new HashSet<>();
    collect(words, token, all);
    boolean plural = tree.xpos(token).equals("NNS") || tree.xpos(token).equals("NNPS");
    boolean known = words.sourceAt(token).isPresent() || words.actorAt(token).isPresent();
    boolean place = words.placeAt(token).isPresent();
    boolean role = Speech.isPersonNoun(words, token) || words.isRank(token);
    boolean capitals = tree.form(token).length() > 1 && tree.form(token).equals(tree.form(token).toUpperCase(Locale.ROOT));
    boolean article = tree.list(token, "det").stream().anyMatch(d -> words.lower(d).equals("the"));
    boolean name = tree.upos(token) == Upos.PROPN && !place && !capitals && !article && !Speech.isBodyNoun(words, token);
    boolean person = !plural && (role || name);
    boolean thing = Speech.isBodyNoun(words, token) || Speech.isDocument(words, token) || Speech.isNoun(words, token);
    boolean either = words.cue("attribution.speaker.either", token);
    boolean body = !plural && (either || !role) && (either || thing || known || place || !name);
    boolean many = plural || known && !role || !tree.list(token, "conj").isEmpty() || Speech.isBodyNoun(words, token);
    return new Speaker(holder, all, person, body, many, words.sourceAt(token).flatMap(Mention.OfSource::kind));
  }

  private static void collect(Words words, int token, Set<String> all) {
    all.add(words.lower(token));
    for (int d : words.tree.dependents(token)) {
      boolean title = words.tree.relation(d).equals("nmod:desc") || words.tree.is(d, "appos");
      boolean part = words.tree.is(d, "amod") || words.tree.is(d, "compound") || words.tree.is(d, "flat") || title;
      if (part) {
        collect(words, d, all);
      }
    }
  }

  /** Whether a pronoun may mean this one. */
  boolean agrees(String pronoun) {
    return switch (pronoun) {
      case "he", "she", "him", "her", "his" -> person;
      case "it", "its" -> body;
      case "they", "them", "their" -> many;
      default -> true;
    };
  }
}
