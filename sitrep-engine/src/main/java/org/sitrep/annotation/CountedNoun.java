package org.sitrep.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Counts;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Finds the noun that a number counts: the noun that the tree hangs the number from, where that stands in
 * the run of nouns and adjectives after it; else the last noun of that run. Without a tree to rely on
 * ("X" for tags) the words themselves decide.
 */
final class CountedNoun {

  private static final int REACH = 9;
  private static final Set<String> NOT_ONE =
      Set.of("this", "that", "the", "no", "any", "each", "every", "which", "only", "another", "everyone");

  private final Counts counts;

  CountedNoun(Counts counts) {
    this.counts = counts;
  }

  /** The noun counted by the number that ends at {@code number}, or -1. */
  int after(SyntaxTree tree, int number, List<Span> dates) {
    int from = number + 1;
    boolean of = from < tree.size() && tree.form(from).equals("of");
    if (of) {
      from = afterOf(tree, from + 1);
      if (from < 0) {
        return -1;
      }
    }
    int end = runEnd(tree, from, dates);
    int noun = lastNoun(tree, from, end);
    int governor = tree.head(number);
    boolean governed =
        !of && tree.is(number, "nummod") && governor > number && governor < end && isNoun(tree, governor);
    return governed && !counts.isPerson(lemma(tree, noun < 0 ? governor : noun)) ? governor : noun;
  }

  /** The first token of what is counted after "of", or -1 for a pronoun ("of them"). */
  private static int afterOf(SyntaxTree tree, int i) {
    int at = i;
    while (at < tree.size() && (tree.upos(at) == Upos.DET || tree.xpos(at).equals("PRP$"))) {
      at++;
    }
    return at < tree.size() && tree.upos(at) != Upos.PRON ? at : -1;
  }

  private static int runEnd(SyntaxTree tree, int from, List<Span> dates) {
    int i = from;
    boolean common = false;
    while (i < tree.size() && i < from + REACH && isInRun(tree, i, from, common) && !isIn(tree.span(i), dates)) {
      boolean noun = tree.upos(i) == Upos.NOUN && !isCapital(tree, i);
      common |= noun;
      i++;
      if (noun && i < tree.size() && tree.upos(i) == Upos.PROPN) {
        break;
      }
    }
    return i;
  }

  private static boolean isCapital(SyntaxTree tree, int i) {
    return Character.isUpperCase(tree.form(i).charAt(0));
  }

  /** "IS", "US", "SNA": an abbreviation, whatever its tag. */
  private static boolean isAbbreviation(SyntaxTree tree, int i) {
    String form = tree.form(i);
    return form.length() > 1 && form.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isIn(Span token, List<Span> dates) {
    return dates.stream().anyMatch(token::overlaps);
  }

  private static boolean isInRun(SyntaxTree tree, int i, int from, boolean common) {
    if (isAbbreviation(tree, i) && tree.upos(i) != Upos.NUM) {
      return true;
    }
    return switch (tree.upos(i)) {
      case ADJ, NOUN, PROPN -> true;
      case ADV -> (isMore(tree, i) && i == from) || isModifier(tree, i);
      case VERB -> isParticiple(tree, i) && (isModifier(tree, i) || (!common && isBeforeNoun(tree, i)));
      case CCONJ -> i > from && i + 1 < tree.size() && isModifying(tree, i - 1) && isModifying(tree, i + 1);
      case PUNCT -> tree.form(i).equals("-") || tree.form(i).equals("–") || isQuoted(tree, i, from);
      case PART -> i > from && (tree.form(i).equals("'s") || tree.form(i).equals("’s"));
      case ADP, X -> i > from && tree.form(i - 1).equals("-");
      default -> false;
    };
  }

  private static boolean isQuoted(SyntaxTree tree, int i, int from) {
    return i == from && ("\"“‘'".contains(tree.form(i)));
  }

  /** "wounded", "unaccompanied": an adjective, or a participle used as one. */
  private static boolean isModifying(SyntaxTree tree, int i) {
    return (tree.upos(i) == Upos.ADJ && !isMore(tree, i)) || (tree.upos(i) == Upos.VERB && isParticiple(tree, i));
  }

  /** "Brown-backed militants": a participle after a name, right before a noun in lower case. */
  private static boolean isBeforeNoun(SyntaxTree tree, int i) {
    return tree.xpos(i).equals("VBN")
        && i + 1 < tree.size()
        && tree.upos(i + 1) == Upos.NOUN
        && i > 0
        && (tree.upos(i - 1) == Upos.PROPN || tree.upos(i - 1) == Upos.ADJ);
  }

  private static boolean isParticiple(SyntaxTree tree, int i) {
    return tree.xpos(i).equals("VBN") || tree.xpos(i).equals("VBG");
  }

  /** Whether token {@code i} modifies a noun to its right. */
  private static boolean isModifier(SyntaxTree tree, int i) {
    int head = tree.head(i);
    return head > i && head <= i + REACH && (tree.is(i, "amod") || tree.is(i, "compound") || tree.is(i, "advmod"));
  }

  private int lastNoun(SyntaxTree tree, int from, int end) {
    for (int i = end - 1; i >= from; i--) {
      if (isNoun(tree, i) || (isOther(tree, i) && (i == from || !isMore(tree, i)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNoun(SyntaxTree tree, int i) {
    return tree.upos(i) == Upos.NOUN || tree.upos(i) == Upos.PROPN;
  }

  private static boolean isOther(SyntaxTree tree, int i) {
    return tree.form(i).equalsIgnoreCase("others") || isMore(tree, i);
  }

  private static boolean isMore(SyntaxTree tree, int i) {
    return tree.form(i).equalsIgnoreCase("more");
  }

  /** The dictionary form of a counted noun; "other" for "others" and "more". */
  String lemma(SyntaxTree tree, int i) {
    String lemma = tree.lemma(i).toLowerCase(Locale.ROOT);
    boolean plural = tree.upos(i) == Upos.PROPN && lemma.length() > 3 && lemma.endsWith("s");
    boolean name = plural && tree.xpos(i).equals("NNPS");
    return isOther(tree, i) ? "other" : name ? lemma.substring(0, lemma.length() - 1) : lemma;
  }

  boolean isBeforePronounOne(String word) {
    return NOT_ONE.contains(word);
  }

  /** "(one of) the most ...": a superlative, so that one thing is described, not counted. */
  boolean isSuperlativeAfter(SyntaxTree tree, int i) {
    for (int k = i; k < tree.size() && k < i + 3; k++) {
      String xpos = tree.xpos(k);
      if (xpos.equals("JJS") || xpos.equals("RBS")) {
        return true;
      }
    }
    return false;
  }
}
