package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/** Trees without a parser, for tests of what needs none: tokens by pattern, tags by shape, no relations. */
public final class PlainTrees {

  private static final Pattern TOKEN =
      Pattern.compile("[’']s\\b|[\\p{L}\\p{M}\\d]+(?:[-’'ʿ`.,][\\p{L}\\p{M}\\d]+)*|[^\\s]");
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:\\.(?=\\S)[^.!?\\n]+)*[.!?]*");
  private static final Set<String> FUNCTION =
      Set.of(
          "the", "a", "an", "in", "on", "at", "of", "to", "from", "by", "with", "and", "or", "but", "it",
          "its", "he", "she", "they", "this", "that", "these", "those", "is", "was", "are", "were", "has",
          "have", "had", "be", "been", "not", "as", "for", "after", "before", "while", "when", "where",
          "there", "who", "which", "if", "i", "we", "you", "his", "her", "their", "our", "my", "no", "what",
          "how", "why", "so", "then", "than", "also", "all", "some", "more", "most", "many", "one", "two",
          "near", "over", "under", "into", "between", "during", "against", "about", "said", "says", "will",
          "would", "can", "could", "may", "do", "does", "did", "up", "out", "off", "now", "here", "just");

  private PlainTrees() {}

  /** The sentences of a text, told apart by full stops and line ends. */
  public static List<SyntaxTree> sentences(String text) {
    List<SyntaxTree> trees = new ArrayList<>();
    Matcher m = SENTENCE.matcher(text);
    while (m.find()) {
      if (!m.group().isBlank()) {
        trees.add(tree(text, new Span(m.start(), m.end())));
      }
    }
    return trees;
  }

  /** One sentence. */
  public static SyntaxTree tree(String text, Span span) {
    List<Span> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text).region(span.start(), span.end());
    while (m.find()) {
      tokens.add(new Span(m.start(), m.end()));
    }
    int n = tokens.size();
    String[] forms = new String[n];
    Upos[] upos = new Upos[n];
    int[] heads = new int[n];
    String[] relations = new String[n];
    for (int i = 0; i < n; i++) {
      forms[i] = tokens.get(i).of(text);
      upos[i] = upos(forms[i]);
      heads[i] = i == 0 ? SyntaxTree.NO_HEAD : 0;
      relations[i] = i == 0 ? "root" : upos[i] == Upos.ADP ? "case" : "dep";
    }
    int[] starts = tokens.stream().mapToInt(Span::start).toArray();
    int[] ends = tokens.stream().mapToInt(Span::end).toArray();
    return new SyntaxTree(starts, ends, forms, forms, upos, forms, heads, relations);
  }

  private static Upos upos(String form) {
    if (FUNCTION.contains(form.toLowerCase(java.util.Locale.ROOT)) && !form.equals("US")) {
      return Upos.ADP;
    }
    if (!Character.isLetterOrDigit(form.charAt(0))) {
      return Upos.PUNCT;
    }
    if (Character.isDigit(form.charAt(0))) {
      return Upos.NUM;
    }
    boolean capital = form.chars().anyMatch(Character::isUpperCase);
    return capital ? Upos.PROPN : Upos.NOUN;
  }
}
