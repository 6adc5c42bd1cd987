package org.sitrep.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Frames;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Finds the words of happening in a sentence and the frame that each evokes. */
final class FrameMatcher {

  private static final int REACH = 16;
  private static final Set<String> ABOUT = Set.of("over", "of", "in", "on", "at", "around");
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "over", "to", "into", "in", "on", "at", "from", "under", "with", "against", "for", "towards");

  private final Frames frames;

  FrameMatcher(Frames frames) {
    this.frames = frames;
  }

  List<Predicate> find(Words words, Trail trail) {
    List<Predicate> found = new ArrayList<>();
    Grammar grammar = new Grammar(words);
    boolean[] taken = new boolean[words.tree.size()];
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        continue;
      }
      Predicate predicate = words.isVerb(i) ? verb(words, grammar, i, trail) : words.isNoun(i) ? noun(words, grammar, i, trail) : null;
      if (predicate != null) {
        found.add(predicate);
        predicate.trigger.forEach(t -> taken[t] = true);
      }
    }
    return found;
  }

  private @Nullable Predicate verb(Words words, Grammar grammar, int token, Trail trail) {
    SyntaxTree tree = words.tree;
    if (tree.is(token, "amod") || tree.is(token, "compound") || tree.is(token, "case")) {
      return null;
    }
    List<Frames.Match> matches = frames.verb(words.lemma(token));
    List<Frames.Match> incomplete = new ArrayList<>();
    for (Frames.Match match : matches) {
      List<Integer> trigger = others(words, token, match.trigger().others());
      if (trigger == null) {
        trigger = passive(words, grammar, token, match.trigger().others());
      }
      if (trigger == null) {
        incomplete.add(match);
        continue;
      }
      Arguments arguments = grammar.ofVerb(token, 0);
      complete(words, grammar, arguments, trigger, match.trigger().others());
      Misfit misfit = Misfit.ofVerb(words, match.frame(), arguments);
      if (misfit == null) {
        return new Predicate(words, token, match.frame(), trigger, arguments, false);
      }
      trail.misfit(words, token, match.frame(), misfit, arguments);
    }
    trail.unmatched(words, token, matches, incomplete);
    return null;
  }

  /** The tokens of a verb's further words, found to its right in order; null where one is missing. */
  private static @Nullable List<Integer> others(Words words, int verb, List<String> others) {
    List<Integer> trigger = new ArrayList<>();
    trigger.add(verb);
    int from = verb + 1;
    for (String other : others) {
      int at = next(words, verb, from, other);
      boolean apart = others.size() == 1 && PREPOSITIONS.contains(other) && at > verb + 1;
      if (at < 0 || apart || isPeaceful(words, at)) {
        return null;
      }
      trigger.add(at);
      from = at + 1;
    }
    return trigger;
  }

  /** "launched a rescue operation": the noun is of another kind than the trigger means. */
  private static boolean isPeaceful(Words words, int noun) {
    return words.isNoun(noun)
        && Arrays.stream(words.tree.dependents(noun)).anyMatch(d -> d < noun && words.cue("grammar.peaceful", d));
  }

  /** "Rockets were fired", "rockets fired from X": the noun that belongs to the verb stands before it. */
  private static @Nullable List<Integer> passive(Words words, Grammar grammar, int verb, List<String> others) {
    if (others.size() != 1 || PREPOSITIONS.contains(others.getFirst())) {
      return null;
    }
    Arguments arguments = grammar.ofVerb(verb, 0);
    int noun = arguments.passive && arguments.object >= 0 ? words.core(arguments.object) : -1;
    return noun >= 0 && words.lemma(noun).equals(others.getFirst()) ? List.of(verb, noun) : null;
  }

  private static int next(Words words, int verb, int from, String other) {
    int end = Math.min(words.tree.size(), verb + 1 + REACH);
    for (int i = from; i < end; i++) {
      boolean reflexive = other.equals("oneself") && words.lower(i).matches("(him|her|it)self|themselves|oneself");
      boolean counts = PREPOSITIONS.contains(other) && i + 1 < end && words.tree.upos(i + 1) == Upos.NUM && words.tree.upos(i) == Upos.ADV
          && !words.tree.relation(i).equals("compound:prt");
      if (counts) {
        return -1;
      }
      if (reflexive || words.lemma(i).equals(other) || words.lower(i).equals(other)) {
        return words.tree.under(i, verb) ? i : -1;
      }
      Upos tag = words.tree.upos(i);
      boolean aside = words.tree.form(i).equals(",") && words.lexicon.cue("grammar.outcome", other);
      if (tag == Upos.VERB && !words.tree.is(i, "amod") && !words.lexicon.cue("grammar.outcome", words.lemma(i)) || tag == Upos.PUNCT && !aside && !words.tree.xpos(i).equals("HYPH") || tag == Upos.SCONJ) {
        return -1;
      }
    }
    return -1;
  }

  /** "took control of X": what hangs on the noun belongs to the verb, and X is the object. */
  private static void complete(Words words, Grammar grammar, Arguments arguments, List<Integer> trigger, List<String> others) {
    for (int t : trigger.subList(1, trigger.size())) {
      if (words.isNoun(t)) {
        Arguments inner = grammar.ofNoun(t);
        inner.obliques.forEach(o -> arguments.add(o.preposition(), o.token()));
      }
    }
    boolean noun = others.size() > 1 && words.isNoun(trigger.get(trigger.size() - 2));
    boolean preposition = !others.isEmpty() && PREPOSITIONS.contains(others.getLast());
    if (preposition && (noun || others.size() == 1)) {
      List<Integer> phrases = arguments.in(others.getLast());
      boolean open = arguments.object < 0 || trigger.contains(arguments.object) || arguments.passive && others.size() > 1;
      if (!phrases.isEmpty() && open) {
        arguments.object = phrases.getFirst();
      }
    } else if (trigger.contains(arguments.object)) {
      arguments.object = onWhat(words, grammar, trigger);
    }
  }

  /** "consolidated gains over X", "fired rockets at X in Y": the first that the noun of the trigger is about; -1 where it says nothing. */
  private static int onWhat(Words words, Grammar grammar, List<Integer> trigger) {
    int noun = trigger.getLast();
    if (!words.isNoun(noun)) {
      return -1;
    }
    Arguments inner = grammar.ofNoun(noun);
    return inner.obliques.stream()
        .filter(o -> ABOUT.contains(o.preposition()) && words.isNamedPlace(o.token()) && !words.namesParty(o.token()))
        .mapToInt(Arguments.Oblique::token)
        .min()
        .orElse(-1);
  }

  private @Nullable Predicate noun(Words words, Grammar grammar, int token, Trail trail) {
    SyntaxTree tree = words.tree;
    if (words.actorAt(token).isPresent() || words.isNamedPlace(token) && tree.upos(token) == Upos.PROPN) {
      return null;
    }
    if (tree.is(token, "compound") && words.isNoun(tree.head(token))) {
      return null;
    }
    List<Frames.Match> matches = frames.noun(words.lemma(token));
    List<Frames.Match> incomplete = new ArrayList<>();
    for (Frames.Match match : matches) {
      List<Integer> trigger = before(words, token, match.trigger().others());
      if (trigger == null) {
        incomplete.add(match);
        continue;
      }
      Arguments arguments = grammar.ofNoun(token);
      Misfit misfit = Misfit.ofNoun(words, match.frame(), arguments);
      if (misfit == null) {
        return new Predicate(words, token, match.frame(), trigger, arguments, true);
      }
      trail.misfit(words, token, match.frame(), misfit, arguments);
    }
    trail.unmatched(words, token, matches, incomplete);
    return null;
  }

  /** The tokens of the words before a noun ("air" before "strike"), hyphens left out. */
  private static @Nullable List<Integer> before(Words words, int noun, List<String> others) {
    List<Integer> trigger = new ArrayList<>();
    trigger.add(noun);
    int at = noun - 1;
    for (int k = others.size() - 1; k >= 0; k--) {
      if (at >= 0 && words.lower(at).equals("-")) {
        at--;
      }
      String other = others.get(k);
      if (at < 0 || !(words.lemma(at).equals(other) || words.lower(at).equals(other))) {
        return null;
      }
      trigger.add(at--);
    }
    return trigger;
  }
}
