package org.sitrep.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a slot of a claim holds, gold or found. */
sealed interface SlotValue {

  /** As the lists of errors show it. */
  String shown();

  /** An event type or a certainty. */
  record Word(String word) implements SlotValue {
    @Override
    public String shown() {
      return Literal.of(word);
    }
  }

  /** Parties or holders: acceptable names, or one value. */
  record Names(JsonNode value) implements SlotValue {
    @Override
    public String shown() {
      return Literal.of(value);
    }
  }

  /** A place, with the members it is the centre of. */
  record Where(JsonNode place) implements SlotValue {
    @Override
    public String shown() {
      return Literal.of(place);
    }
  }

  /** The first and last day, and further readings that are as good. */
  record When(List<Days> readings) implements SlotValue {
    @Override
    public String shown() {
      return "[" + String.join(", ", readings.stream().map(Days::shown).toList()) + "]";
    }
  }

  /** From day to day, as written. */
  record Days(@Nullable JsonNode start, @Nullable JsonNode end) {

    String shown() {
      return "(" + Literal.of(start) + ", " + Literal.of(end) + ")";
    }

    boolean sameDays(Days other) {
      return day(start).equals(day(other.start)) && day(end).equals(day(other.end));
    }

    private static String day(@Nullable JsonNode time) {
      String text = time == null ? "" : time.asString("");
      return text.substring(0, Math.min(10, text.length()));
    }
  }

  /** The fewest and the most of people; null where open. */
  record Range(List<JsonNode> bounds) implements SlotValue {
    @Override
    public String shown() {
      return "(" + String.join(", ", bounds.stream().map(Literal::of).toList()) + (bounds.size() == 1 ? ",)" : ")");
    }

    boolean sameAs(Range other) {
      if (bounds.size() != other.bounds.size()) {
        return false;
      }
      for (int i = 0; i < bounds.size(); i++) {
        JsonNode a = bounds.get(i);
        JsonNode b = other.bounds.get(i);
        boolean same = a.isNumber() && b.isNumber() ? a.doubleValue() == b.doubleValue() : a.equals(b);
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }
}
