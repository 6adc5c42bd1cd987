package org.sitrep.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as names are compared by: cut at blanks and hyphens, freed of accents, apostrophes and dots,
 * with one spelling for what transliteration from Arabic leaves open (jaysh, jaish, jeish; nour, noor; -iyya, -iyah).
 * Words know the token they come from, so a name is found however its hyphens were tokenised. Immutable.
 */
public final class Words {

  private static final Set<String> ARTICLES = Set.of("al", "el", "ul");
  private static final Set<String> ASSIMILATED =
      Set.of("as", "ash", "ar", "an", "at", "ad", "az", "es", "er", "et", "ez", "esh", "en", "ed");

  /** Shorter words keep their spelling: "un" is not "on". */
  private static final int SOUND_FROM = 4;

  private final List<String> written = new ArrayList<>();
  private final List<Integer> tokens = new ArrayList<>();
  private final List<Boolean> hyphens = new ArrayList<>();
  private final int[] firsts;
  private final String[] plain;
  private final String[] keys;
  private final boolean[] articles;

  private Words(List<String> forms) {
    firsts = new int[forms.size() + 1];
    for (int t = 0; t < forms.size(); t++) {
      firsts[t] = written.size();
      cut(forms.get(t), t);
    }
    firsts[forms.size()] = written.size();
    plain = new String[size()];
    keys = new String[size()];
    articles = new boolean[size()];
    Arrays.setAll(plain, i -> fold(written.get(i)));
    for (int i = 0; i < size(); i++) {
      articles[i] = i + 1 < size() && isArticle(plain[i], plain[i + 1], hyphens.get(i));
      keys[i] = articles[i] ? "al" : sound(plain[i]);
    }
  }

  /** The words of a sentence given as tokens. */
  public static Words of(List<String> forms) {
    return new Words(forms);
  }

  /** The words of a running text, which counts as one token. */
  public static Words of(String text) {
    return new Words(List.of(text));
  }

  private void cut(String form, int token) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (isApostrophe(c)) {
        if (isPossessive(form, i)) {
          add(word, token);
          word.append("'s");
          i++;
          add(word, token);
        }
      } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        word.append(c);
      } else if (c != '.' || !isAbbreviation(word, form, i)) {
        add(word, token);
        if (isHyphen(c) && !hyphens.isEmpty()) {
          hyphens.set(hyphens.size() - 1, true);
        }
      }
    }
    add(word, token);
  }

  private void add(StringBuilder word, int token) {
    if (!word.isEmpty()) {
      written.add(word.toString());
      tokens.add(token);
      hyphens.add(false);
      word.setLength(0);
    }
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʿ' || c == 'ʾ' || c == '`' || c == 'ʼ' || c == '´';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '–' || c == '‑' || c == '‐';
  }

  private static boolean isPossessive(String form, int at) {
    return at + 1 < form.length()
        && (form.charAt(at + 1) == 's' || form.charAt(at + 1) == 'S')
        && (at + 2 == form.length() || !Character.isLetterOrDigit(form.charAt(at + 2)));
  }

  /** Whether a dot stands after a single letter, and the next is one too or nothing ("U.S."). */
  private static boolean isAbbreviation(StringBuilder word, String form, int dot) {
    boolean single = dot >= 1 && (dot == 1 || !Character.isLetterOrDigit(form.charAt(dot - 2)));
    return single && !word.isEmpty();
  }

  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= 0x80) {
        return Normalizer.normalize(lower, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace('ı', 'i');
      }
    }
    return lower;
  }

  /** One spelling for the vowels and doublings that transliteration leaves open. */
  static String sound(String plain) {
    if (plain.length() < SOUND_FROM || Character.isDigit(plain.charAt(0))) {
      return plain;
    }
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      char next = i + 1 < plain.length() ? plain.charAt(i + 1) : ' ';
      char sound =
          switch (c) {
            case 'o' -> 'u';
            case 'e' -> next == 'i' || next == 'y' ? 'a' : 'i';
            case 'y' -> 'i';
            case 'q' -> 'k';
            default -> c;
          };
      boolean diphthong = (c == 'o' || c == 'u') && next == 'w';
      if (diphthong) {
        i++;
      }
      if (out.isEmpty() || out.charAt(out.length() - 1) != sound) {
        out.append(sound);
      }
    }
    if (out.length() > SOUND_FROM && out.charAt(out.length() - 1) == 'h' && out.charAt(out.length() - 2) == 'a') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  /** The number of words. */
  public int size() {
    return written.size();
  }

  /** Word {@code i} as written. */
  public String written(int i) {
    return written.get(i);
  }

  /** Word {@code i} in lower case, without accents. */
  public String plain(int i) {
    return plain[i];
  }

  /** Word {@code i} in the spelling that its variants share; one for all forms of the article. */
  String key(int i) {
    return keys[i];
  }

  /** The token that word {@code i} comes from. */
  public int token(int i) {
    return tokens.get(i);
  }

  /** The first word of a token, or the next one where the token has none. */
  public int first(int token) {
    return firsts[token];
  }

  /** Whether the word at {@code i} ends its token. */
  public boolean endsToken(int i) {
    return i + 1 == size() || !tokens.get(i).equals(tokens.get(i + 1));
  }

  /** Whether a hyphen follows word {@code i}. */
  public boolean hyphenAfter(int i) {
    return hyphens.get(i);
  }

  /** Whether word {@code i} is a possessive ending. */
  public boolean isPossessive(int i) {
    return plain[i].equals("'s");
  }

  /** Whether word {@code i} is the Arabic article ("al-Sham", "ash-Sham", "Al Jazeera"). */
  public boolean isArticle(int i) {
    return articles[i];
  }

  private static boolean isArticle(String word, String next, boolean hyphen) {
    return ARTICLES.contains(word)
        || hyphen && ASSIMILATED.contains(word) && next.startsWith(word.substring(1));
  }
}
