package org.sitrep.annotation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.Span;

/**
 * Where the first sentence of a paragraph really begins: after a dateline ("ALEPPO, Syria (Agency) — ") or a
 * label ("Homs province: "), which would otherwise be read as part of the sentence.
 */
final class Lead {

  private static final Pattern DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’ -]{1,40}(?:[,/] ?[\\p{Lu}\\d][\\p{L}\\d.'’ -]{1,30}){0,3}(?: ?\\([^)\\n]{2,40}\\))? ?[-–—]{1,2} ?(?=[\\p{Lu}\"“])",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LABEL =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: [\\p{L}'’-]+){0,5}: (?=\\p{Lu})", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern AGENCY = Pattern.compile("[,(/]|\\p{Lu}{4,}");

  private Lead() {}

  /** The part of a paragraph that comes before its first sentence; empty where there is none. */
  static Span of(String text, Span paragraph) {
    Matcher dateline = DATELINE.matcher(text).region(paragraph.start(), paragraph.end());
    if (dateline.lookingAt() && AGENCY.matcher(dateline.group()).find()) {
      return new Span(paragraph.start(), dateline.end());
    }
    Matcher label = LABEL.matcher(text).region(paragraph.start(), paragraph.end());
    if (label.lookingAt()) {
      return new Span(paragraph.start(), label.end());
    }
    return new Span(paragraph.start(), paragraph.start());
  }

  /** Whether a lead is a label, whose place holds for the paragraph. */
  static boolean isLabel(String text, Span lead) {
    return lead.length() > 2 && text.charAt(lead.end() - 2) == ':';
  }
}
