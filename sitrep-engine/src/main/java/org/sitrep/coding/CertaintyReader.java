package org.sitrep.coding;

import java.util.Set;
import org.sitrep.claim.Certainty;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads how far the innermost holder commits to a predicate: its own auxiliaries and adverbs, then the words
 * above it up to the verb or noun of saying. The lattice is that of Sauri and Pustejovsky (2012), with
 * "planned" for what has not happened.
 */
final class CertaintyReader {

  private static final int CLIMB = 8;
  private static final String CUES = "certainty.";
  private static final Set<String> CHARGED = Set.of("of", "with", "for");

  private final Words words;
  private final SyntaxTree tree;
  private boolean denied;
  private boolean planned;
  private boolean possible;
  private boolean probable;

  private CertaintyReader(Words words) {
    this.words = words;
    this.tree = words.tree;
  }

  static Certainty read(Predicate p) {
    CertaintyReader reader = new CertaintyReader(p.words);
    reader.climb(p);
    return reader.result();
  }

  private Certainty result() {
    if (denied) {
      return Certainty.DENIED;
    }
    if (planned) {
      return Certainty.PLANNED;
    }
    if (possible) {
      return Certainty.POSSIBLE;
    }
    return probable ? Certainty.PROBABLE : Certainty.CERTAIN;
  }

  private void climb(Predicate p) {
    own(p.token, p.nominal);
    int token = p.token;
    if (p.nominal && isGiven(token)) {
      boolean[] before = {denied, planned, possible};
      climb(token);
      denied = before[0];
      planned = before[1];
      possible = before[2];
      return;
    }
    if (p.nominal) {
      underModal(token);
    }
    climb(token);
  }

  /** "Could not advance because of a raid": what stands for a reason or in the way happened, whatever its verb says. */
  private boolean isGiven(int noun) {
    return tree.is(noun, "obl") && words.lexicon.cue(CUES + "given", words.preposition(noun));
  }

  private void climb(int from) {
    int token = from;
    for (int i = 0; i < CLIMB; i++) {
      int head = tree.head(token);
      if (head < 0 || !passes(token) || Repulse.isWithstood(words, token)) {
        return;
      }
      if (above(token, head)) {
        return;
      }
      token = head;
    }
  }

  /** "will answer with a raid": an event noun that nothing presupposes is as uncertain as its verb. */
  private void underModal(int noun) {
    for (int d : tree.dependents(noun)) {
      if (tree.is(d, "det") && Set.of("the", "this", "that", "these", "those").contains(words.lower(d)) || tree.is(d, "nmod:poss")) {
        return;
      }
    }
    int token = noun;
    for (int i = 0; i < 3 && (tree.is(token, "obl") || tree.is(token, "nmod")) && tree.head(token) >= 0; i++) {
      token = tree.head(token);
    }
    if (token != noun && (words.isVerb(token) || tree.find(token, "cop") >= 0)) {
      tree.list(token, "aux").forEach(this::modal);
    }
    if (tree.is(noun, "nsubj") && tree.list(tree.head(noun), "aux").stream().anyMatch(a -> words.cue(CUES + "modal.unreal", a))) {
      possible = true; // "a withdrawal would restore ..."
    }
  }

  /** Relations across which certainty is handed down. */
  private boolean passes(int token) {
    if (tree.relation(token).equals("acl:relcl") || (tree.is(token, "acl") && words.isVerb(token) && !tree.xpos(token).equals("VB")
        && !words.cue("attribution.nouns", tree.head(token)))) {
      return false;
    }
    if (tree.is(token, "nmod") && !holdsClause(tree.head(token))) {
      return false;
    }
    return !(tree.is(token, "nsubj") && !words.cue("grammar.support.happen", tree.head(token)) && !isPassiveSubject(token));
  }

  /** Nouns whose complement is what they speak of or count. */
  private boolean holdsClause(int noun) {
    return words.cue("grammar.quantity", noun) || words.cue("grammar.partitive", noun) || words.cue("attribution.nouns", noun)
        || words.cue(CUES + "nouns.planned", noun) || words.cue(CUES + "nouns.possible", noun) || words.cue(CUES + "nouns.denied", noun);
  }

  private boolean isPassiveSubject(int token) {
    return tree.relation(token).equals("nsubj:pass");
  }

  private void own(int token, boolean nominal) {
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "aux")) {
        modal(d);
      } else if (tree.is(d, "advmod") || tree.is(d, "det") || tree.is(d, "cc:preconj")) {
        if (words.cue(CUES + "negation", d) && !isOnly(d)) {
          denied = true;
        } else {
          adverb(d);
        }
      } else if (nominal && tree.is(d, "amod")) {
        boolean before = planned;
        adjective(d);
        planned = isOver(token) ? before : planned;
      } else if (tree.is(d, "mark") && words.cue(CUES + "subordinate.possible", d)) {
        possible = true;
      } else if (tree.is(d, "mark") && words.lower(d).equals("to") && !nominal) {
        denied |= isForsworn(d);
        purpose(token);
      } else if (nominal && tree.is(d, "case") && words.lower(d).equals("without")) {
        denied = true;
      }
    }
    if (nominal && tree.find(token, "cop") < 0 && tree.head(token) >= 0 && isPlan(tree.head(token)) && !isUnderWay(tree.head(token))
        && tree.is(token, "nmod")) {
      planned = true;
    }
  }

  /** "not only", "no less": these deny nothing. */
  private boolean isOnly(int token) {
    int next = token + 1;
    return next < tree.size() && Set.of("only", "just", "merely", "doubt", "less").contains(words.lower(next));
  }

  /** "never again to use": the negation before "to", wherever the parser hung it. */
  private boolean isForsworn(int to) {
    int at = to - 1;
    while (at >= 0 && words.cue(CUES + "again", at)) {
      at--;
    }
    return at >= 0 && words.cue(CUES + "forsworn", at);
  }

  private boolean isPlan(int token) {
    return words.isNoun(token) && words.cue(CUES + "nouns.planned", token);
  }

  private void modal(int token) {
    possible |= words.cue(CUES + "modal.possible", token);
    planned |= words.cue(CUES + "modal.planned", token) || words.cue(CUES + "modal.obliged", token);
  }

  private void adverb(int token) {
    probable |= words.cue(CUES + "adverb.probable", token);
    possible |= words.cue(CUES + "adverb.possible", token);
  }

  /** "Further strikes hit the town": what a verb in the past tense tells of is planned no longer. */
  private boolean isOver(int noun) {
    int head = tree.head(noun);
    return head >= 0 && tree.is(noun, "nsubj") && tree.xpos(head).equals("VBD");
  }

  private void adjective(int token) {
    probable |= words.cue(CUES + "adjective.probable", token);
    possible |= words.cue(CUES + "adjective.possible", token);
    planned |= words.cue(CUES + "adjective.planned", token);
  }

  /** An infinitive states an aim unless the verb above says that it was done. */
  private void purpose(int token) {
    int head = tree.head(token);
    if (head < 0) {
      return;
    }
    if (tree.list(token, "aux").stream().anyMatch(a -> words.lower(a).equals("have"))) {
      return; // "to have been shot": it is over
    }
    boolean ofAdjective = tree.is(token, "advcl") && tree.xpos(head).equals("JJ") && tree.find(head, "cop") >= 0;
    boolean complement = tree.is(token, "xcomp") || tree.is(token, "ccomp") || ofAdjective;
    boolean claimed = complement && words.cue("attribution.reporting.infinitive", head); // "claims to have", "claims to shoot"
    boolean done = claimed || words.cue("grammar.instrument", head) || complement && (words.cue("grammar.managed", head) || words.cue("grammar.object_control", head));
    boolean listed = complement && (governs("planned", head) || governs("denied", head) || governs("probable", head));
    if (!done && !listed && (tree.is(token, "advcl") || tree.is(token, "acl") || complement || tree.is(token, "csubj"))) {
      planned = true;
    }
  }

  private boolean governs(String kind, int token) {
    return words.cue(CUES + "governing." + kind, token);
  }

  /** What the word above says of the one below. Tells whether it is a word of saying, where the climb ends. */
  private boolean above(int token, int head) {
    boolean clause = tree.is(token, "xcomp") || tree.is(token, "ccomp") || tree.is(token, "acl") || tree.is(token, "obj")
        || isPassiveSubject(token) || tree.is(token, "csubj");
    boolean relative = tree.relation(token).equals("acl:relcl");
    probable |= isCharge(token, head);
    if (clause && !relative) {
      if (isDenial(token, head)) {
        return true;
      }
      if (tree.upos(head) == Upos.ADJ) {
        adjective(head); // "it is likely that"
        denied |= words.cue(CUES + "adjective.denied", head);
      } else if (words.isNoun(head)) {
        nounAbove(head);
        if (Speech.isNoun(words, head)) {
          return true;
        }
      } else {
        verbAbove(token, head);
        boolean said = Speech.isVerb(words, head) && (tree.is(token, "ccomp") || tree.is(token, "parataxis"));
        if (said) {
          return true;
        }
      }
    }
    if (tree.is(token, "parataxis") && Speech.isVerb(words, head)) {
      return true;
    }
    if (sharesMood(token)) {
      own(head, words.isNoun(head) && tree.find(head, "cop") < 0);
    }
    return false;
  }

  /** "Was accused of using X": no more than that is said. */
  private boolean isCharge(int token, int head) {
    int of = tree.find(token, "mark") >= 0 ? tree.find(token, "mark") : tree.find(token, "case");
    boolean charge = of >= 0 && CHARGED.contains(words.lower(of)) && (tree.is(token, "advcl") || tree.is(token, "obl") || tree.is(token, "xcomp"));
    return charge && words.cue("attribution.accuse", head) && tree.find(head, "aux:pass") >= 0;
  }

  private boolean isDenial(int token, int head) {
    boolean told = tree.is(token, "acl") && words.isVerb(token) && Speech.isNoun(words, head) && tree.is(head, "obj"); // "rejected claims that"
    boolean denies = told && words.cue("attribution.verbs.denial", tree.head(head))
        || words.cue("attribution.verbs.denial", head) && (tree.is(token, "ccomp") || tree.is(token, "obj") || tree.is(token, "xcomp"));
    denied |= denies;
    return denies;
  }

  private void nounAbove(int head) {
    planned |= words.cue(CUES + "nouns.planned", head) && !isUnderWay(head);
    denied |= words.cue(CUES + "nouns.planned", head) && Repulse.isBeaten(words, head); // "an attempt to storm it was repelled"
    possible |= words.cue(CUES + "nouns.possible", head);
    denied |= words.cue(CUES + "nouns.denied", head);
  }

  /** "launched a campaign of raids": what is begun is no mere plan. */
  private boolean isUnderWay(int noun) {
    int verb = tree.head(noun);
    return verb >= 0 && tree.is(noun, "obj") && words.isVerb(verb) && words.cue(CUES + "begun", verb) && words.cue(CUES + "deeds", noun);
  }

  private void verbAbove(int token, int head) {
    boolean finite = words.isVerb(token) && tree.find(token, "nsubj") >= 0;
    boolean bare = tree.find(head, "compound:prt") < 0; // to set off is not to set
    planned |= !finite && bare && (governs("planned", head) || governs("attempted", head));
    denied |= governs("denied", head);
    probable |= governs("probable", head);
    possible |= governs("possible", head) && !Speech.isVerb(words, head);
    probable |= tree.is(token, "xcomp") && tree.find(head, "aux:pass") >= 0 && governs("told", head); // "are said to have died"
  }

  /** A support verb, a control verb or a coordinated verb hands its mood down; a noun phrase does not. */
  private boolean sharesMood(int token) {
    return tree.is(token, "xcomp") || tree.is(token, "obj") || isPassiveSubject(token) || tree.is(token, "nsubj")
        || tree.is(token, "obl") && Set.of("under", "to").contains(words.preposition(token))
        || tree.is(token, "advcl") && !tree.xpos(token).equals("VB") && tree.find(token, "mark") < 0
        || (tree.is(token, "conj") && tree.find(token, "nsubj") < 0 && tree.find(token, "aux") < 0);
  }
}
