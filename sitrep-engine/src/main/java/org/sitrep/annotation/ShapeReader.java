package org.sitrep.annotation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Roles;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Reads capitalised names that no pack knows as parties where a word of theirs says so ("the Free Eagles Brigade"). */
final class ShapeReader {

  private static final Pattern ORDINAL = Pattern.compile("\\d+(st|nd|rd|th)");
  private static final int LONGEST = 8;
  private static final int LONGEST_FIRST = 5;
  private static final Set<String> JOINTS = Set.of("of", "the", "wa", "wal", "ibn", "bin", "al", "el");

  private final Roles roles;
  private final SyntaxTree tree;
  private final Words words;

  ShapeReader(Actors actors, SyntaxTree tree, Words words) {
    this.roles = actors.roles();
    this.tree = tree;
    this.words = words;
  }

  /**
   * The unknown party that starts at a word; null where there is none, or where the packs know one that reaches as far.
   *
   * @param known what the packs know there
   * @param reader finds what they know further on
   */
  @Nullable Party read(int at, @Nullable Party known, PartyReader reader) {
    if (!isStart(at)) {
      return null;
    }
    int run = run(at);
    int end = shapeEnd(at, run);
    if (end - at < 2 || known != null && known.end() >= end) {
      return null;
    }
    for (int k = at + 1; k < end; k++) {
      Party inner = reader.read(k);
      if (inner != null && inner.form() == Form.NAME && inner.end() >= end) {
        return null;
      }
    }
    return isHeading() && end - at < 3 ? null : new Party(end, List.of(), Form.UNKNOWN);
  }

  private boolean isStart(int at) {
    Upos tag = tree.upos(words.token(at));
    boolean nominal = tag == Upos.PROPN || tag == Upos.ADJ || tag == Upos.NOUN || tag == Upos.NUM || tag == Upos.X;
    return nominal && (isCapital(at) || isOrdinal(at) || words.isArticle(at));
  }

  private boolean isCapital(int i) {
    return Character.isUpperCase(words.written(i).charAt(0));
  }

  private boolean isOrdinal(int i) {
    return ORDINAL.matcher(words.plain(i)).matches();
  }

  /** One past the last word of the capitalised run from {@code at}. */
  private int run(int at) {
    int end = at;
    for (int i = at; i < words.size() && i - at < LONGEST; i++) {
      if (i > at && !isAdjacent(i)) {
        break;
      }
      if (isCapital(i) || isOrdinal(i)) {
        end = i + 1;
      } else if (!JOINTS.contains(words.plain(i)) && !words.isArticle(i) && !words.isPossessive(i)) {
        break;
      }
    }
    return end;
  }

  /** Whether nothing but a hyphen or apostrophe stands before a word and after the one before it. */
  private boolean isAdjacent(int i) {
    for (int t = words.token(i - 1) + 1; t < words.token(i); t++) {
      String mark = tree.form(t);
      if (!mark.equals("-") && !mark.equals("'") && !mark.equals("’")) {
        return false;
      }
    }
    return true;
  }

  private int shapeEnd(int at, int run) {
    int end = at;
    for (int i = at; i < run; i++) {
      Optional<Found<Roles.Shape>> shape = roles.shape(words, i);
      if (shape.isEmpty() || !isCapital(i)) {
        continue;
      }
      if (shape.get().first().first()) {
        return i == at || i == at + 1 && words.isArticle(at) ? trimmed(Math.min(run, at + LONGEST_FIRST)) : end;
      }
      if (shape.get().end() <= run && i > at) {
        end = shape.get().end();
      }
    }
    return end;
  }

  /** Without joints at the end. */
  private int trimmed(int end) {
    int last = end;
    while (!isCapital(last - 1) && !isOrdinal(last - 1)) {
      last--;
    }
    return last;
  }

  /** Whether most words are capitalised, so that capitals say nothing. */
  private boolean isHeading() {
    int capitals = 0;
    int lower = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.written(i).length() > 3) {
        if (isCapital(i)) {
          capitals++;
        } else {
          lower++;
        }
      }
    }
    return capitals > 2 * lower;
  }
}
