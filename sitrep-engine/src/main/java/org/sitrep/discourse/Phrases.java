package org.sitrep.discourse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of cue words and phrases, asked of a sentence. */
final class Phrases {

  /** What may stand before the first word of a sentence. */
  private static final String HEAD = "^[\\s\"'“”‘’>*•(\\[-]*(?:@\\S+\\s+)?";

  private final Pattern anywhere;
  private final Pattern head;
  private final Pattern headAlone;

  Phrases(List<String> phrases) {
    String any = phrases.stream().map(Phrases::pattern).collect(Collectors.joining("|", "(?:", ")"));
    anywhere = Pattern.compile(any);
    head = Pattern.compile(HEAD + any);
    headAlone = Pattern.compile(HEAD + any + "(?=\\s*(?:$|[,.;:!?…—–)\\]\"”-]))");
  }

  /** Whether one stands anywhere. */
  boolean in(String sentence) {
    return anywhere.matcher(fold(sentence)).find();
  }

  /** Whether a sentence begins with one. */
  boolean begin(String sentence) {
    return head.matcher(fold(sentence)).find();
  }

  /** Whether a sentence begins with one that a mark or the end of the sentence follows. */
  boolean beginAlone(String sentence) {
    return headAlone.matcher(fold(sentence)).find();
  }

  /** Where the first one ends, or -1. */
  int end(String sentence) {
    var m = anywhere.matcher(fold(sentence));
    return m.find() ? m.end() : -1;
  }

  /** Whether nothing but such words stands there. */
  boolean all(String sentence) {
    String rest = anywhere.matcher(fold(sentence)).replaceAll(" ");
    return in(sentence) && rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static String pattern(String phrase) {
    String plain = fold(phrase);
    boolean open = plain.endsWith("*");
    String body = open ? plain.substring(0, plain.length() - 1) : plain;
    String before = Character.isLetterOrDigit(body.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
    int last = body.codePointBefore(body.length());
    String after = open ? "\\p{L}*" : Character.isLetterOrDigit(last) ? "(?![\\p{L}\\p{N}'])" : "";
    return before + Pattern.quote(body) + after;
  }
}
