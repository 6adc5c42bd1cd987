package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sitrep.language.RegisterGrammar.Item;
import org.sitrep.language.RegisterGrammar.Node;
import org.sitrep.language.RegisterGrammar.Phrase;
import org.sitrep.language.RegisterGrammar.Symbol;
import org.sitrep.language.RegisterGrammar.Word;

/**
 * Makes training sentences in the manner of conflict news, with their trees, from the grammar in {@code
 * register.txt}: what the treebanks of general English hardly have. The same seed gives the same sentences.
 * Not thread-safe.
 */
final class Register {

  private static final int LONGEST = 60;

  private final RegisterGrammar grammar;
  private final Random random;

  private final List<String> forms = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();

  private Register(RegisterGrammar grammar, long seed) {
    this.grammar = grammar;
    this.random = new Random(seed);
  }

  /** The generator over the grammar of the class path. */
  static Register load(long seed) {
    Forms forms = new Forms(Lines.read("irregular-verbs.txt"));
    return new Register(RegisterGrammar.read(Lines.read("register.txt"), forms), seed);
  }

  /** Sentences whose origins count from {@code origin}. */
  List<GoldTree> sentences(int count, int origin) {
    List<GoldTree> trees = new ArrayList<>();
    while (trees.size() < count) {
      GoldTree tree = sentence(origin + trees.size());
      if (tree.size() <= LONGEST) {
        trees.add(tree);
      }
    }
    return trees;
  }

  private GoldTree sentence(int origin) {
    forms.clear();
    words.clear();
    heads.clear();
    relations.clear();
    int root = grow(new Symbol("S"));
    relations.set(root, "root");
    int n = forms.size();
    int[] from1 = new int[n + 1];
    String[] tags = new String[n];
    for (int i = 0; i < n; i++) {
      from1[i + 1] = i == root ? n + 1 : heads.get(i) + 1;
      tags[i] = upos(words.get(i), relations.get(i)) + "|" + words.get(i).tag();
      spell(i);
    }
    return new GoldTree(forms.toArray(String[]::new), tags, from1, relations.toArray(String[]::new), origin)
        .without(idleCommas());
  }

  /** The commas that close an insertion where another mark follows. */
  private List<Integer> idleCommas() {
    List<Integer> idle = new ArrayList<>();
    for (int i = 0; i + 1 < forms.size(); i++) {
      String next = words.get(i + 1).tag();
      if (words.get(i).tag().equals(",") && (next.equals(",") || next.equals("."))) {
        idle.add(i);
      }
    }
    return idle;
  }

  /** Adds the tokens of a node and the arcs between them; gives its head. */
  private int grow(Node node) {
    return switch (node) {
      case Word word -> {
        forms.add(word.form());
        words.add(word);
        heads.add(-1);
        relations.add("");
        yield forms.size() - 1;
      }
      case Symbol symbol -> grow(choose(grammar.rule(symbol.name())));
      case Phrase phrase -> grow(phrase);
    };
  }

  private int grow(Phrase phrase) {
    int head = -1;
    List<Integer> dependents = new ArrayList<>();
    for (Item item : phrase.items()) {
      if (item.percent() < 100 && random.nextInt(100) >= item.percent()) {
        continue;
      }
      int token = grow(item.node());
      if (item.isHead()) {
        head = token;
      } else {
        relations.set(token, item.relation());
        dependents.add(token);
      }
    }
    for (int dependent : dependents) {
      heads.set(dependent, head);
    }
    return head;
  }

  private Phrase choose(List<Phrase> phrases) {
    int left = random.nextInt(phrases.stream().mapToInt(Phrase::weight).sum());
    for (Phrase phrase : phrases) {
      left -= phrase.weight();
      if (left < 0) {
        return phrase;
      }
    }
    throw new IllegalStateException("no weight");
  }

  /** A capital at the start, "a" or "an" by what follows. */
  private void spell(int i) {
    String form = forms.get(i);
    if (words.get(i).tag().equals("DT") && (form.equals("a") || form.equals("an")) && i + 1 < forms.size()) {
      form = forms.get(i + 1).matches("[AEIOaeio].*|un.*|[FHLMNSRX][A-Z].*") ? "an" : "a";
    }
    forms.set(i, i == 0 ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form);
  }

  private static String upos(Word word, String relation) {
    if (word.upos() != null) {
      return word.upos();
    }
    String tag = word.tag();
    return switch (tag) {
      case "NN", "NNS" -> "NOUN";
      case "NNP", "NNPS" -> "PROPN";
      case "JJ", "JJR", "JJS" -> "ADJ";
      case "RB", "RBR", "RBS", "WRB" -> word.form().equals("not") ? "PART" : "ADV";
      case "IN" -> relation.equals("mark") ? "SCONJ" : "ADP";
      case "RP" -> "ADP";
      case "TO", "POS" -> "PART";
      case "DT" -> relation.equals("det") ? "DET" : "PRON";
      case "CD" -> "NUM";
      case "CC" -> "CCONJ";
      case "PRP", "PRP$", "WP", "WDT", "EX" -> "PRON";
      case "MD" -> "AUX";
      case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ" ->
          relation.startsWith("aux") || relation.equals("cop") ? "AUX" : "VERB";
      default -> "PUNCT";
    };
  }
}
