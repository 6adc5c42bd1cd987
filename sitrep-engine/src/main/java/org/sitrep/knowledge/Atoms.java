package org.sitrep.knowledge;

import java.util.Arrays;
import java.util.Locale;
import org.sitrep.text.Span;

/**
 * A stretch of text cut into runs of digits, runs of letters and single signs, independent of any
 * tokeniser, so that "5,000+", "17.09.2016" and "20-km" read alike however they are tokenised. Asking for
 * an atom outside gives an empty one.
 */
final class Atoms {

  private final String text;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private String[] words = new String[32];
  private int size;

  private Atoms(String text) {
    this.text = text;
  }

  /** Cuts up {@code within}. */
  static Atoms of(String text, Span within) {
    Atoms atoms = new Atoms(text);
    int at = within.start();
    while (at < within.end()) {
      int c = text.codePointAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
        at += Character.charCount(c);
        continue;
      }
      int end = at + Character.charCount(c);
      if (isDigit(c)) {
        while (end < within.end() && isDigit(text.charAt(end))) {
          end++;
        }
      } else if (Character.isLetter(c)) {
        while (end < within.end() && isInner(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
      }
      atoms.add(at, end);
      at = end;
    }
    return atoms;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isInner(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    words[size++] = normal(text.substring(start, end));
  }

  private static String normal(String form) {
    return switch (form.charAt(0)) {
      case '–', '—', '‑', '‐', '−' -> "-";
      case '’', '‘' -> "'";
      case '،' -> ",";
      default -> form.equals("ʼ") ? "'" : form.toLowerCase(Locale.ROOT);
    };
  }

  int size() {
    return size;
  }

  /** Atom {@code i} in lower case, with one kind of hyphen and apostrophe; empty outside. */
  String word(int i) {
    return i >= 0 && i < size ? words[i] : "";
  }

  boolean is(int i, String word) {
    return word(i).equals(word);
  }

  /** Whether atoms from {@code i} on are {@code sequence}. */
  boolean is(int i, String[] sequence) {
    for (int k = 0; k < sequence.length; k++) {
      if (!word(i + k).equals(sequence[k])) {
        return false;
      }
    }
    return true;
  }

  boolean isLetters(int i) {
    return i >= 0 && i < size && Character.isLetter(text.codePointAt(starts[i]));
  }

  boolean isCapital(int i) {
    return i >= 0 && i < size && Character.isUpperCase(text.codePointAt(starts[i]));
  }

  /** Whether atom {@code i} is a run of digits. */
  boolean isNumber(int i) {
    return i >= 0 && i < size && isDigit(text.charAt(starts[i]));
  }

  /** How many characters atom {@code i} has. */
  int length(int i) {
    return i >= 0 && i < size ? ends[i] - starts[i] : 0;
  }

  /** The value of a run of up to nine digits, else -1. */
  int number(int i) {
    return isNumber(i) && length(i) <= 9 ? Integer.parseInt(words[i]) : -1;
  }

  /** Whether nothing stands between atom {@code i - 1} and atom {@code i}. */
  boolean isGlued(int i) {
    return i > 0 && i < size && ends[i - 1] == starts[i];
  }

  /** Whether a no-break or thin space stands between atom {@code i - 1} and atom {@code i}. */
  boolean isThinSpaced(int i) {
    return i > 0
        && i < size
        && ends[i - 1] + 1 == starts[i]
        && "\u00a0\u202f\u2009".indexOf(text.charAt(ends[i - 1])) >= 0;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** From atom {@code first} to atom {@code after} - 1. */
  Span span(int first, int after) {
    return new Span(starts[first], ends[after - 1]);
  }

  /** The words of a phrase, cut the same way. */
  static String[] phrase(String phrase) {
    Atoms atoms = of(phrase, new Span(0, phrase.length()));
    return Arrays.copyOf(atoms.words, atoms.size);
  }
}
