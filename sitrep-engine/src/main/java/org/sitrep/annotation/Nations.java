package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.SyntaxTree;

/** Which words of a sentence are adjectives of states and peoples ("Iraqi"): they name no place by themselves. */
final class Nations {

  private final boolean[] adjective;
  private final String[] state;

  Nations(SyntaxTree tree, Actors actors) {
    int n = tree.size();
    adjective = new boolean[n];
    state = new String[n];
    List<String> forms = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      forms.add(tree.form(i));
    }
    Words words = Words.of(forms);
    for (int at = 0; at < words.size(); at++) {
      Optional<Found<String>> found = actors.nation(words, at);
      if (found.isPresent() && PlaceNames.isCapital(tree.form(words.token(at)))) {
        mark(words, at, found.get(), actors);
      }
    }
  }

  private void mark(Words words, int at, Found<String> found, Actors actors) {
    for (int i = at; i < found.end(); i++) {
      int token = words.token(i);
      adjective[token] = true;
      found.values().stream().filter(actors::isState).findFirst().ifPresent(s -> state[token] = s);
    }
  }

  boolean has(int token) {
    return token >= 0 && token < adjective.length && adjective[token];
  }

  /** The id of the state whose adjective stands at a token. */
  Optional<String> state(int token) {
    return Optional.ofNullable(state[token]);
  }
}
