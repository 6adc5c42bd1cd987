package org.sitrep.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.sitrep.language.Abbreviations.Kind;

/**
 * Cuts text into tokens as the English treebanks of Universal Dependencies do: clitics, punctuation and
 * most hyphens are tokens of their own ("U.S." "-" "backed"). Arabic names stay whole ("al-Suwar", "ez-Zor"),
 * as do designations ("F/A-18s"), dates and times. Thread-safe; one call works on one block.
 */
final class Tokenizer {

  /** Arabic articles before a hyphen, with assimilated forms. */
  static final Set<String> ARTICLES =
      Set.of(
          "al", "el", "ul", "il", "an", "ar", "as", "ash", "at", "ath", "ad", "adh", "az", "ez", "es",
          "er", "et", "ed", "en", "esh", "edh", "eth");

  private static final Set<String> PREFIXES =
      Set.of(
          "non", "anti", "pro", "pre", "re", "co", "mid", "post", "sub", "semi", "multi", "ex", "counter",
          "mini", "inter", "intra", "un", "e", "cross", "ultra", "trans", "bi", "tri", "extra");

  private static final Set<String> UNITS =
      Set.of("km", "m", "cm", "mm", "kg", "am", "pm", "a.m", "p.m", "kms", "mph", "kph", "ft", "lbs", "lb", "nm");

  /** Words written as one that are two, and where the second begins. */
  private static final Map<String, Integer> FUSED =
      Map.of(
          "cannot", 3, "gonna", 3, "wanna", 3, "gotta", 3, "dont", 2, "didnt", 3, "doesnt", 4, "isnt", 2,
          "wasnt", 3, "wouldnt", 5);

  private static final Set<String> PRONOUNS =
      Set.of("i", "you", "he", "she", "it", "we", "they", "who", "there", "that", "what", "how", "this");

  private final Abbreviations abbreviations;

  Tokenizer(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /** Appends the tokens of {@code chars} up to {@code length} to {@code out}. */
  void tokenize(char[] chars, int length, TokenList out) {
    int i = 0;
    while (i < length) {
      if (Chars.isSpace(chars[i])) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < length && !Chars.isSpace(chars[end])) {
        end++;
      }
      chunk(chars, i, end, length, out);
      i = end;
    }
  }

  private void chunk(char[] chars, int start, int end, int length, TokenList out) {
    int i = start;
    while (i < end) {
      int address = Addresses.end(chars, i, end);
      if (address > i) {
        out.add(i, address);
        i = address;
      } else if (isWordChar(chars, i, end)) {
        i = word(chars, i, end, length, out);
      } else {
        int next = Marks.end(chars, i, end, i > start);
        out.add(i, next);
        i = next;
      }
    }
  }

  private static boolean isWordChar(char[] chars, int i, int end) {
    char c = chars[i];
    if (Chars.isLetter(c) || Chars.isDigit(c)) {
      return true;
    }
    boolean next = i + 1 < end && Chars.isDigit(chars[i + 1]);
    return c == '.' && next && i + 2 <= end && (i == 0 || !Chars.isDigit(chars[i - 1]));
  }

  private int word(char[] chars, int start, int end, int length, TokenList out) {
    int j = core(chars, start, end);
    int hyphen = start;
    while (j < end && Hyphens.isHyphen(chars[j]) && j + 1 < end) {
      int from = j + 1;
      boolean mark = Chars.plain(chars[from]) == '\'' && from + 1 < end && Chars.isLetter(chars[from + 1]);
      if (!Chars.isLetter(chars[from]) && !Chars.isDigit(chars[from]) && !mark) {
        break;
      }
      int next = core(chars, mark ? from + 1 : from, end);
      if (!Hyphens.joins(chars, start, hyphen, j, next, end)) {
        break;
      }
      hyphen = from;
      j = next;
    }
    return finish(chars, start, j, end, length, out);
  }

  /** The end of a stretch of letters and digits with what may stand inside a word, but hyphens. */
  private static int core(char[] chars, int start, int end) {
    int j = start + 1;
    while (j < end) {
      char c = chars[j];
      if (Chars.isLetter(c) || Chars.isDigit(c) || c == '_') {
        j++;
      } else if (j + 1 < end && Inside.belongs(chars, start, j, end)) {
        j += 2;
      } else {
        break;
      }
    }
    return j;
  }

  private int finish(char[] chars, int start, int to, int end, int length, TokenList out) {
    int unit = unitStart(chars, start, to);
    if (unit > start) {
      out.add(start, unit);
      return finish(chars, unit, to, end, length, out);
    }
    int j = to;
    boolean stop = j < end && chars[j] == '.' && (j + 1 >= end || chars[j + 1] != '.');
    boolean enumerator = stop && out.size == 0 && j + 1 == end && j - start <= 2 && end < length;
    if (stop
        && (enumerator && Chars.isDigit(chars[j - 1]) || keepsStop(chars, start, j, end, length))) {
      j++;
    } else if (isCurrency(chars, start, j, end)) {
      j++;
    }
    int cut = clitic(chars, start, j);
    if (cut > start) {
      out.add(start, cut);
      out.add(cut, j);
    } else {
      out.add(start, j);
    }
    return j;
  }

  /** "US$" before a number. */
  private static boolean isCurrency(char[] chars, int start, int j, int end) {
    return j - start <= 3
        && j + 1 < end
        && chars[j] == '$'
        && Chars.isUpper(chars[start])
        && Chars.isDigit(chars[j + 1]);
  }

  private static int unitStart(char[] chars, int start, int to) {
    if (!Chars.isDigit(chars[start])) {
      return start;
    }
    int i = start;
    while (i < to && (Chars.isDigit(chars[i]) || chars[i] == '.' || chars[i] == ',' || chars[i] == ':')) {
      i++;
    }
    return i < to && to - i <= 3 && Chars.isLetter(chars[i]) && UNITS.contains(lower(chars, i, to)) ? i : start;
  }

  private boolean keepsStop(char[] chars, int start, int stop, int end, int length) {
    boolean single = stop - start == 1 && Chars.isUpper(chars[start]);
    boolean dotted = stop - start >= 3 && chars[stop - 2] == '.' && Chars.isLetter(chars[stop - 1]);
    Kind kind = abbreviations.find(chars, start, stop);
    int next = stop + 1;
    boolean glued = next < end;
    while (next < length && Chars.isSpace(chars[next])) {
      next++;
    }
    boolean digit = next < length && Chars.isDigit(chars[next]);
    boolean lower = next < length && Chars.isLetter(chars[next]) && !Chars.isUpper(chars[next]);
    if (kind == null) {
      return dotted || single && (glued || next < length);
    }
    return switch (kind) {
      case TITLE, NAME, END -> true;
      case MONTH -> next < length;
      case NUMBER -> digit;
      case UNIT -> lower && afterNumber(chars, start);
    };
  }

  private static boolean afterNumber(char[] chars, int start) {
    int i = start - 1;
    while (i >= 0 && Chars.isSpace(chars[i])) {
      i--;
    }
    return i >= 0 && Chars.isDigit(chars[i]);
  }

  /** Where a clitic begins ("'s", "n't"), or {@code start} if there is none. */
  private static int clitic(char[] chars, int start, int end) {
    int length = end - start;
    if (length < 3) {
      return start;
    }
    char last = Chars.lower(chars[end - 1]);
    char before = Chars.plain(chars[end - 2]);
    if (before == '\'') {
      boolean possessive = last == 's';
      boolean pronoun = (last == 'd' || last == 'm') && PRONOUNS.contains(lower(chars, start, end - 2));
      boolean negated = last == 't' && length > 3 && Chars.lower(chars[end - 3]) == 'n';
      return negated ? end - 3 : possessive || pronoun ? end - 2 : start;
    }
    if (length > 3 && Chars.plain(chars[end - 3]) == '\'') {
      char middle = Chars.lower(chars[end - 2]);
      boolean verb =
          last == 'e' && (middle == 'r' || middle == 'v') || last == 'l' && middle == 'l';
      return verb ? end - 3 : start;
    }
    boolean fused = length >= 4 && length <= 8 && (last == 't' || last == 'a');
    return fused ? start + FUSED.getOrDefault(lower(chars, start, end), 0) : start;
  }

  static String lower(char[] chars, int from, int to) {
    char[] lower = Arrays.copyOfRange(chars, from, to);
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Chars.lower(lower[i]);
    }
    return new String(lower);
  }

  static boolean isPrefix(char[] chars, int from, int to) {
    return to - from <= 7 && PREFIXES.contains(lower(chars, from, to));
  }

  static boolean isArticle(char[] chars, int from, int to) {
    return to - from >= 2 && to - from <= 4 && ARTICLES.contains(lower(chars, from, to));
  }
}
