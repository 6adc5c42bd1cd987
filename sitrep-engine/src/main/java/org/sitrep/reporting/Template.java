package org.sitrep.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the slots of wording templates. */
final class Template {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private Template() {}

  /** The template with its slots filled; a slot without a value becomes empty. */
  static String fill(String template, Map<String, String> slots) {
    return SLOT.matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(slots.getOrDefault(m.group(1), "")));
  }

  /** The first of several templates all of whose slots have a value. */
  static Optional<String> first(List<String> templates, Map<String, String> slots) {
    return templates.stream()
        .filter(
            t -> SLOT.matcher(t).results().allMatch(m -> !slots.getOrDefault(m.group(1), "").isEmpty()))
        .findFirst();
  }

  static String capitalise(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toString(Character.toUpperCase(sentence.codePointAt(0)))
            + sentence.substring(Character.charCount(sentence.codePointAt(0)));
  }
}
