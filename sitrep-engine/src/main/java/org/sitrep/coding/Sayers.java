package org.sitrep.coding;

import java.util.List;
import java.util.Set;
import org.sitrep.mention.SyntaxTree;

/** Who speaks: the phrase behind a verb of saying or a noun that holds words, by grammar. Tokens; -1 is nobody. */
final class Sayers {

  private static final Set<String> AUTHOR = Set.of("by", "from");
  private static final Set<String> OWNER = Set.of("by", "from", "of");
  private static final Set<String> ORIGIN = Set.of("in", "among", "on");

  private final Words words;
  private final SyntaxTree tree;
  private final Grammar grammar;

  Sayers(Words words) {
    this.words = words;
    this.tree = words.tree;
    this.grammar = new Grammar(words);
  }

  /** Who says what a verb reports. */
  int ofVerb(int verb) {
    int quoted = quoted(verb);
    if (quoted >= 0) {
      return quoted;
    }
    int outer = goingOn(verb);
    if (outer >= 0) {
      return ofVerb(outer);
    }
    Arguments args = grammar.ofVerb(verb, 0);
    if (args.passive) {
      return args.agents.isEmpty() ? -1 : args.agents.getFirst();
    }
    return args.subject >= 0 && tree.find(verb, "nsubj") >= 0 ? args.subject : inverted(verb, args);
  }

  /** "X said that Y fell, adding that ...": whoever says the one says the other, wherever the parser hung it; else -1. */
  private int goingOn(int verb) {
    int head = tree.head(verb);
    boolean participle = tree.is(verb, "advcl") && tree.xpos(verb).equals("VBG") && tree.find(verb, "nsubj") < 0 && verb > 0
        && tree.is(verb - 1, "punct") && Speech.isVerb(words, verb);
    if (!participle || head < 0) {
      return -1;
    }
    int clause = tree.is(head, "conj") ? tree.head(head) : head;
    int above = tree.is(clause, "ccomp") ? tree.head(clause) : -1;
    return above >= 0 && above < verb && Speech.isVerb(words, above) ? above : -1;
  }

  /** "A colonel was quoted as saying", "the agency quoted a colonel as saying": the colonel says it. */
  private int quoted(int verb) {
    int head = tree.head(verb);
    if (head < 0 || !tree.is(verb, "advcl") || !isAfterAs(verb) || !words.cue("attribution.citing", head)) {
      return -1;
    }
    Arguments outer = grammar.ofVerb(head, 0);
    return outer.object;
  }

  /** "as the agency reported", "quoted as saying". */
  boolean isAfterAs(int verb) {
    int mark = tree.find(verb, "mark");
    return mark >= 0 && words.lower(mark).equals("as");
  }

  /** "..., replied the colonel": a speaker after the verb may look like its object. */
  private int inverted(int verb, Arguments args) {
    int object = tree.find(verb, "obj");
    boolean set = verb > 0 && object > verb && tree.is(verb - 1, "punct") && Speech.canSpeak(words, object) && !Speech.isSelf(words, object);
    return set && Speech.isVerb(words, verb) && !tree.xpos(verb).equals("VBG") ? object : args.subject;
  }

  /** Whoever a phrase names as the one who speaks: for a noun that holds words and is no known source, its author. */
  int author(int token) {
    return Speech.isNoun(words, token) && words.sourceAt(token).isEmpty() ? behind(token) : token;
  }

  /**
   * Who stands behind a noun that holds words: "a statement by X", "X's report", "reports in X media", "X issued a
   * statement"; the noun itself where nobody is named.
   */
  int behind(int noun) {
    for (int d : tree.dependents(noun)) {
      if (tree.relation(d).equals("nmod:poss") || tree.is(d, "compound") && isNamed(d)) {
        if (Speech.canSpeak(words, d) && !Speech.isSelf(words, d)) {
          return d;
        }
      }
    }
    int author = phrase(noun, words.cue("attribution.owned", noun) ? OWNER : AUTHOR);
    author = author >= 0 ? author : phrase(noun, ORIGIN);
    author = author >= 0 ? author : beside(noun);
    if (author >= 0) {
      return author;
    }
    int maker = maker(noun);
    return maker >= 0 ? maker : noun;
  }

  /** "according to reports in X media": the phrase right after the noun, wherever the parser hung it. */
  private int beside(int noun) {
    for (int d : tree.head(noun) < 0 ? List.<Integer>of() : tree.list(tree.head(noun), "obl")) {
      boolean next = tree.find(d, "case") == noun + 1 && ORIGIN.contains(words.lower(noun + 1));
      if (next && Speech.canSpeak(words, d) && !words.isNamedPlace(d)) {
        return d;
      }
    }
    return -1;
  }

  private boolean isNamed(int token) {
    return words.sourceAt(token).isPresent() || words.actorAt(token).isPresent();
  }

  private int phrase(int noun, Set<String> prepositions) {
    for (int d : tree.dependents(noun)) {
      if (tree.is(d, "nmod") && words.hasCase(d, prepositions) && Speech.canSpeak(words, d) && !words.isNamedPlace(d)) {
        return d;
      }
    }
    for (int d : tree.dependents(noun)) {
      if (tree.is(d, "acl") && words.isVerb(d)) {
        int author = ofParticiple(d, prepositions);
        if (author >= 0) {
          return author;
        }
      }
    }
    return -1;
  }

  /** "a statement issued by X", "footage circulated on X's page", "reports circulating in X media". */
  private int ofParticiple(int verb, Set<String> prepositions) {
    Arguments args = grammar.ofVerb(verb, 0);
    if (!args.agents.isEmpty()) {
      return args.agents.getFirst();
    }
    boolean goesRound = words.cue("attribution.going_round", verb);
    for (Arguments.Oblique o : args.obliques) {
      boolean origin = args.passive || goesRound && words.sourceAt(o.token()).isPresent();
      if (origin && prepositions.contains(o.preposition()) && Speech.canSpeak(words, o.token()) && !words.isNamedPlace(o.token())) {
        return o.token();
      }
    }
    return -1;
  }

  /** "X issued a statement saying": who brings the noun forward. */
  private int maker(int noun) {
    int verb = tree.head(noun);
    if (verb < 0 || !tree.relation(noun).equals("obj") || !words.isVerb(verb)) {
      return -1;
    }
    int subject = grammar.ofVerb(verb, 0).subject;
    boolean makes = words.cue("attribution.making", verb) || words.cue("attribution.publish", verb);
    return makes && subject >= 0 && Speech.canSpeak(words, subject) && !Speech.isSelf(words, subject) ? subject : -1;
  }
}
