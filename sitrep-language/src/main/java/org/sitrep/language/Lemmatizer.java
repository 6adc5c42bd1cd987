package org.sitrep.language;

import java.util.Locale;
import java.util.Map;
import org.sitrep.mention.Upos;

/**
 * Dictionary forms: exceptions learnt from the treebanks, else rules of English inflection. Immutable and
 * thread-safe.
 */
final class Lemmatizer {

  private final Map<String, String> exceptions;

  Lemmatizer(LemmaTable table) {
    this.exceptions = table.lemmas();
  }

  /** The lemma of a form with the given tags. */
  String lemma(String form, Upos upos, String xpos) {
    if (xpos.startsWith("NNP")) {
      return form;
    }
    return switch (upos) {
      case PROPN -> form;
      case PUNCT, SYM, NUM, X -> form;
      default -> {
        String lower = Inflection.plain(form.toLowerCase(Locale.ROOT));
        String known = exceptions.get(key(lower, upos, xpos));
        yield known != null ? known : Inflection.base(lower, xpos);
      }
    };
  }

  /** By what an exception is found: tags that inflect alike share a letter. */
  static String key(String lower, Upos upos, String xpos) {
    String kind = upos == Upos.AUX ? "A" : xpos;
    return kind + " " + lower;
  }
}
