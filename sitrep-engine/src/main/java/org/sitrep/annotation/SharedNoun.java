package org.sitrep.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;

/** Reads owners that share one noun ("US, British and French forces"): all but the last, each as what it makes with that noun. */
final class SharedNoun {

  private final Actors actors;
  private final SyntaxTree tree;
  private final Words words;
  private final PartyReader reader;

  SharedNoun(Actors actors, SyntaxTree tree, Words words, PartyReader reader) {
    this.actors = actors;
    this.tree = tree;
    this.words = words;
    this.reader = reader;
  }

  /** The owner at a word, if the noun that it shares comes later; null where it shares none. */
  @Nullable Party read(int at) {
    Found<String> owner = owner(at);
    return owner == null || !isList(owner.end()) ? null : read(owner);
  }

  private @Nullable Party read(Found<String> owner) {
    int next = joined(owner.end());
    Found<String> other = next < 0 ? null : owner(next);
    if (other == null) {
      return null;
    }
    Party rest = read(other);
    if (rest == null) {
      rest = reader.ofOwner(other, other.first(), false);
    }
    if (rest == null || rest.ids().isEmpty() || !isMadeOf(rest.ids().getFirst(), other.first())) {
      return null;
    }
    String made = owner.first() + rest.ids().getFirst().substring(other.first().length());
    return actors.find(made).isEmpty() ? null : new Party(owner.end(), List.of(made), Form.SHARING);
  }

  /** Whether owners go on to one after "and" or "or": a comma alone parts more than lists. */
  private boolean isList(int at) {
    int next = joined(at);
    if (next < 0) {
      return false;
    }
    Found<String> other = owner(next);
    return other != null && (next > at || isList(other.end()));
  }

  private static boolean isMadeOf(String id, String owner) {
    return id.equals(owner) || id.startsWith(owner + '.');
  }

  /** A state's adjective, or its name in capitals, which serves as one. */
  private @Nullable Found<String> owner(int at) {
    if (at >= words.size() || !Character.isUpperCase(words.written(at).charAt(0))) {
      return null;
    }
    Found<String> nation = actors.nation(words, at).orElse(null);
    if (nation != null || !words.written(at).chars().allMatch(Character::isUpperCase)) {
      return nation;
    }
    return actors.name(words, at).filter(n -> actors.isState(n.first())).orElse(null);
  }

  /** The word after a comma, "and" or "or"; -1 where none of them stands there. */
  private int joined(int at) {
    if (at >= words.size()) {
      return -1;
    }
    String plain = words.plain(at);
    if (plain.equals("and") || plain.equals("or")) {
      return at + 1;
    }
    int token = words.token(at - 1) + 1;
    return words.token(at) > token && tree.form(token).equals(",") ? at : -1;
  }
}
