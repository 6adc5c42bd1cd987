package org.sitrep.text;

import java.util.Arrays;

/**
 * A cleaned text that knows, for each of its characters, where that character stands in the original. The
 * original is the source of truth: evidence is always reported in its offsets. Immutable and thread-safe.
 */
public final class AlignedText {

  private final String original;
  private final String text;
  private final int[] origin;
  private final int[] width;
  private final boolean inOrder;
  private final boolean markup;

  /**
   * @param origin where each character begins in the original
   * @param width how many characters of the original each one stands for; empty where it is one throughout
   * @param markup whether the original is no text but the markup of one
   */
  private AlignedText(String original, String text, int[] origin, int[] width, boolean markup) {
    this.original = original;
    this.text = text;
    this.origin = origin;
    this.width = width;
    this.inOrder = inOrder(origin);
    this.markup = markup;
  }

  private static boolean inOrder(int[] origin) {
    for (int i = 1; i < origin.length; i++) {
      if (origin[i] < origin[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** A text that needed no cleaning: every character stands where it stood. */
  public static AlignedText identity(String text) {
    int[] origin = new int[text.length() + 1];
    Arrays.setAll(origin, i -> i);
    return new AlignedText(text, text, origin, new int[0], false);
  }

  /** Starts a cleaned text over {@code original}; pieces are appended from left to right. */
  public static Builder over(String original) {
    return new Builder(original, false);
  }

  /** Starts a cleaned text over markup, which nobody reads as it stands. */
  public static Builder overMarkup(String original) {
    return new Builder(original, true);
  }

  /**
   * A stretch as it is quoted: the characters of the original as they came, or, where that is markup, what they stand for.
   *
   * @param span a stretch of {@link #text()}
   */
  public String quote(Span span) {
    return markup ? span.of(text) : toOriginal(span).of(original);
  }

  /** The text as published. */
  public String original() {
    return original;
  }

  /** The cleaned text. */
  public String text() {
    return text;
  }

  /**
   * Where a stretch of the cleaned text stands in the original. Where the cleaned text brought pieces of the original into
   * another order, it is the shortest stretch that holds them all.
   *
   * @param span a stretch of {@link #text()}
   */
  public Span toOriginal(Span span) {
    if (span.length() == 0) {
      return new Span(origin[span.start()], origin[span.start()]);
    }
    int first = origin[span.start()];
    int last = end(span.end() - 1);
    return inOrder ? new Span(first, last) : cover(span);
  }

  private Span cover(Span span) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = span.start(); i < span.end(); i++) {
      first = Math.min(first, origin[i]);
      last = Math.max(last, end(i));
    }
    return new Span(first, last);
  }

  private int end(int at) {
    return origin[at] + (width.length == 0 ? 1 : width[at]);
  }

  /**
   * Where a stretch of the original stands in the cleaned text, without what was left out at its ends.
   *
   * @param span a stretch of {@link #original()}
   */
  public Span fromOriginal(Span span) {
    return new Span(from(span.start()), from(span.end()));
  }

  /** The first character that comes from {@code offset} or from behind it. */
  private int from(int offset) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origin[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects the pieces of a cleaned text. Not thread-safe. */
  public static final class Builder {

    private final String original;
    private final boolean markup;
    private final StringBuilder text = new StringBuilder();
    private int[] origin = new int[64];
    private int[] width = new int[0];

    private Builder(String original, boolean markup) {
      this.original = original;
      this.markup = markup;
    }

    /** Keeps a stretch of the original as it is. */
    public Builder keep(Span span) {
      for (int i = span.start(); i < span.end(); i++) {
        put(original.charAt(i), i);
      }
      return this;
    }

    /** Writes {@code replacement} for what begins at {@code at} in the original. */
    public Builder write(String replacement, int at) {
      for (int i = 0; i < replacement.length(); i++) {
        put(replacement.charAt(i), at);
      }
      return this;
    }

    /** Writes {@code replacement}, each of whose characters stands for all of {@code span} in the original. */
    public Builder write(String replacement, Span span) {
      for (int i = 0; i < replacement.length(); i++) {
        put(replacement.charAt(i), span.start(), span.length());
      }
      return this;
    }

    /** Writes one character, which stands for {@code wide} characters of the original from {@code at} on. */
    public void put(char c, int at, int wide) {
      if (wide != 1 && width.length == 0) {
        width = new int[origin.length];
        Arrays.fill(width, 1);
      }
      put(c, at);
      if (width.length > 0) {
        width[text.length() - 1] = wide;
      }
    }

    /** The number of characters so far. */
    public int length() {
      return text.length();
    }

    /** The finished text. */
    public AlignedText build() {
      int[] all = Arrays.copyOf(origin, text.length() + 1);
      all[text.length()] = original.length();
      int[] widths = width.length == 0 ? width : Arrays.copyOf(width, text.length() + 1);
      return new AlignedText(original, text.toString(), all, widths, markup);
    }

    private void put(char c, int at) {
      if (text.length() == origin.length) {
        origin = Arrays.copyOf(origin, origin.length * 2);
        if (width.length > 0) {
          int before = width.length;
          width = Arrays.copyOf(width, origin.length);
          Arrays.fill(width, before, width.length, 1);
        }
      }
      origin[text.length()] = at;
      text.append(c);
    }
  }
}
