package org.sitrep.coding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;

/** Reads the means of an attack off its clause, and with it the type of the event. */
final class Means {

  private static final List<String> TOOLS =
      List.of("with", "by", "using", "via", "through", "from", "in", "of", "by means of", "including", "involving");
  private Means() {}

  /** Sets the type of every predicate whose frame leaves it to the means. */
  static void decide(List<Predicate> predicates) {
    for (Predicate predicate : predicates) {
      if (predicate.frame.byMeans()) {
        stated(predicate).or(() -> named(predicate)).ifPresent(means -> apply(predicate, means));
      }
    }
  }

  private static void apply(Predicate predicate, Lexicon.Means means) {
    predicate.meansStated = true;
    if (isNamed(predicate) && predicate.words.lexicon.rank(predicate.type) < means.rank()) {
      return;
    }
    if (!predicate.type.equals(means.type())) {
      predicate.rules.add("type: means " + means.type());
      predicate.type = means.type();
    }
  }

  /** Whether the evoking words name the means themselves ("airstrike", "bombing campaign"). */
  private static boolean isNamed(Predicate predicate) {
    return predicate.trigger.size() > 1 || predicate.words.lexicon.means(predicate.words.lemma(predicate.token)).isPresent();
  }

  /** The means that the evoking noun itself names ("shooting"). */
  private static Optional<Lexicon.Means> named(Predicate predicate) {
    Words words = predicate.words;
    return predicate.nominal && predicate.trigger.size() == 1 ? words.lexicon.means(words.lemma(predicate.token)) : Optional.empty();
  }

  private static Optional<Lexicon.Means> stated(Predicate predicate) {
    Words words = predicate.words;
    Best best = new Best(words.lexicon);
    phrase(words, predicate.token, predicate.nominal, best, false);
    int outer = words.tree.head(predicate.token);
    if (predicate.nominal && outer >= 0 && words.tree.is(predicate.token, "nmod") && words.cue("grammar.quantity", outer)) {
      phrase(words, outer, true, best, false);
    }
    if (predicate.arguments.subject >= 0) {
      phrase(words, predicate.arguments.subject, true, best, true);
    }
    predicate.arguments.agents.forEach(t -> phrase(words, t, true, best, true));
    for (Arguments.Oblique o : predicate.arguments.obliques) {
      if (TOOLS.contains(o.preposition())) {
        phrase(words, o.token(), true, best, true);
      }
    }
    int head = words.tree.head(predicate.token);
    boolean tool = head >= 0 && words.cue("grammar.instrument", head)
        && (words.tree.is(predicate.token, "advcl") || words.tree.is(predicate.token, "xcomp") || words.tree.is(predicate.token, "acl"));
    if (tool && words.tree.find(head, "obj") >= 0) {
      phrase(words, words.tree.find(head, "obj"), true, best, true);
    }
    for (int d : words.tree.dependents(predicate.token)) {
      if (words.tree.is(d, "advcl") && words.cue("grammar.instrument", d)) {
        int object = words.tree.find(d, "obj");
        if (object >= 0) {
          phrase(words, object, true, best, true);
        }
      }
    }
    return Optional.ofNullable(best.means);
  }

  private static void phrase(Words words, int token, boolean modifiers, Best best, boolean head) {
    SyntaxTree tree = words.tree;
    if (head) {
      best.consider(words.lemma(token));
      best.consider(words.lower(token));
    }
    if (!modifiers) {
      return;
    }
    for (int d : tree.dependents(token)) {
      boolean modifier =
          tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "flat") || (head && tree.is(d, "conj"));
      if (modifier) {
        String pair = words.lemma(d) + " " + words.lemma(token);
        best.consider(pair);
        if (words.lexicon.means(pair).isEmpty()) {
          best.consider(words.lemma(d));
          best.consider(words.lower(d));
        }
        phrase(words, d, true, best, tree.is(d, "conj"));
      } else if (head && tree.is(d, "nmod") && words.hasCase(d, Set.of("of"))) {
        phrase(words, d, true, best, true);
      }
    }
  }

  private static final class Best {
    private final Lexicon lexicon;
    private Lexicon.@org.jspecify.annotations.Nullable Means means;

    Best(Lexicon lexicon) {
      this.lexicon = lexicon;
    }

    void consider(String words) {
      lexicon.means(words).ifPresent(found -> {
        if (means == null || found.rank() < means.rank()) {
          means = found;
        }
      });
    }
  }
}
