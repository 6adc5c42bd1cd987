package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitrep.flow.Issue;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Article;
import org.sitrep.page.Block;

/**
 * The first look at an article: sentences with their trees, and every name, number and date in them with all
 * its readings. Immutable and thread-safe.
 */
public final class Annotator implements Stage<Article, AnnotatedArticle> {

  private final English english;
  private final TreeRepair repair;
  private final List<Spotter> spotters;

  /** An annotator that knows the names of {@code knowledge}. */
  public Annotator(Knowledge knowledge, English english) {
    this.english = english;
    this.repair = new TreeRepair(knowledge.lexicon());
    this.spotters =
        List.of(
            new TimeSpotter(knowledge.times()),
            new CountSpotter(knowledge.counts(), knowledge.times()));
  }

  @Override
  public AnnotatedArticle apply(Article article) {
    List<AnnotatedSentence> sentences = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    for (int b = 0; b < article.blocks().size(); b++) {
      Block block = article.blocks().get(b);
      if (!block.kind().isArticle()) {
        continue;
      }
      for (SyntaxTree parsed : english.analyse(article.text(), block.span())) {
        SyntaxTree tree = repair.apply(parsed);
        sentences.add(new AnnotatedSentence(tree, spot(tree, article.text()), b, block.kind()));
      }
    }
    return new AnnotatedArticle(article, sentences, issues);
  }

  private List<Mention> spot(SyntaxTree tree, String text) {
    List<Mention> mentions = new ArrayList<>();
    for (Spotter spotter : spotters) {
      mentions.addAll(spotter.spot(tree, text));
    }
    mentions.sort(Comparator.comparing(Mention::span));
    return mentions;
  }
}
