package org.sitrep.coding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Reads the weapons and equipment that a clause names as used, moved or destroyed: its doer, its object, its tool,
 * or what stands before the event noun ("a drone strike").
 */
final class MaterielReader {

  private static final Set<String> TOOLS =
      Set.of("with", "by", "using", "via", "from", "of", "including", "carrying", "by means of", "against", "on");
  private static final List<String> CLASSES = List.of("weapon", "shell", "explosive");
  private static final int DEPTH = 3;

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;

  private MaterielReader(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
  }

  static void read(Draft draft) {
    String family = draft.predicate.frame.type().family();
    if (!family.equals("words") && !draft.type.equals("control")) {
      new MaterielReader(draft).read(draft.predicate);
    }
  }

  private void read(Predicate p) {
    for (int t : p.trigger) {
      words.coordinated(t).forEach(this::named);
      before(t);
    }
    phrase(p.arguments.subject);
    phrase(p.arguments.object);
    p.arguments.agents.forEach(this::phrase);
    for (Arguments.Oblique o : p.arguments.obliques) {
      if (TOOLS.contains(o.preposition())) {
        phrase(o.token());
      }
    }
    for (int d : tree.dependents(p.token)) {
      if (tree.is(d, "advcl") && words.lemma(d).equals("use")) {
        phrase(tree.find(d, "obj"));
      }
    }
    p.effects.forEach(this::read);
  }

  private void phrase(int token) {
    if (token >= 0) {
      words.coordinated(token).forEach(t -> within(t, DEPTH));
    }
  }

  /** The phrase's head, or what it is a quantity or a load of ("a barrage of rockets"). */
  private void within(int token, int depth) {
    if (named(token) || depth == 0) {
      return;
    }
    for (int d : tree.dependents(token)) {
      if (d > token && tree.is(d, "nmod") && words.hasCase(d, Set.of("of"))) {
        words.coordinated(d).forEach(t -> within(t, depth - 1));
      }
    }
  }

  /** "Artillery fire", "a car bomb attack": the nouns before an event noun. */
  private void before(int token) {
    for (int d : tree.dependents(token)) {
      if (d < token && (tree.is(d, "compound") || tree.is(d, "amod"))) {
        named(d);
        before(d);
      }
    }
  }

  private boolean named(int token) {
    if (!words.isNoun(token) || !isMateriel(token)) {
      return false;
    }
    if (tree.is(token, "compound") && words.isNoun(tree.head(token)) && isMateriel(tree.head(token))) {
      return named(tree.head(token));
    }
    String name = name(token);
    boolean known = draft.materiel.stream().anyMatch(m -> m.toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT)));
    if (!known) {
      draft.materiel.add(name);
    }
    return true;
  }

  private boolean isMateriel(int token) {
    String lemma = words.lemma(token);
    boolean type = tree.upos(token) == Upos.PROPN && words.placeAt(token).isEmpty() && words.lexicon.means(lemma).isPresent();
    boolean aid = draft.type.equals("supply") && words.lexicon.is(lemma, "aid");
    return type || aid || CLASSES.stream().anyMatch(c -> words.lexicon.is(lemma, c));
  }

  /** The noun with what stands before it, without articles, numbers, and whose it is. */
  private String name(int token) {
    int first = first(token);
    return Wording.spaced(words.text(new Span(tree.start(first), tree.end(token))));
  }

  private int first(int token) {
    int first = token;
    for (int d : tree.dependents(token)) {
      boolean modifier = tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "flat");
      if (d < token && modifier && words.actorAt(d).isEmpty() && words.placeAt(d).isEmpty() && tree.upos(d) != Upos.NUM) {
        first = Math.min(first, first(d));
      }
    }
    return first;
  }
}
