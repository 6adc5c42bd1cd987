package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a Lua source writes down, read and never run: after the grammar of table constructors in the Lua 5.1
 * reference manual (2.5.7), with its comments, short and long strings. Expressions other than constants, tables and joined
 * strings are passed over.
 */
final class LuaTables {

  private static final int DEEPEST = 100;

  /** A table's named fields, and the line it begins on. Values are strings, or further tables. */
  record Table(int line, Map<String, Object> fields, List<Table> items) {

    /** A field as text; empty where it is none. */
    String text(String key) {
      return fields.get(key) instanceof String text ? text : "";
    }
  }

  private final String source;
  private int at;
  private int line = 1;

  LuaTables(String source) {
    this.source = source;
  }

  /** The next table that stands in no other, or null at the end. */
  @Nullable Table next() throws Refused {
    while (at < source.length()) {
      if (skip()) {
        continue;
      }
      char c = source.charAt(at);
      if (c == '{') {
        return table(0);
      }
      if (isString()) {
        string();
      } else {
        at++;
      }
    }
    return null;
  }

  private Table table(int depth) throws Refused {
    int begun = line;
    if (depth > DEEPEST) {
      throw new Refused(begun, "tables in more than " + DEEPEST + " others");
    }
    at++;
    Map<String, Object> fields = new LinkedHashMap<>();
    List<Table> items = new ArrayList<>();
    while (true) {
      blanks();
      char c = peek(begun);
      if (c == '}') {
        at++;
        return new Table(begun, fields, items);
      }
      if (c == ',' || c == ';') {
        at++;
        continue;
      }
      int before = at;
      String key = key(begun, depth);
      Object value = expression(begun, depth);
      if (at == before) {
        throw new Refused(line, "\"" + c + "\" where a field of a table is expected");
      }
      if (value instanceof Table item) {
        items.add(item);
      }
      if (!key.isEmpty() && value != null) {
        fields.put(key, value);
      }
    }
  }

  /** The name before an equals sign, which is passed; empty for a value without a name. */
  private String key(int begun, int depth) throws Refused {
    int from = at;
    int fromLine = line;
    String key = "";
    if (source.charAt(at) == '[' && !isString()) {
      at++;
      blanks();
      Object inner = expression(begun, depth);
      key = inner instanceof String text ? text : "";
      blanks();
      if (peek(begun) != ']') {
        throw new Refused(line, "a key in brackets is not closed");
      }
      at++;
    } else {
      int end = word();
      key = source.substring(from, end);
      at = end;
    }
    blanks();
    boolean named = at > from && at < source.length() && source.charAt(at) == '='
        && !(at + 1 < source.length() && source.charAt(at + 1) == '=');
    if (named) {
      at++;
      blanks();
      return key;
    }
    at = from;
    line = fromLine;
    return "";
  }

  /** A constant, a table, strings joined; null for whatever else stands up to the end of the field. */
  private @Nullable Object expression(int begun, int depth) throws Refused {
    StringBuilder joined = new StringBuilder();
    Object only = null;
    boolean known = true;
    while (true) {
      blanks();
      char c = peek(begun);
      if (c == ',' || c == ';' || c == '}' || c == ']') {
        return !known ? null : only != null ? only : joined.toString();
      }
      if (c == '{') {
        only = table(depth + 1);
      } else if (isString()) {
        joined.append(string());
      } else if (source.startsWith("..", at)) {
        at += 2;
      } else if (Character.isDigit(c) || c == '-' || c == '.') {
        joined.append(number());
      } else if (c == '(' || c == '[') {
        brackets(begun, c, c == '(' ? ')' : ']');
        known = false;
      } else {
        int end = Math.max(at + 1, word());
        String word = source.substring(at, end);
        at = end;
        known &= word.equals("true") || word.equals("false");
        joined.append(known ? word : "");
      }
    }
  }

  private void brackets(int begun, char opening, char closing) throws Refused {
    int open = 0;
    do {
      blanks();
      char c = peek(begun);
      open += c == opening ? 1 : c == closing ? -1 : 0;
      if (isString()) {
        string();
      } else {
        at++;
      }
    } while (open > 0);
  }

  private String number() {
    int from = at++;
    while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '.')
        && !source.startsWith("..", at)) {
      at++;
    }
    return source.substring(from, at);
  }

  private int word() {
    int end = at;
    while (end < source.length() && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private boolean isString() {
    char c = source.charAt(at);
    return c == '"' || c == '\'' || c == '[' && longOpening(at) > 0;
  }

  /** The length of "[[" or "[==[" at an offset; 0 where none stands there. */
  private int longOpening(int from) {
    int i = from + 1;
    while (i < source.length() && source.charAt(i) == '=') {
      i++;
    }
    return i < source.length() && source.charAt(from) == '[' && source.charAt(i) == '[' ? i - from + 1 : 0;
  }

  private String string() throws Refused {
    char quote = source.charAt(at);
    return quote == '[' ? longString() : shortString(quote);
  }

  private String longString() throws Refused {
    int begun = line;
    int opening = longOpening(at);
    String closing = "]" + "=".repeat(opening - 2) + "]";
    int end = source.indexOf(closing, at + opening);
    if (end < 0) {
      throw new Refused(begun, "a long string is not closed; is the file cut off?");
    }
    String text = source.substring(at + opening, end);
    line += (int) text.chars().filter(c -> c == '\n').count();
    at = end + closing.length();
    return text.startsWith("\n") ? text.substring(1) : text;
  }

  private String shortString(char quote) throws Refused {
    int begun = line;
    StringBuilder text = new StringBuilder();
    for (at++; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == quote) {
        at++;
        return text.toString();
      }
      if (c == '\n') {
        break;
      }
      if (c == '\\' && at + 1 < source.length()) {
        escape(text);
      } else {
        text.append(c);
      }
    }
    throw new Refused(begun, "a string is not closed");
  }

  private void escape(StringBuilder text) {
    char c = source.charAt(++at);
    if (Character.isDigit(c)) {
      int code = 0;
      int end = Math.min(source.length(), at + 3);
      while (at < end && Character.isDigit(source.charAt(at))) {
        code = code * 10 + source.charAt(at++) - '0';
      }
      at--;
      text.append((char) code);
      return;
    }
    line += c == '\n' ? 1 : 0;
    text.append(c == 'n' || c == '\n' || c == 't' || c == 'r' ? ' ' : c);
  }

  private char peek(int begun) throws Refused {
    if (at >= source.length()) {
      throw new Refused(begun, "a table is not closed; is the file cut off?");
    }
    return source.charAt(at);
  }

  private void blanks() throws Refused {
    while (at < source.length() && skip()) {
      // every blank and comment
    }
  }

  /** Passes one blank or comment. */
  private boolean skip() throws Refused {
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      line += c == '\n' ? 1 : 0;
      at++;
      return true;
    }
    if (!source.startsWith("--", at)) {
      return false;
    }
    at += 2;
    if (at < source.length() && longOpening(at) > 0) {
      longString();
    } else {
      int end = source.indexOf('\n', at);
      at = end < 0 ? source.length() : end;
    }
    return true;
  }
}
