package org.sitrep.mention;

import java.util.List;
import org.sitrep.flow.Issue;
import org.sitrep.page.Article;

/**
 * An article, sentence by sentence.
 *
 * @param article the text it was made from
 * @param sentences in order
 * @param issues what could not be analysed
 */
public record AnnotatedArticle(
    Article article, List<AnnotatedSentence> sentences, List<Issue> issues) {

  public AnnotatedArticle {
    sentences = List.copyOf(sentences);
    issues = List.copyOf(issues);
  }
}
