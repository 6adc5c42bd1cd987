package org.sitrep.coding;

import org.sitrep.mention.SyntaxTree;

/** Parties to an event noun that certain verbs around it name. */
final class Opponents {

  private Opponents() {}

  /** "Clashes broke out, pitting X against Y": X does it, against Y. */
  static void pitted(Words words, Arguments args, int participle) {
    if (!words.cue("grammar.pitting", participle)) {
      return;
    }
    SyntaxTree tree = words.tree;
    for (int d : tree.dependents(participle)) {
      String preposition = words.preposition(d);
      if (tree.is(d, "obj") && preposition.isEmpty() && args.subject < 0) {
        args.subject = d;
      } else if ((tree.is(d, "obj") || tree.is(d, "obl")) && preposition.equals("against")) {
        args.add(preposition, d);
      }
      tree.list(d, "nmod").stream().filter(n -> words.preposition(n).equals("against")).forEach(n -> args.add("against", n));
    }
  }

  /** "Claimed responsibility for the bombing": whoever takes it did it. */
  static void responsible(Words words, Arguments args, int noun) {
    SyntaxTree tree = words.tree;
    int responsibility = tree.is(noun, "nmod") && words.preposition(noun).equals("for") ? tree.head(noun) : -1;
    int verb = responsibility >= 0 && words.cue("grammar.responsibility", responsibility) && tree.is(responsibility, "obj")
        ? tree.head(responsibility)
        : -1;
    if (verb >= 0 && args.subject < 0 && args.agents.isEmpty()) {
      args.subject = tree.find(verb, "nsubj");
    }
  }

  /** "Could not advance because of X's resistance", "met with resistance from X": whoever meets it is the other side. */
  static void resisted(Words words, Arguments args, int noun, Grammar grammar) {
    if (!words.cue("grammar.resisting", noun)) {
      return;
    }
    SyntaxTree tree = words.tree;
    int head = tree.head(noun);
    if (head >= 0 && args.agents.isEmpty()) {
      tree.list(head, "obl").stream().filter(d -> isBehind(words, noun, d)).forEach(args.agents::add);
    }
    args.agents.addAll(args.in("from"));
    boolean met = words.preposition(noun).equals("with") && words.cue("grammar.support.sufferer", head);
    boolean known = !args.agents.isEmpty() || args.possessors.stream().anyMatch(t -> words.actorAt(t).isPresent()) || !args.in("of").isEmpty();
    if (head >= 0 && known && tree.is(noun, "obl") && (met || words.lexicon.cue("certainty.given", words.preposition(noun)))) {
      Arguments outer = words.isVerb(head) ? grammar.ofVerb(head, 1) : new Arguments();
      int whom = outer.passive ? outer.object : outer.subject;
      args.object = whom >= 0 && words.is(whom, "armed") ? whom : args.object;
    }
  }

  /** A phrase right behind a noun that names whose it is: "resistance from the rebels". */
  private static boolean isBehind(Words words, int noun, int phrase) {
    String preposition = words.preposition(phrase);
    boolean whose = preposition.equals("from") || preposition.equals("by");
    return whose && words.tree.find(phrase, "case") == noun + 1;
  }

  /** "Accused the militia of the killing": whoever is accused did it. */
  static void accused(Words words, Arguments args, int noun) {
    SyntaxTree tree = words.tree;
    String preposition = words.preposition(noun);
    int head = tree.head(noun);
    int verb = head >= 0 && tree.is(head, "obj") ? tree.head(head) : head;
    if (args.subject < 0 && args.agents.isEmpty() && verb >= 0 && (preposition.equals("of") || preposition.equals("for"))
        && words.cue("attribution.accuse", verb)) {
      args.subject = tree.find(verb, "obj");
    }
  }
}
