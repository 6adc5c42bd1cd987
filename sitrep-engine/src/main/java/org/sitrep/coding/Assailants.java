package org.sitrep.coding;

import java.util.List;
import java.util.Set;

/** "An attack of X on Y": where a noun of attack has both, "of" names whose it is. */
final class Assailants {

  private static final Set<String> AGAINST = Set.of("on", "against", "upon");

  private Assailants() {}

  /** Makes the party after "of" the doer, and takes what is attacked from it where the parser hung it there. */
  static void find(Predicate p) {
    Arguments args = p.arguments;
    boolean attack = p.nominal && p.frame.type().family().equals("fight") && p.frame.roles("actor").contains("by");
    if (!attack || !args.agents.isEmpty() || !args.possessors.isEmpty()) {
      return;
    }
    for (int of : args.in("of")) {
      List<Arguments.Oblique> aimed = aims(p.words, args, of);
      if (!aimed.isEmpty() && (p.words.is(of, "party") || p.words.is(of, "armed"))) {
        args.obliques.removeIf(o -> o.token() == of);
        args.agents.add(of);
        aimed.forEach(a -> args.add(a.preposition(), a.token()));
        return;
      }
    }
  }

  private static List<Arguments.Oblique> aims(Words words, Arguments args, int of) {
    List<Arguments.Oblique> own = args.obliques.stream().filter(o -> isAim(words, o.preposition(), o.token()) && o.token() > of).toList();
    return !own.isEmpty() ? own
        : words.tree.list(of, "nmod").stream()
            .filter(d -> isAim(words, words.preposition(d), d))
            .map(d -> new Arguments.Oblique(words.preposition(d), d))
            .toList();
  }

  private static boolean isAim(Words words, String preposition, int token) {
    return AGAINST.contains(preposition) && !words.isTime(token)
        && (words.isNamedPlace(token) || words.is(token, "party") || words.is(token, "people") || words.is(token, "place") || words.is(token, "structure")
            || words.placeAt(token).isPresent());
  }
}
