package org.sitrep.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rules and word lists of {@code register.txt}, whose head describes them. Not thread-safe. */
final class RegisterGrammar {

  /** What an item of a rule is. */
  sealed interface Node {}

  /** A token with its Penn tag, and its universal tag where the Penn tag and the relation do not give it. */
  record Word(String form, String tag, @Nullable String upos) implements Node {}

  /** A rule or list by name. */
  record Symbol(String name) implements Node {}

  /** An alternative of a rule, or what stands in brackets. */
  record Phrase(int weight, List<Item> items) implements Node {}

  /** A part of a phrase: its relation to the head, empty for the head itself, and how often it is there. */
  record Item(String relation, Node node, int percent) {
    boolean isHead() {
      return relation.isEmpty();
    }
  }

  private static final List<String> VERB_TAGS = List.of("VB", "VBP", "VBZ", "VBD", "VBN", "VBG");

  private final Map<String, List<Phrase>> rules = new HashMap<>();
  private final Map<String, String> verbRules = new HashMap<>();
  private final Forms forms;

  private RegisterGrammar(Forms forms) {
    this.forms = forms;
  }

  /**
   * The grammar of the given lines.
   *
   * @throws IllegalArgumentException naming the line that is no rule
   */
  static RegisterGrammar read(List<String> lines, Forms forms) {
    RegisterGrammar grammar = new RegisterGrammar(forms);
    for (String line : lines) {
      if (!line.isBlank()) {
        try {
          grammar.line(line);
        } catch (RuntimeException e) {
          throw new IllegalArgumentException("register: " + line, e);
        }
      }
    }
    return grammar;
  }

  /**
   * The alternatives that a name stands for.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  List<Phrase> rule(String name) {
    List<Phrase> known = rules.get(name);
    if (known != null) {
      return known;
    }
    int dot = name.indexOf('.');
    String verbs = dot < 0 ? null : verbRules.get(name.substring(dot));
    if (verbs == null || !rules.containsKey(name.substring(0, dot) + ".VBG")) {
      throw new IllegalArgumentException("register: no rule " + name);
    }
    List<Phrase> phrases = alternatives(verbs.replace("*", name.substring(0, dot)));
    rules.put(name, phrases);
    return phrases;
  }

  private void line(String line) {
    int colon = line.indexOf(": ");
    String[] name = line.substring(0, colon).split(" ");
    String body = line.substring(colon + 2).strip();
    switch (name[0]) {
      case "nouns" -> nouns(name[1], body);
      case "verbs" -> verbs(name[1], body);
      case "names" -> rules.put(name[1], Arrays.stream(body.split(" ")).map(RegisterGrammar::flat).toList());
      case "words" -> rules.put(name[1], words(name[2], Arrays.asList(body.split(" "))));
      case "blend" -> rules.put(name[1], words(name[2], blend(body)));
      default -> rule(name[0], body);
    }
  }

  private void rule(String name, String body) {
    if (name.contains("@")) {
      rule(name.replace("@", "s"), body.replace("@", "s"));
      rule(name.replace("@", "p"), body.replace("@", "p"));
    } else if (name.startsWith("*")) {
      verbRules.put(name.substring(1), body);
    } else {
      rules.put(name, alternatives(body));
    }
  }

  private void nouns(String name, String body) {
    List<Phrase> singular = new ArrayList<>();
    List<Phrase> plural = new ArrayList<>();
    for (String noun : body.split(" ")) {
      String[] numbers = noun.split("/");
      singular.add(compound(numbers[0], "NN"));
      plural.add(compound(numbers.length > 1 ? numbers[1] : Forms.withS(numbers[0]), "NNS"));
    }
    rules.put(name + ".s", List.copyOf(singular));
    rules.put(name + ".p", List.copyOf(plural));
  }

  private void verbs(String name, String body) {
    for (String tag : VERB_TAGS) {
      List<Phrase> phrases = new ArrayList<>();
      for (String verb : body.split(" ")) {
        String[] stems = verb.split(":");
        String stem = stems.length > 1 ? stems[1] : Forms.stem(stems[0]);
        phrases.add(head(forms.verb(stems[0], stem, tag), tag));
      }
      String feature = tag.equals("VBZ") ? "s" : tag.equals("VBP") ? "p" : tag;
      rules.put(name + "." + feature, List.copyOf(phrases));
    }
  }

  private static Phrase head(String form, String tag) {
    return new Phrase(1, List.of(new Item("", new Word(form, tag, null), 100)));
  }

  private static Phrase compound(String words, String tag) {
    List<Item> items = new ArrayList<>();
    String[] parts = words.split("_");
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      items.add(new Item(last ? "" : "compound", new Word(parts[i], last ? tag : "NN", null), 100));
    }
    return new Phrase(1, List.copyOf(items));
  }

  private static Phrase flat(String words) {
    List<Item> items = new ArrayList<>();
    for (String part : words.split("_")) {
      items.add(new Item(items.isEmpty() ? "" : "flat", new Word(part, "NNP", null), 100));
    }
    return new Phrase(1, List.copyOf(items));
  }

  private static List<Phrase> words(String tag, List<String> words) {
    String[] tags = tag.split("/");
    return words.stream()
        .map(w -> new Word(w, tags[0], tags.length > 1 ? tags[1] : null))
        .map(w -> new Phrase(1, List.of(new Item("", w, 100))))
        .toList();
  }

  private static List<String> blend(String body) {
    List<String> starts = List.of("");
    for (String part : body.split(" \\+ ")) {
      List<String> longer = new ArrayList<>();
      for (String start : starts) {
        for (String end : part.split(" ")) {
          longer.add(start + end);
        }
      }
      starts = longer;
    }
    return starts;
  }

  /** "@" outside rules that bear it in their names makes two alternatives of one. */
  private static List<Phrase> alternatives(String body) {
    List<Phrase> phrases = new ArrayList<>();
    for (String text : body.split(" \\| ")) {
      Deque<String> tokens = new ArrayDeque<>(Arrays.asList(text.strip().split(" +")));
      int weight = tokens.getFirst().matches("\\d+") ? Integer.parseInt(tokens.removeFirst()) : 1;
      List<String> items = new ArrayList<>(tokens);
      if (text.contains("@")) {
        phrases.add(phrase(weight, with(items, "s")));
        phrases.add(phrase(weight, with(items, "p")));
      } else {
        phrases.add(phrase(2 * weight, new ArrayDeque<>(items)));
      }
    }
    return List.copyOf(phrases);
  }

  private static Deque<String> with(List<String> items, String number) {
    return new ArrayDeque<>(items.stream().map(t -> t.replace("@", number)).toList());
  }

  /** Takes items up to the end or a closing bracket, which stays. */
  private static Phrase phrase(int weight, Deque<String> tokens) {
    List<Item> items = new ArrayList<>();
    while (!tokens.isEmpty() && !tokens.getFirst().startsWith("]")) {
      String token = tokens.removeFirst();
      int equals = token.indexOf('=');
      String relation = equals < 0 ? "" : token.substring(0, equals);
      String core = token.substring(equals + 1);
      if (core.equals("[")) {
        Phrase inner = phrase(1, tokens);
        items.add(new Item(relation, inner, percent(tokens.removeFirst())));
      } else {
        items.add(new Item(relation, leaf(core.replaceFirst("\\?\\d*$", "")), percent(core)));
      }
    }
    if (items.stream().filter(Item::isHead).count() != 1) {
      throw new IllegalArgumentException("one head expected: " + items);
    }
    return new Phrase(weight, List.copyOf(items));
  }

  private static int percent(String token) {
    int mark = token.lastIndexOf('?');
    if (mark < 0) {
      return 100;
    }
    return mark == token.length() - 1 ? 50 : Integer.parseInt(token.substring(mark + 1));
  }

  private static Node leaf(String core) {
    String[] word = core.split("/");
    return word.length < 2 ? new Symbol(core) : new Word(word[0], word[1], word.length > 2 ? word[2] : null);
  }
}
