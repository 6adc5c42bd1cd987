package org.sitrep.coding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Words of happening that say of nothing that it happened, was denied or is planned: questions, habits, aims, mere descriptions. */
final class Unsaid {

  private static final int CLIMB = 8;
  private static final String CUES = "certainty.";
  private static final Set<String> PRESENT = Set.of("VBP", "VBZ");
  private static final Set<String> BARE = Set.of("VB", "VBG");
  private static final Set<String> BOUNDS = Set.of("within", "inside", "outside", "beyond");
  private static final Set<String> CONDITIONS = Set.of("into", "under", "short of");
  private static final Set<String> INTO = Set.of("in", "into");
  private static final Set<String> OPPOSING = Set.of("against", "with", "between");

  private Unsaid() {}

  /** Why a predicate says of nothing that it happened; null where it does. */
  static @Nullable String why(Predicate p, List<Predicate> predicates) {
    if (isAsked(p)) {
      return "only asks whether it happened";
    }
    if (isMerePurpose(p)) {
      return "states an aim that nobody has announced";
    }
    if (isJudged(p)) {
      return "judges such a deed, without saying that it was done";
    }
    if (isUnreal(p)) {
      return "speaks of a habit, or of what is to be averted";
    }
    if (isWhereItLies(p)) {
      return "says where a place lies or what it came to";
    }
    if (p.effects.isEmpty()) {
      String mere = mere(p);
      if (mere != null) {
        return mere;
      }
    }
    return isCircumstance(p, predicates) ? "only frames what another word tells" : null;
  }

  /** Why a predicate to which no other adds only describes; null where it tells. */
  private static @Nullable String mere(Predicate p) {
    if (isBecoming(p)) {
      return "says what became of it, with an adjective";
    }
    if (isInTheAir(p)) {
      return "fires where nobody is";
    }
    if (isVictims(p)) {
      return "names those whom it befell, without telling of it";
    }
    return isStatus(p) ? "says who they are, not that they fought" : null;
  }

  /** "The town falls within the zone", "fell into chaos". */
  private static boolean isWhereItLies(Predicate p) {
    boolean place = !p.nominal && p.arguments.subject >= 0 && p.words.is(p.arguments.subject, "place") && p.arguments.object < 0;
    boolean present = PRESENT.contains(p.words.tree.xpos(p.token));
    return place && p.arguments.obliques.stream().anyMatch(o -> present && BOUNDS.contains(o.preposition()) || CONDITIONS.contains(o.preposition()));
  }

  /** "The town fell silent". */
  private static boolean isBecoming(Predicate p) {
    int complement = p.words.tree.find(p.token, "xcomp");
    return !p.nominal && complement == p.token + 1 && p.arguments.object < 0 && p.words.tree.upos(complement) == Upos.ADJ
        && p.frame.fate().isEmpty();
  }

  /** "Fired his gun into the air". */
  private static boolean isInTheAir(Predicate p) {
    return !p.nominal && p.arguments.obliques.stream()
        .anyMatch(o -> o.token() > p.token && INTO.contains(o.preposition()) && p.words.cue("grammar.skyward", o.token()));
  }

  /** "The families of those killed": whom it befell, where nobody counts them. */
  private static boolean isVictims(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int whom = tree.head(p.token);
    boolean anyone = !p.nominal && tree.relation(p.token).equals("acl") && p.frame.fate().isPresent() && whom >= 0
        && p.words.cue("grammar.anyone", whom);
    boolean placed = p.arguments.obliques.stream().anyMatch(o -> p.words.isNamedPlace(o.token()));
    return anyone && !placed && p.words.sentence.list(Mention.OfCount.class).isEmpty();
  }

  /** "Citizens fighting in X": a participle of fighting against nobody only says who is meant. */
  private static boolean isStatus(Predicate p) {
    boolean participle = !p.nominal && p.words.tree.relation(p.token).equals("acl") && p.words.tree.xpos(p.token).equals("VBG");
    boolean opponent = p.arguments.object >= 0 || p.arguments.obliques.stream().anyMatch(o -> OPPOSING.contains(o.preposition()));
    return participle && p.type.equals("clash") && !opponent;
  }

  /** "during an operation in X": where an event noun only frames another predicate, that one tells it all. */
  private static boolean isCircumstance(Predicate p, List<Predicate> predicates) {
    if (!p.nominal || !p.effects.isEmpty() || !p.words.tree.is(p.token, "obl")) {
      return false;
    }
    int head = p.words.tree.head(p.token);
    boolean framed = predicates.stream().anyMatch(q -> q != p && (q.token == head || p.words.tree.is(head, "xcomp") && q.token == p.words.tree.head(head)));
    boolean party = !p.arguments.possessors.isEmpty() || !p.arguments.agents.isEmpty() || p.arguments.subject >= 0
        || p.arguments.obliques.stream().anyMatch(o -> p.words.is(o.token(), "party") && List.of("with", "between", "against", "on").contains(o.preposition()));
    return framed && !party;
  }

  /** Whether a predicate only states an aim that nobody has announced: "a campaign to liberate X". */
  private static boolean isMerePurpose(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int token = p.token;
    boolean infinitive = !p.nominal && tree.xpos(token).equals("VB") && tree.list(token, "mark").stream().anyMatch(m -> p.words.lower(m).equals("to"));
    if (!infinitive) {
      return false;
    }
    if (tree.is(token, "advcl")) {
      return !p.words.cue("grammar.instrument", tree.head(token));
    }
    return tree.is(token, "acl") && !p.words.cue(CUES + "nouns.planned", tree.head(token)) && !p.words.cue(CUES + "nouns.denied", tree.head(token));
  }

  /** "efforts to prevent attacks", "often target": of no happening is anything said. */
  private static boolean isUnreal(Predicate p) {
    SyntaxTree tree = p.words.tree;
    boolean habit = PRESENT.contains(tree.xpos(p.token)) && p.words.isHabit(p.token) || isOfContinent(p);
    int at = p.token;
    for (int i = 0; i < CLIMB && tree.head(at) >= 0; i++) {
      at = tree.head(at);
      if (BARE.contains(tree.xpos(at)) && p.words.cue(CUES + "averting", at) && !p.words.isVerb(p.token)) {
        return true;
      }
    }
    return habit;
  }

  /** "They carry out attacks in Europe": of a whole continent, the present tense tells what they are wont to do. */
  private static boolean isOfContinent(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int verb = p.nominal && tree.is(p.token, "obj") ? tree.head(p.token) : p.token;
    boolean wont = tree.is(verb, "conj") ? isPresent(p.words, tree.head(verb)) && isPresent(p.words, verb) : isPresent(p.words, verb);
    return wont && p.frame.type().family().equals("fight")
        && p.arguments.all().stream().anyMatch(t -> p.words.cue("grammar.continent", t));
  }

  /** A verb in the present tense, which the tagger may take for an infinitive. */
  private static boolean isPresent(Words words, int verb) {
    SyntaxTree tree = words.tree;
    boolean bare = tree.xpos(verb).equals("VB") && tree.find(verb, "mark") < 0 && !tree.is(verb, "xcomp");
    return words.isVerb(verb) && (bare || PRESENT.contains(tree.xpos(verb))) && tree.find(verb, "aux") < 0;
  }

  /** "Bringing them back is not easy": a deed that is only judged. */
  private static boolean isJudged(Predicate p) {
    SyntaxTree tree = p.words.tree;
    boolean unbound = BARE.contains(tree.xpos(p.token)) && tree.find(p.token, "nsubj") < 0;
    return !p.nominal && unbound && tree.is(p.token, "csubj") && tree.head(p.token) >= 0 && tree.find(tree.head(p.token), "cop") >= 0;
  }

  /** "whether any civilians were killed": a question that the text leaves open. */
  private static boolean isAsked(Predicate p) {
    return p.words.tree.list(p.token, "mark").stream().anyMatch(m -> p.words.lower(m).equals("whether"));
  }
}
