package org.sitrep.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.mention.SyntaxTree;

/**
 * Joins predicates of one sentence that tell of one happening: "shelling killed three", "died in clashes",
 * "bombed the town, killing five", "an attack that left ten dead".
 */
final class Merger {

  private static final Set<String> CAUSES =
      Set.of("in", "by", "during", "from", "due to", "as result of", "as a result of", "because of", "after", "following",
          "with", "under", "amid", "through", "when", "as result", "result of", "of");

  private static final Set<String> WHEN = Set.of("when", "as", "after", "while");

  private final List<Predicate> predicates;
  private final Map<Integer, Predicate> byToken = new HashMap<>();

  private Merger(List<Predicate> predicates) {
    this.predicates = predicates;
    for (Predicate p : predicates) {
      p.trigger.forEach(t -> byToken.put(t, p));
    }
  }

  static void join(List<Predicate> predicates) {
    Merger merger = new Merger(predicates);
    predicates.forEach(merger::place);
    predicates.forEach(merger::follow);
    predicates.forEach(Merger::settleType);
  }

  private static boolean isAttack(Predicate p) {
    return p.frame.type().family().equals("fight") && p.frame.fate().isEmpty()
        && !p.frame.type().id().equals("destruction") && !p.frame.type().id().equals("killing");
  }

  private static boolean isEffect(Predicate p) {
    return p.frame.byMeans();
  }

  private void place(Predicate p) {
    if (!isEffect(p)) {
      return;
    }
    Predicate event = eventAmongArguments(p);
    if (event == null && p.frame.fate().isPresent() && !isAttack(p)) {
      event = toldInClause(p);
      event = event == null ? happenedWith(p) : event;
    }
    if (event != null) {
      p.joinTo(event.top());
      return;
    }
    Predicate described = describing(p);
    if (described != null) {
      p.joinTo(described.top());
      return;
    }
    if (!isAttack(p) || isParticiple(p)) {
      Predicate above = above(p);
      if (above == null) {
        above = caused(p);
      }
      if (above != null) {
        p.joinTo(above.top());
      }
    }
  }

  /** "Two were killed and three wounded in the raid": outcomes told in one breath belong together. */
  private void follow(Predicate p) {
    if (!isEffect(p) || isAttack(p)) {
      return;
    }
    Predicate first = byToken.get(joinedTo(p));
    if (first == null || ownPlace(p) && (ownPlace(first) || p.host != null) || first == p || !isEffect(first) || isAttack(first) || first.nominal != p.nominal) {
      return;
    }
    if (p.host == null) {
      p.joinTo(first.top());
    } else if (first.host == null && (!ownPlace(first) || !ownPlace(p))) {
      first.joinTo(p.top());
    }
  }

  /** The verb that an outcome is joined to, be it through what it befell ("and their car destroyed"); -1 where there is none. */
  private static int joinedTo(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int joined = tree.relation(p.token).equals("acl") ? tree.head(p.token) : p.token;
    return joined >= 0 && tree.is(joined, "conj") ? tree.head(joined) : -1;
  }

  /** "Shells fired from X fell in Y": the attack that its weapon is also told of. */
  private @Nullable Predicate describing(Predicate p) {
    SyntaxTree tree = p.words.tree;
    if (p.nominal || !isAttack(p) || !tree.relation(p.token).equals("acl")) {
      return null;
    }
    int noun = tree.head(p.token);
    for (Predicate other : predicates) {
      boolean same = other.arguments.subject == noun || other.arguments.object == noun;
      if (other != p && !other.nominal && isAttack(other) && same && other.host != p) {
        return other;
      }
    }
    return null;
  }

  /** "..., targeting a convoy": part of the attack told above. */
  private static boolean isParticiple(Predicate p) {
    SyntaxTree tree = p.words.tree;
    return !p.nominal && tree.xpos(p.token).equals("VBG") && (tree.is(p.token, "advcl") || tree.is(p.token, "acl"));
  }

  /** An event noun as subject, agent or cause of the effect. */
  private @Nullable Predicate eventAmongArguments(Predicate p) {
    Predicate event = nominalAttack(p, p.arguments.subject);
    for (int agent : p.arguments.agents) {
      event = event == null ? nominalAttack(p, agent) : event;
    }
    boolean bare = p.nominal && isAttack(p);
    for (Arguments.Oblique o : p.arguments.obliques) {
      boolean aside = o.preposition().equals("during") && p.frame.fate().isEmpty();
      boolean result = o.preposition().equals("as") && p.words.cue("grammar.result", o.token());
      if (event == null && !bare && !aside && (result || CAUSES.contains(o.preposition()))) {
        event = nominalAttack(p, o.token());
      }
    }
    return event;
  }

  /** "Two were killed when a mine exploded": the attack in a clause of time or reason. */
  private @Nullable Predicate toldInClause(Predicate p) {
    SyntaxTree tree = p.words.tree;
    for (int d : tree.dependents(p.token)) {
      if (!tree.is(d, "advcl") || !isWhen(p.words, d)) {
        continue;
      }
      Predicate found = byToken.get(d);
      Predicate attack = found != null && isAttack(found) ? found : carriedBy(p, d);
      if (attack != null && attack.top() != p && attack != p.host) {
        return attack;
      }
    }
    return null;
  }

  /** "Two were killed and damage occurred in a raid": the attack that the second half names. */
  private @Nullable Predicate happenedWith(Predicate p) {
    SyntaxTree tree = p.words.tree;
    for (int d : tree.list(p.token, "conj")) {
      if (!p.words.cue("grammar.support.happen", d) || byToken.containsKey(d) || ownPlace(p)) {
        continue;
      }
      for (int o : tree.list(d, "obl")) {
        Predicate attack = CAUSES.contains(p.words.preposition(o)) ? nominalAttack(p, o) : null;
        if (attack != null) {
          return attack;
        }
      }
    }
    return null;
  }

  private static boolean isWhen(Words words, int clause) {
    for (int d : words.tree.dependents(clause)) {
      if ((words.tree.is(d, "mark") || words.tree.is(d, "advmod")) && WHEN.contains(words.lower(d))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Predicate nominalAttack(Predicate of, int token) {
    if (token < 0) {
      return null;
    }
    Predicate found = byToken.get(token);
    if (found == null) {
      for (int d : of.words.tree.dependents(token)) {
        if (of.words.tree.is(d, "nmod") && of.words.hasCase(d, Set.of("of")) && byToken.containsKey(d)) {
          found = byToken.get(d);
        }
      }
    }
    return found != null && found != of && found.nominal && isAttack(found) ? found : null;
  }

  /** The attack whose outcome the effect states, in the clause above or beside it. */
  private @Nullable Predicate above(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int token = p.token;
    for (int i = 0; i < 4 && token >= 0; i++) {
      int head = tree.head(token);
      if (head < 0) {
        return null;
      }
      boolean result = tree.is(token, "advcl") || tree.is(token, "acl") || tree.is(token, "conj") || tree.is(token, "xcomp")
          || tree.is(token, "obl") || tree.is(token, "parataxis") || tree.is(token, "nmod") || tree.is(token, "obj");
      boolean said = tree.is(token, "xcomp") && Speech.isVerb(p.words, head); // "claimed to have killed"
      if (!result || said || (tree.is(token, "conj") && ownPlace(p))) {
        return null;
      }
      Predicate found = byToken.get(head);
      if (found != null && found != p && isAttack(found.top())) {
        return found;
      }
      Predicate carried = carriedBy(p, head);
      if (carried != null) {
        return carried;
      }
      token = head;
    }
    return null;
  }

  /** "..., which led to the death of five": the outcome of the attack told before it in the sentence. */
  private @Nullable Predicate caused(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int token = p.token;
    for (int i = 0; i < 4 && token >= 0 && !p.words.cue("grammar.cause", token); i++) {
      token = tree.head(token);
    }
    if (token < 0 || !p.words.cue("grammar.cause", token)) {
      return null;
    }
    Predicate nearest = null;
    int told = told(p);
    for (Predicate other : predicates) {
      boolean within = told < 0 || tree.under(other.token, told) || other.token > tree.head(told); // "repelled the attack and claimed that they killed ten"
      if (other != p && other.host != p && within && isAttack(other.top()) && other.token < token) {
        nearest = other;
      }
    }
    return nearest;
  }

  /** The head of the clause that somebody tells and that a predicate stands in; -1 where nobody does. */
  private static int told(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int at = p.token;
    for (int i = 0; i < tree.size() && tree.head(at) >= 0; i++) {
      if ((tree.is(at, "ccomp") || tree.is(at, "xcomp")) && Speech.isVerb(p.words, tree.head(at))) {
        return at;
      }
      at = tree.head(at);
    }
    return -1;
  }

  /** "launched an attack, killing five": the verb above carries an event noun. */
  private @Nullable Predicate carriedBy(Predicate p, int verb) {
    for (int d : p.words.tree.dependents(verb)) {
      Predicate found = byToken.get(d);
      boolean argument = p.words.tree.is(d, "obj") || p.words.tree.is(d, "nsubj");
      if (argument && found != null && found != p && found.nominal && isAttack(found)) {
        return found;
      }
    }
    return null;
  }

  private static boolean ownPlace(Predicate p) {
    return p.arguments.obliques.stream().anyMatch(o -> p.words.isNamedPlace(o.token()))
        || (p.arguments.object >= 0 && p.words.isNamedPlace(p.arguments.object));
  }

  /** A host that leaves its type to the means takes it from what adds to it. */
  private static void settleType(Predicate p) {
    if (p.host == null && !p.meansStated && p.frame.byMeans()) {
      for (Predicate effect : p.effects) {
        if (effect.meansStated) {
          p.type = effect.type;
          p.meansStated = true;
          return;
        }
      }
    }
  }
}
