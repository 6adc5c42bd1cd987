package org.sitrep.knowledge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keys under which different spellings of one place name meet, each coarser than the one before: folded,
 * without the article, with generic first words as classes, and by sound. Thread-safe.
 */
final class PlaceKeys {

  private final Set<String> articles;
  private final Map<String, String> heads;

  PlaceKeys(PlaceWords words) {
    this.articles = new HashSet<>(words.articles());
    this.heads = new HashMap<>();
    words.heads().forEach((word, head) -> heads.put(fold(word), head));
  }

  /** Lower case, no marks, no apostrophes, hyphens as spaces, single spaces. */
  static String fold(String name) {
    String plain = isAscii(name) ? name : decompose(name);
    StringBuilder out = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(Character.toLowerCase(c));
      } else if (!isSilent(c)) {
        space = true;
      }
    }
    return out.toString();
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String decompose(String name) {
    String marked = Normalizer.normalize(name, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(marked.length());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      switch (c) {
        case 'ı' -> out.append('i');
        case 'ø', 'Ø' -> out.append('o');
        case 'đ', 'Đ' -> out.append('d');
        case 'ł', 'Ł' -> out.append('l');
        case 'ə', 'Ə' -> out.append('a');
        case 'ß' -> out.append("ss");
        case 'æ', 'Æ' -> out.append("ae");
        case 'ة' -> out.append('ه');
        case 'ى' -> out.append('ي');
        case 'ـ' -> {}
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean isSilent(char c) {
    return c == '\'' || c == '`' || c == '.' || c == '"'
        || (c >= 'ʰ' && c <= '˿') || (c >= '‘' && c <= '‟') || c == '´';
  }

  /** A folded name without articles, free-standing or run together with their noun. */
  String article(String folded) {
    return tokens(folded, false);
  }

  /** A folded name without articles and with generic first words as classes. */
  String generic(String folded) {
    return tokens(folded, true);
  }

  private String tokens(String folded, boolean generic) {
    StringBuilder out = new StringBuilder(folded.length());
    int n = folded.length();
    boolean first = true;
    for (int at = 0; at < n; ) {
      int space = folded.indexOf(' ', at);
      int to = space < 0 ? n : space;
      String token = folded.substring(at, to);
      at = to + 1;
      boolean last = to == n;
      if (!last && articles.contains(token)) {
        continue;
      }
      token = unfuse(token, first);
      if (generic) {
        token = heads.getOrDefault(token, unfuseHead(token));
      }
      out.append(out.isEmpty() ? "" : " ").append(token);
      first = false;
    }
    return out.toString();
  }

  /** "Ezzor" to "zor": an assimilated article written together with its noun. */
  private static String unfuse(String token, boolean first) {
    int n = token.length();
    if (n < 5 || (first && n < 7) || (token.charAt(0) != 'a' && token.charAt(0) != 'e')) {
      return token;
    }
    if (token.charAt(1) == token.charAt(2) && "tdrzsn".indexOf(token.charAt(1)) >= 0) {
      return token.substring(2);
    }
    return token;
  }

  /** "Albukamal" and "Abukamal" to "bukamal": "father of" written together with its noun. */
  private static String unfuseHead(String token) {
    if (token.length() > 6 && token.startsWith("albu")) {
      return token.substring(2);
    }
    return token.length() > 5 && token.startsWith("abu") ? token.substring(1) : token;
  }

  static boolean isArabic(String name) {
    return !name.isEmpty() && Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }

  /** A sound key without its vowels: too coarse but beside what is known to lie there. */
  static String skeleton(String sound) {
    StringBuilder out = new StringBuilder(sound.length());
    for (int i = 0; i < sound.length(); i++) {
      char c = sound.charAt(i);
      boolean vowel = "aiu".indexOf(c) >= 0;
      if (!vowel && !(out.length() > 0 && out.charAt(out.length() - 1) == c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** A folded name in Arabic script without articles and blanks, its Persian letters as the Arabic ones. */
  private static String script(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    for (String word : folded.split(" ")) {
      out.append(word.length() > 4 && word.startsWith("ال") ? word.substring(2) : word);
    }
    return out.toString().replace('ی', 'ي').replace('ک', 'ك');
  }

  /** A generic key by sound: letters that writers of Arabic names confuse fall together. */
  String sound(String folded) {
    if (isArabic(folded)) {
      return script(folded);
    }
    String name = generic(folded);
    StringBuilder out = new StringBuilder(name.length());
    int n = name.length();
    for (int at = 0; at < n; ) {
      int space = name.indexOf(' ', at);
      int to = space < 0 ? n : space;
      soundToken(name, at, to, out);
      at = to + 1;
    }
    return out.toString();
  }

  private static void soundToken(String name, int from, int to, StringBuilder out) {
    int begin = out.length();
    boolean last = to == name.length();
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      char next = i + 1 < to ? name.charAt(i + 1) : ' ';
      char third = i + 2 < to ? name.charAt(i + 2) : ' ';
      if (next == 'h' && c != 'h' && (c != 'r' || isVowel(third)) && "sctdgkpzr".indexOf(c) >= 0) {
        put(out, begin, digraph(c));
        i++;
      } else if (c == 't' && next == 'c' && third == 'h') {
        put(out, begin, '$');
        i += 2;
      } else if (c == 'd' && next == 'j') {
        put(out, begin, 'j');
        i++;
      } else if (c == 'o' && next == 'u' && isVowel(third)) {
        put(out, begin, 'w');
        i++;
      } else if (c == 'g' && next == 'u' && (third == 'e' || third == 'i')) {
        put(out, begin, 'g');
        i++;
      } else if (c == 'e' && next == 'u') {
        put(out, begin, 'u');
        i++;
      } else if (c == 'h' && i + 1 == to && i > from && isVowel(name.charAt(i - 1))) {
        continue;
      } else if (c == 'e' && i + 1 == to && i - from > 2) {
        mute(name.charAt(i - 1), out, begin);
      } else {
        single(c, next, out, begin);
      }
    }
    end(out, begin, last);
  }

  /** A last "e": nothing after "n" ("Hassane"), else the ending of feminine nouns ("Qibliye", "Marme"). */
  private static void mute(char before, StringBuilder out, int begin) {
    if (before != 'n') {
      put(out, begin, 'a');
    }
  }

  private static char digraph(char c) {
    return switch (c) {
      case 's', 'c' -> '$';
      case 'k' -> 'x';
      case 'p' -> 'f';
      case 'r' -> 'g';
      default -> c;
    };
  }

  private static void single(char c, char next, StringBuilder out, int begin) {
    switch (c) {
      case 'q', 'c' -> put(out, begin, 'k');
      case 'v' -> put(out, begin, 'w');
      case 'p' -> put(out, begin, 'b');
      case 'e', 'y' -> put(out, begin, 'i');
      case 'o' -> put(out, begin, 'u');
      case 'w' -> put(out, begin, isVowel(next) ? 'w' : 'u');
      case 'x' -> {
        put(out, begin, 'k');
        put(out, begin, 's');
      }
      default -> put(out, begin, c);
    }
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  /** Adds a letter; doubled letters are single, "ai" is "i", "au" is "u", "uw" before a vowel is "w". */
  private static void put(StringBuilder out, int begin, char c) {
    int n = out.length();
    char last = n > begin ? out.charAt(n - 1) : ' ';
    if (c == last) {
      return;
    }
    if (last == 'a' && (c == 'i' || c == 'u')) {
      out.setCharAt(n - 1, c);
    } else if (last == 'u' && c == 'w') {
      out.setCharAt(n - 1, 'w');
    } else if (last == 'i' && c == 'i') {
      return;
    } else {
      out.append(c);
    }
  }

  /** A last "at", and before another word a last "et", sounds like "a" at the end of a long word. */
  private static void end(StringBuilder out, int begin, boolean last) {
    int n = out.length();
    if (n - begin < 4 || out.charAt(n - 1) != 't') {
      return;
    }
    if (out.charAt(n - 2) == 'a') {
      out.setLength(n - 1);
    } else if (!last && out.charAt(n - 2) == 'i') {
      out.setLength(n - 2);
      put(out, begin, 'a');
    }
  }
}
