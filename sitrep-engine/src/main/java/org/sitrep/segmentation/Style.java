package org.sitrep.segmentation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Layout;

/**
 * How a paragraph is written: as a desk writes, or as a reader does. What stands in quotation marks is
 * left aside. Weights are log-odds by judgement, not learnt.
 */
final class Style {

  private static final int READ = 1500;
  private static final Pattern QUOTED = Pattern.compile("“[^”]{0,600}”|\"[^\"]{0,600}\"");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
  private static final Pattern FACE = Pattern.compile("(?<!\\w)[:;]['’]?-?[)(DPp/|]+(?!\\w)|<3|:\\)\\)");
  private static final Pattern LOUD = Pattern.compile("[!?]{2,}");
  private static final Pattern LOOSE = Pattern.compile("\\p{L} [.,!?](?:\\s|$)|\\p{L},\\p{L}|\\.{4,}|…{2,}");
  private static final Pattern SHOUT = Pattern.compile("(?:\\b\\p{Lu}{3,}\\b[ ,]+){2}\\p{Lu}{3,}\\b");

  private final Layout layout;

  Style(Layout layout) {
    this.layout = layout;
  }

  /** Log-odds that a reader wrote it; negative for a desk. */
  double reader(Line line) {
    String text = line.text().length() > READ ? line.text().substring(0, READ) : line.text();
    String own = QUOTED.matcher(text).replaceAll(" “” ");
    double signs = words(own) + marks(own);
    double score = signs + opening(text);
    if (!line.endsSentence() && line.words() > 3) {
      score += 0.5;
    }
    return score + (signs <= 0 && line.endsSentence() ? -0.6 : -0.1);
  }

  /** How much likelier a comment is than an article paragraph to be so long; log-normal lengths. */
  static double length(Line line) {
    double log = Math.log(Math.max(10, line.length()));
    double article = (log - 5.6) / 0.8;
    double comment = (log - 4.7) / 1.1;
    return (article * article - comment * comment) / 2 + Math.log(0.8 / 1.1);
  }

  private double words(String own) {
    int informal = 0;
    int person = 0;
    int report = 0;
    Matcher m = WORD.matcher(own);
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      informal += layout.is(Layout.Word.INFORMAL, word) ? 1 : 0;
      person += layout.is(Layout.Word.PERSON, word) ? 1 : 0;
      report += layout.is(Layout.Word.REPORT, word) ? 1 : 0;
    }
    return Math.min(2, informal) * 0.9 + Math.min(2, person) * 0.8 - Math.min(3, report) * 0.7;
  }

  private static double marks(String own) {
    double score = own.indexOf('!') >= 0 ? 0.8 : 0;
    score += LOUD.matcher(own).find() ? 0.8 : 0;
    score += own.strip().endsWith("?") ? 0.6 : 0;
    score += FACE.matcher(own).find() ? 2 : 0;
    score += LOOSE.matcher(own).find() ? 0.8 : 0;
    score += SHOUT.matcher(own).find() ? 0.5 : 0;
    return score;
  }

  private static double opening(String text) {
    int first = text.codePointAt(0);
    if (first == '@' && text.length() > 1) {
      return 2;
    }
    return Character.isLowerCase(first) ? 1.2 : 0;
  }
}
