package org.sitrep.discourse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.PlaceWords;
import org.sitrep.knowledge.Places;

/**
 * Readers write names of towns and the letters of parties small. Gives towns of the packs' countries and parties that go
 * by their letters their capitals, so that the coder finds them; no character is added or lost. Small words and words of the language stay as they are.
 */
final class Capitals {

  private static final Pattern WORDS =
      Pattern.compile("(?<![\\p{L}\\p{N}'’@/.])(\\p{Ll}{3,})(?:([ -])(\\p{Ll}{2,}))?(?![\\p{L}\\p{N}/@])");
  private static final int SHORTEST = 4;
  private static final int LONGEST_LETTERS = 5;

  private final Knowledge knowledge;
  private final Places places;

  Capitals(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.places = knowledge.places();
  }

  String restore(String text) {
    StringBuilder out = new StringBuilder(text);
    Matcher m = WORDS.matcher(text);
    int from = 0;
    while (m.find(from)) {
      boolean two = m.group(3) != null;
      if (two && isTown(m.group(1) + " " + m.group(3)) && !(isWord(m.group(1)) && isWord(m.group(3)))) {
        raise(out, m.start(1));
        raise(out, m.start(3));
        from = m.end();
        continue;
      }
      if (isLetters(m.group(1))) {
        for (int i = m.start(1); i < m.end(1); i++) {
          raise(out, i);
        }
      } else if (m.group(1).length() >= SHORTEST && !isWord(m.group(1)) && isTown(m.group(1))) {
        raise(out, m.start(1));
      }
      from = two ? m.start(3) : m.end();
    }
    return out.toString();
  }

  private boolean isWord(String word) {
    return places.words().is(PlaceWords.Kind.NEVER, word);
  }

  /** Whether a party goes by these letters. */
  private boolean isLetters(String word) {
    return word.length() <= LONGEST_LETTERS
        && !knowledge.discussionWords().noLetters().contains(word)
        && !knowledge.actors().named(word.toUpperCase(Locale.ROOT)).isEmpty();
  }

  private boolean isTown(String name) {
    List<Place> found = places.listExact(name).stream().map(c -> c.place()).toList();
    return found.stream()
        .anyMatch(
            p ->
                (p.feature() == Place.Feature.CITY || p.feature() == Place.Feature.TOWN)
                    && places.focus().contains(p.country()));
  }

  private static void raise(StringBuilder text, int at) {
    text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
  }
}
