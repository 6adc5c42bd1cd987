package org.sitrep.annotation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Roles;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads persons as parties: those whom the packs know, and those of rank or office ("Russian Lieutenant General X",
 * "coalition spokesman Y", "Z, a commander of the front"). The party's id is that of the state or body named with them.
 */
final class PersonReader {

  private static final int LONGEST_NAME = 6;
  private static final int APPOSITION = 8;
  private static final Set<String> PARTICLES = Set.of("bin", "ibn", "abu", "al", "el", "van", "de", "von", "s");

  private final Actors actors;
  private final Roles roles;
  private final SyntaxTree tree;
  private final Words words;

  PersonReader(Actors actors, SyntaxTree tree, Words words) {
    this.actors = actors;
    this.roles = actors.roles();
    this.tree = tree;
    this.words = words;
  }

  /** The person who starts at a word, with rank and nationality; null where none does. */
  @Nullable Party read(int at) {
    Found<String> known = actors.person(words, at).orElse(null);
    if (known != null) {
      return isPerson(at, known.end()) ? new Party(nameEnd(at, known.end()), known.values(), Form.NAME) : null;
    }
    Found<String> owner = actors.nation(words, at).or(() -> actors.name(words, at)).orElse(null);
    int rank = owner == null ? at : skipModifiers(owner.end());
    int afterRank = ranks(rank);
    if (afterRank == rank) {
      return null;
    }
    int end = nameEnd(afterRank, afterRank);
    if (end == afterRank || actors.name(words, afterRank).isPresent()) {
      return null;
    }
    Found<String> person = actors.person(words, afterRank).orElse(null);
    if (person != null) {
      return new Party(end, person.values(), Form.NAME);
    }
    if (owner != null) {
      return new Party(end, owned(owner.values(), rank), Form.NAME);
    }
    return new Party(end, bodyAfter(end), Form.NAME);
  }

  /** Whether a known surname stands alone or with a name of that person, not inside a longer name of something else. */
  private boolean isPerson(int at, int end) {
    boolean hyphenated = words.hyphenAfter(end - 1);
    return !hyphenated && actors.name(words, at).isEmpty();
  }

  private int skipModifiers(int at) {
    int i = at;
    while (i < words.size()
        && roles.rank(words, i).isEmpty()
        && i - at < 3
        && (words.isPossessive(i)
            || tree.is(words.token(i), "compound")
            || tree.is(words.token(i), "amod")
            || words.hyphenAfter(i - 1))) {
      i++;
    }
    return i;
  }

  /** One past the last word of rank or office from {@code at}. */
  private int ranks(int at) {
    int i = at;
    while (i < words.size()) {
      Found<String> rank = roles.rank(words, i).orElse(null);
      if (rank == null) {
        break;
      }
      i = rank.end();
    }
    return i;
  }

  /** One past the last word of the personal name that starts at {@code at}, or {@code at}. */
  private int nameEnd(int at, int from) {
    int end = from;
    for (int i = from; i < words.size() && i - at < LONGEST_NAME; i++) {
      if (i > at && words.token(i) > words.token(i - 1) + 1 && !words.hyphenAfter(i - 1)) {
        break;
      }
      boolean capital = Character.isUpperCase(words.written(i).charAt(0));
      boolean name = tree.upos(words.token(i)) == Upos.PROPN || tree.is(words.token(i), "flat");
      if (capital && name && !words.isPossessive(i)) {
        end = i + 1;
      } else if (words.isPossessive(i) || !PARTICLES.contains(words.plain(i))) {
        break;
      }
    }
    return end;
  }

  /** The party within a state or group that a rank belongs to. */
  private List<String> owned(List<String> owners, int rank) {
    Found<Roles.Head> head = null;
    for (int i = rank; i < ranks(rank); i++) {
      Found<Roles.Head> next = roles.head(words, i).orElse(null);
      head = next != null && !next.first().state().isEmpty() ? next : head;
    }
    Found<Roles.Head> office = head;
    return owners.stream()
        .map(o -> office == null || !actors.isState(o) ? o : roles.compose(o, office.first().state()))
        .toList();
  }

  /** The body in "X, spokesman for the coalition" or "X of the front". */
  private List<String> bodyAfter(int end) {
    for (int i = end; i + 1 < words.size() && i - end < APPOSITION; i++) {
      String word = words.plain(i);
      if (tree.upos(words.token(i)) == Upos.VERB) {
        break;
      }
      if (word.equals("of") || word.equals("for") || word.equals("from")) {
        int after = words.plain(i + 1).equals("the") ? i + 2 : i + 1;
        boolean near = i == end || roles.rank(words, i - 1).isPresent();
        if (near && after < words.size()) {
          return actors.name(words, after).map(Found::values).orElse(List.of());
        }
      }
    }
    return List.of();
  }
}
