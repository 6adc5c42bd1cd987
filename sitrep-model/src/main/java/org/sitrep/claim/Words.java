package org.sitrep.claim;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where the words of a text are: runs of letters and digits, whatever quote marks, entities and dashes lie between. */
final class Words {

  private static final Pattern ENTITIES = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
  /** Soft hyphens and marks without width may stand inside a word. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]+");

  private Words() {}

  /** A text without what is not seen. */
  static String clean(String text) {
    String seen = text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00AD' || (c >= '\u200B' && c <= '\uFEFF')) {
        seen = UNSEEN.matcher(text).replaceAll("");
        break;
      }
    }
    return seen.indexOf('&') < 0 ? seen : ENTITIES.matcher(seen).replaceAll(" ");
  }

  /** Start and end of each word, one after the other. */
  static int[] bounds(String text) {
    int[] bounds = new int[text.length() + 2];
    int count = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean part = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (part != inside) {
        bounds[count++] = at;
        inside = part;
      }
    }
    if (inside) {
      bounds[count++] = text.length();
    }
    return Arrays.copyOf(bounds, count);
  }

  /** The words themselves. */
  static String[] of(String text) {
    String clean = clean(text);
    int[] bounds = bounds(clean);
    String[] words = new String[bounds.length / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = clean.substring(bounds[2 * i], bounds[2 * i + 1]);
    }
    return words;
  }
}
