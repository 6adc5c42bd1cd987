package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.AlignedText;

/** Articles whose only mentions are places. */
public final class PlaceSpotting {

  private final PlaceSpotter spotter;

  /** With the names that packs know. */
  public PlaceSpotting(Knowledge knowledge) {
    this.spotter = new PlaceSpotter(knowledge);
  }

  /** The place mentions of a text, on trees without a parser. */
  public AnnotatedArticle annotate(String doc, String text) {
    return annotate(doc, text, PlainTrees.sentences(text));
  }

  /** The place mentions of a text. */
  public AnnotatedArticle annotate(String doc, String text, List<SyntaxTree> trees) {
    List<AnnotatedSentence> sentences = new ArrayList<>();
    for (SyntaxTree tree : trees) {
      sentences.add(
          new AnnotatedSentence(tree, List.copyOf(spotter.spot(tree, text)), 0, Block.Kind.BODY));
    }
    Article article =
        new Article(
            doc, "", Optional.empty(), Optional.empty(), Optional.empty(), AlignedText.identity(text),
            List.of());
    return new AnnotatedArticle(article, sentences, List.of());
  }
}
