package org.sitrep.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.Abbreviations.Kind;

/**
 * Finds where sentences end in the tokens of one block. The tokenizer has already decided which full stops
 * belong to abbreviations; this decides which tokens end a sentence. Thread-safe.
 */
final class SentenceSplitter {

  /** The longest sentence handed to the parser, in tokens; longer ones are cut, at a comma if possible. */
  static final int LONGEST = 240;

  /** Words that often begin a sentence and seldom a name. */
  private static final Set<String> OPENERS =
      Set.of(
          "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you",
          "his", "her", "their", "its", "our", "my", "in", "on", "at", "by", "for", "from", "with", "after",
          "before", "during", "since", "while", "when", "where", "as", "if", "although", "though",
          "but", "and", "however", "meanwhile", "there", "some", "many", "most", "all", "both", "no", "not",
          "several", "according", "also", "then", "now", "so", "what", "why", "how", "who", "earlier", "later",
          "despite", "because", "until", "under", "over", "among", "another", "other", "one", "two", "three");

  private static final Set<String> NOT_AFTER_TIMES =
      Set.of(
          "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
          "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
          "nov", "dec", "gmt", "utc", "est", "edt", "et", "cet", "bst", "pst", "local");

  private final Abbreviations abbreviations;

  SentenceSplitter(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /** The index after the last token of the sentence that begins with token {@code first}. */
  int end(char[] chars, TokenList tokens, int first) {
    for (int i = first; i < tokens.size; i++) {
      if (mayEnd(chars, tokens, first, i)) {
        int next = closing(chars, tokens, i + 1);
        if (next == tokens.size || ends(chars, tokens, i, next)) {
          return bounded(chars, tokens, first, next);
        }
      }
      if (i - first > 4 * LONGEST) {
        break;
      }
    }
    return bounded(chars, tokens, first, tokens.size);
  }

  private static int bounded(char[] chars, TokenList tokens, int first, int next) {
    if (next - first <= LONGEST) {
      return next;
    }
    for (int i = first + LONGEST - 1; i > first + LONGEST / 2; i--) {
      char c = chars[tokens.from[i]];
      if (c == ',' || c == ';' || c == ':' || c == '.') {
        return i + 1;
      }
    }
    return first + LONGEST;
  }

  private static boolean mayEnd(char[] chars, TokenList tokens, int first, int i) {
    char last = chars[tokens.to[i] - 1];
    char start = chars[tokens.from[i]];
    boolean mark = last == '.' || last == '!' || last == '?' || last == '\u2026' || last == '\u061F';
    boolean other = last == '\u3002' || last == '\u06D4';
    if (!mark && !other) {
      return false;
    }
    boolean enumerator = start == '.' && i == first + 1 && isEnumerator(chars, tokens, first);
    return !enumerator && (i > first || last != '.' || start == '.');
  }

  private static boolean isEnumerator(char[] chars, TokenList tokens, int token) {
    int length = tokens.to[token] - tokens.from[token];
    char c = chars[tokens.from[token]];
    return Chars.isDigit(c) && length <= 3 || Chars.isLetter(c) && length == 1;
  }

  /** Past the quotes and brackets that close with the sentence. */
  private static int closing(char[] chars, TokenList tokens, int from) {
    int i = from;
    while (i < tokens.size && tokens.from[i] == tokens.to[i - 1]) {
      char c = chars[tokens.from[i]];
      char p = Chars.plain(c);
      boolean opening = c == '\u201C' || c == '\u2018' || c == '\u00AB' || c == '\u201E';
      boolean close = (p == '"' || p == '\'') && !opening || c == ')' || c == ']' || c == '}';
      if (!close || tokens.to[i] - tokens.from[i] > 2) {
        break;
      }
      i++;
    }
    while (i + 2 < tokens.size && isFootnote(chars, tokens, i)) {
      i += 3;
    }
    return i;
  }

  /** "[12]". */
  private static boolean isFootnote(char[] chars, TokenList tokens, int i) {
    return chars[tokens.from[i]] == '['
        && Chars.isDigit(chars[tokens.from[i + 1]])
        && chars[tokens.from[i + 2]] == ']';
  }

  private boolean ends(char[] chars, TokenList tokens, int i, int next) {
    int to = tokens.to[i];
    boolean stop = tokens.from[i] == to - 1 && chars[to - 1] == '.';
    boolean abbreviation = chars[to - 1] == '.' && !stop && chars[tokens.from[i]] != '.';
    if (tokens.from[next] == tokens.to[next - 1] && next == i + 1 && !stop) {
      return false;
    }
    if (!opens(chars, tokens, next)) {
      return false;
    }
    return !abbreviation || endsAfter(chars, tokens, i, next);
  }

  private boolean endsAfter(char[] chars, TokenList tokens, int i, int next) {
    Kind kind = abbreviations.find(chars, tokens.from[i], tokens.to[i] - 1);
    int word = afterOpening(chars, tokens, next);
    String follower = Tokenizer.lower(chars, tokens.from[word], tokens.to[word]);
    boolean quote = word > next;
    return switch (kindOr(kind)) {
      case TITLE, NUMBER -> false;
      case MONTH -> !Chars.isDigit(follower.charAt(0)) && (quote || OPENERS.contains(follower));
      case UNIT -> true;
      case END -> !NOT_AFTER_TIMES.contains(follower) && !Chars.isDigit(follower.charAt(0));
      case NAME -> quote || OPENERS.contains(follower);
    };
  }

  private static Kind kindOr(@Nullable Kind kind) {
    return kind == null ? Kind.NAME : kind;
  }

  /** Whether a token can begin a sentence. */
  private static boolean opens(char[] chars, TokenList tokens, int i) {
    int word = afterOpening(chars, tokens, i);
    char c = chars[tokens.from[word]];
    if (!Chars.isLetter(c)) {
      return word > i || Chars.isDigit(c) || "$\u20AC\u00A3#@*\u2022".indexOf(c) >= 0
          || Character.isSurrogate(c);
    }
    boolean cased = Character.isLowerCase(c) || Chars.isUpper(c);
    return Chars.isUpper(c) || !cased || Hyphens.isArabicName(chars, tokens.from[word], tokens.to[word]);
  }

  private static int afterOpening(char[] chars, TokenList tokens, int i) {
    int k = i;
    while (k + 1 < tokens.size) {
      char c = chars[tokens.from[k]];
      char p = Chars.plain(c);
      if (p != '"' && p != '\'' && c != '(' && c != '[' && c != '\u00BF') {
        break;
      }
      k++;
    }
    return k;
  }
}
