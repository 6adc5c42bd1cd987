package org.sitrep.coding;

import java.util.Set;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads the arguments of verbs and event nouns off a Universal Dependencies tree. All constructions that
 * frames need not know about are handled here, once: voice, reduced relatives, relative clauses, shared
 * subjects of coordinated verbs, participles and infinitives, control, light verbs, possessives, compounds.
 */
final class Grammar {

  private static final int DEPTH = 6;
  private static final Set<String> RELATIVE = Set.of("which", "that", "who", "whom");

  private final Words words;
  private final SyntaxTree tree;

  Grammar(Words words) {
    this.words = words;
    this.tree = words.tree;
  }

  Arguments of(int token) {
    return words.isVerb(token) ? ofVerb(token, 0) : ofNoun(token);
  }

  Arguments ofVerb(int verb, int depth) {
    Arguments args = new Arguments();
    args.passive = isPassive(verb);
    for (int d : tree.dependents(verb)) {
      String relation = tree.relation(d);
      if (tree.is(d, "nsubj")) {
        int token = antecedent(d, verb);
        if (args.passive || relation.equals("nsubj:pass")) {
          args.object = token;
        } else {
          args.subject = token;
        }
      } else if (relation.equals("obj")) {
        args.object = antecedent(d, verb);
      } else if (relation.equals("iobj")) {
        args.recipient = d;
      } else if (tree.is(d, "obl")) {
        oblique(args, d);
      } else if (tree.is(d, "advmod") && Set.of("there", "here", "nearby").contains(words.lower(d))) {
        args.add("in", d);
      }
    }
    if (args.object < 0 && !args.passive) {
      args.object = sharedObject(verb);
    }
    if (args.object >= 0) {
      inside(args, args.object);
    }
    if (depth < DEPTH && (args.subject < 0 || args.object < 0)) {
      share(args, verb, depth);
    }
    return args;
  }

  /** "raped and abused women": the object of the second verb is the first one's as well. */
  private int sharedObject(int verb) {
    int second = tree.find(verb, "conj");
    boolean beside = second == verb + 2 && words.isVerb(second) && tree.xpos(second).equals(tree.xpos(verb));
    return beside ? tree.find(second, "obj") : -1;
  }

  private boolean isPassive(int verb) {
    boolean auxiliary = false;
    for (int d : tree.dependents(verb)) {
      String relation = tree.relation(d);
      if (relation.equals("nsubj:pass") || relation.equals("aux:pass") || relation.equals("csubj:pass")) {
        return true;
      }
      auxiliary |= tree.is(d, "aux");
    }
    if (auxiliary || tree.find(verb, "nsubj") >= 0) {
      return false;
    }
    int head = tree.head(verb);
    if (tree.is(verb, "conj") && words.isVerb(head) && tree.find(head, "nsubj") >= 0 && !isPassive(head)) {
      return false;
    }
    String tag = tree.xpos(verb);
    boolean participle = tag.equals("VBN") || (tag.equals("VBD") && tree.is(verb, "acl"));
    return participle && tree.find(verb, "obj") < 0;
  }

  private void oblique(Arguments args, int token) {
    String preposition = words.preposition(token);
    int hands = preposition.equals("at") && words.cue("grammar.hands", token) ? tree.find(token, "nmod") : -1;
    if (hands >= 0) { // "at the hands of X"
      args.agents.add(hands);
      args.subject = args.subject < 0 && args.passive ? hands : args.subject;
      return;
    }
    if (preposition.isEmpty() && words.placeAt(token).isPresent()) {
      preposition = "in";
    }
    if (tree.relation(token).equals("obl:agent") || (args.passive && preposition.equals("by"))) {
      args.agents.add(token);
      if (args.subject < 0) {
        args.subject = token;
      }
    } else {
      args.add(preposition, token);
    }
    inside(args, token);
  }

  /** Phrases inside a phrase that may as well belong to the verb: "killed five soldiers in clashes in X". */
  private void inside(Arguments args, int token) {
    for (int d : tree.dependents(token)) {
      String preposition = words.preposition(d);
      if (!tree.relation(d).equals("nmod") || preposition.equals("of") || preposition.isEmpty()) {
        continue;
      }
      if (preposition.equals("by") && (args.passive || args.nominal) && args.agents.isEmpty()) {
        args.agents.add(d);
        args.subject = args.subject < 0 && args.passive ? d : args.subject;
      } else {
        args.add(preposition, d);
      }
    }
  }

  /** A relative pronoun stands for the noun that its clause describes. */
  private int antecedent(int token, int verb) {
    if (words.isPronoun(token) && RELATIVE.contains(words.lower(token)) && tree.is(verb, "acl")) {
      return tree.head(verb);
    }
    return token;
  }

  private void share(Arguments args, int verb, int depth) {
    int head = tree.head(verb);
    if (head < 0) {
      return;
    }
    boolean beside = tree.is(verb, "parataxis") && tree.xpos(verb).equals("VBD") && !Speech.isVerb(words, verb);
    if ((tree.is(verb, "conj") || beside) && words.isVerb(head)) {
      shareCoordinated(args, verb, ofVerb(head, depth + 1));
    } else if (tree.is(verb, "xcomp") || (tree.is(verb, "ccomp") && tree.find(verb, "nsubj") < 0)) {
      shareControlled(args, head, depth);
    } else if (tree.is(verb, "advcl") && !hasOwnSubject(verb)) {
      shareParticiple(args, verb, head, depth);
    } else if (tree.relation(verb).equals("acl:relcl")) {
      if (args.passive && args.object < 0) {
        args.object = head;
      } else if (args.subject < 0 && !args.passive) {
        args.subject = head;
      } else if (args.object < 0) {
        args.object = head;
      }
    } else if (tree.is(verb, "acl")) {
      shareNoun(args, verb, head, depth);
    }
  }

  private boolean hasOwnSubject(int verb) {
    return tree.find(verb, "nsubj") >= 0;
  }

  private void shareCoordinated(Arguments args, int verb, Arguments first) {
    if (hasOwnSubject(verb)) {
      return;
    }
    if (args.passive && args.object < 0) {
      args.object = first.passive ? first.object : first.subject;
      args.sharedSubject = true;
    } else if (!args.passive && args.subject < 0) {
      args.subject = first.passive && first.agents.isEmpty() ? first.object : first.subject;
      args.sharedSubject = true;
    }
  }

  private void shareControlled(Arguments args, int head, int depth) {
    Arguments outer = words.isVerb(head) ? ofVerb(head, depth + 1) : ofPredicate(head);
    int passed = outer.subject;
    if (words.isVerb(head) && outer.object >= 0 && words.lexicon.cue("grammar.object_control", words.lemma(head))) {
      passed = outer.object;
    } else if (outer.passive && outer.object >= 0) {
      passed = outer.object;
    }
    if (args.passive) {
      args.object = args.object < 0 ? passed : args.object;
    } else if (args.subject < 0) {
      args.subject = passed;
      args.sharedSubject |= outer.sharedSubject;
    }
    outer.obliques.forEach(o -> args.add(o.preposition(), o.token()));
  }

  private void shareParticiple(Arguments args, int verb, int below, int depth) {
    int head = isPassive(below) ? Holders.beyond(words, below) : below;
    Arguments outer = words.isVerb(head) ? ofVerb(head, depth + 1) : ofPredicate(head);
    int passed = outer.passive && outer.agents.isEmpty() && outer.object >= 0 ? outer.object : outer.subject;
    if (args.passive) {
      args.object = args.object < 0 ? passed : args.object;
    } else if (args.subject < 0) {
      args.subject = passed;
      args.sharedSubject = true;
    }
  }

  private void shareNoun(Arguments args, int verb, int head, int depth) {
    boolean infinitive = tree.xpos(verb).equals("VB");
    if (args.passive) {
      args.object = args.object < 0 ? head : args.object;
    } else if (!infinitive && args.subject < 0) {
      args.subject = head;
      args.sharedSubject = true;
    } else if (infinitive && args.subject < 0) {
      Arguments noun = new Arguments();
      collectNominal(noun, head);
      govern(noun, head, depth + 1);
      boolean by = !noun.agents.isEmpty() && words.cue("certainty.nouns.planned", head); // "an attempt by X to"
      args.subject = !noun.possessors.isEmpty() ? noun.possessors.getFirst() : by ? noun.agents.getFirst() : noun.subject;
      args.sharedSubject = true;
    }
  }

  /** A predicate that is no verb: "is able to", "the goal is to". */
  private Arguments ofPredicate(int token) {
    Arguments args = new Arguments();
    int subject = tree.find(token, "nsubj");
    if (subject >= 0) {
      args.subject = antecedent(subject, token);
    }
    return args;
  }

  Arguments ofNoun(int noun) {
    Arguments args = new Arguments();
    args.nominal = true;
    collectNominal(args, noun);
    int outer = noun;
    for (int i = 0; i < DEPTH && tree.is(outer, "nmod") && words.hasCase(outer, Set.of("of"))
        && (words.cue("grammar.quantity", tree.head(outer)) || words.cue("grammar.partitive", tree.head(outer))); i++) {
      outer = tree.head(outer);
      collectNominal(args, outer);
    }
    int teller = tree.is(outer, "nmod") && words.hasCase(outer, Set.of("of")) ? tree.head(outer) : -1;
    if (teller >= 0 && words.cue("attribution.nouns", teller) && tree.find(tree.head(teller) < 0 ? teller : tree.head(teller), "expl") >= 0) {
      borrow(args, ofVerb(tree.head(teller), 1), teller);
    }
    if (tree.is(outer, "conj") && words.isNoun(tree.head(outer))) {
      Arguments first = ofNoun(tree.head(outer));
      adopt(args, first);
    }
    describe(args, noun);
    govern(args, outer, 1);
    Opponents.accused(words, args, outer);
    Opponents.responsible(words, args, outer);
    Opponents.resisted(words, args, outer, this);
    return args;
  }

  private void adopt(Arguments args, Arguments first) {
    if (args.possessors.isEmpty()) {
      args.possessors.addAll(first.possessors);
    }
    if (args.subject < 0) {
      args.subject = first.subject;
    }
    if (args.object < 0) {
      args.object = first.object;
    }
    if (args.agents.isEmpty()) {
      args.agents.addAll(first.agents);
    }
    first.obliques.forEach(o -> args.add(o.preposition(), o.token()));
  }

  private void collectNominal(Arguments args, int noun) {
    for (int d : tree.dependents(noun)) {
      String relation = tree.relation(d);
      if (relation.equals("nmod:poss") || tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "nmod:unmarked")) {
        possessors(args, d);
      } else if (tree.is(d, "nmod") || tree.is(d, "obl")) {
        String preposition = words.preposition(d);
        if (preposition.equals("by")) {
          args.agents.add(d);
        } else {
          args.add(preposition, d);
        }
        inside(args, d);
      } else if (tree.is(d, "acl") && words.isVerb(d) && words.lemma(d).equals("target")) {
        int object = tree.find(d, "obj");
        if (object >= 0) {
          args.add("targeting", object);
        }
      } else if (tree.is(d, "acl") && words.isVerb(d) && Set.of("between", "against", "on").contains(words.lower(d))) {
        args.add(words.lower(d), d);
      }
    }
  }

  private void possessors(Arguments args, int token) {
    if (words.actorAt(token).isPresent() || words.placeAt(token).isPresent() || tree.is(token, "nmod:poss")) {
      args.possessors.add(token);
    }
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "nmod:poss") || tree.is(d, "conj") || tree.is(d, "obl")) {
        possessors(args, d);
      }
    }
  }

  /** "An attack launched by X on Y", "a raid that they carried out": the clause below names the doer. */
  private void describe(Arguments args, int noun) {
    for (int d : tree.dependents(noun)) {
      Opponents.pitted(words, args, d);
      if (tree.is(d, "acl") && words.isVerb(d) && words.cue("grammar.support.doer", d) && !Holders.isHeldBetween(words, noun, d)) {
        Arguments inner = ofVerb(d, DEPTH);
        if (inner.subject != noun && args.subject < 0) {
          args.subject = inner.subject;
        }
        args.agents.addAll(inner.agents);
        inner.obliques.forEach(o -> args.add(o.preposition(), o.token()));
      }
    }
  }

  /** What the verb above an event noun adds: "launched an attack", "came under fire", "clashes erupted". */
  private void govern(Arguments args, int noun, int depth) {
    int head = tree.head(noun);
    if (tree.find(noun, "cop") >= 0) {
      int subject = tree.find(noun, "nsubj");
      args.subject = subject >= 0 ? antecedent(subject, noun) : args.subject;
      return;
    }
    if (head >= 0 && !words.isVerb(head) && tree.is(noun, "nsubj") && tree.find(head, "cop") >= 0) {
      tree.list(head, "obl").forEach(d -> args.add(words.preposition(d), d));
      return;
    }
    if (head < 0 || !words.isVerb(head) || depth > DEPTH) {
      return;
    }
    Arguments outer = ofVerb(head, depth);
    boolean object = tree.is(noun, "obj") || (outer.passive && outer.object == noun) || tree.is(noun, "xcomp");
    if (object && words.cue("grammar.support.doer", head)) {
      args.sharedSubject |= args.subject < 0 && outer.sharedSubject;
      args.subject = args.subject < 0 ? outer.subject : args.subject;
      args.agents.addAll(outer.agents);
      borrow(args, outer, noun);
    } else if (object && (words.cue("grammar.support.sufferer", head) || Repulse.isVerb(words, head)) || Repulse.isPhrase(words, noun, head)) {
      args.object = outer.subject;
      borrow(args, outer, noun);
    } else if ((tree.is(noun, "nsubj") && words.cue("grammar.support.happen", head))
        || (object && words.cue("grammar.support.told", head))) {
      borrow(args, outer, noun);
      tree.list(head, "advcl").forEach(d -> Opponents.pitted(words, args, d));
    } else if (tree.is(noun, "obl") && words.cue("grammar.support.under", head)
        && (words.hasCase(noun, Set.of("under", "to", "in")))) {
      args.object = outer.passive ? outer.object : outer.subject;
      args.subject = outer.passive && outer.agents.isEmpty() ? args.subject : args.subject;
      borrow(args, outer, noun);
      args.subject = args.subject < 0 && words.hasCase(noun, Set.of("under", "in")) ? args.object : args.subject;
    } else if (tree.is(noun, "obl") && outer.subject != noun) {
      borrowPlaces(args, outer, noun);
    }
  }

  private void borrow(Arguments args, Arguments outer, int noun) {
    for (Arguments.Oblique o : outer.obliques) {
      if (o.token() != noun) {
        args.add(o.preposition(), o.token());
      }
    }
  }

  private void borrowPlaces(Arguments args, Arguments outer, int noun) {
    for (Arguments.Oblique o : outer.obliques) {
      if (o.token() != noun && words.isNamedPlace(o.token()) && tree.upos(o.token()) != Upos.PRON) {
        args.add(o.preposition(), o.token());
      }
    }
  }
}
