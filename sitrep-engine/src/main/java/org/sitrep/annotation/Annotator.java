package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitrep.flow.Stage;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * The first look at an article: sentences with their trees, and every name, number and date in them with all
 * its readings. Immutable and thread-safe.
 */
public final class Annotator implements Stage<Article, AnnotatedArticle> {

  private final English english;
  private final TreeRepair repair;
  private final SpeechRepair speech;
  private final OutcomeRepair outcomes;
  private final SubjectRepair subjects;
  private final ArgumentRepair arguments;
  private final List<Spotter> spotters;

  /** An annotator that knows the names of {@code knowledge}. */
  public Annotator(Knowledge knowledge, English english) {
    this.english = english;
    this.repair = new TreeRepair(knowledge.lexicon());
    this.speech = new SpeechRepair(knowledge.lexicon());
    this.subjects = new SubjectRepair(knowledge.lexicon());
    this.arguments = new ArgumentRepair(knowledge.lexicon());
    this.outcomes = new OutcomeRepair(knowledge.counts(), knowledge.lexicon());
    this.spotters =
        List.of(
            new ActorSpotter(knowledge),
            new SourceSpotter(knowledge),
            new PlaceSpotter(knowledge),
            new TimeSpotter(knowledge.times()),
            new CountSpotter(knowledge.counts(), knowledge.times()));
  }

  @Override
  public AnnotatedArticle apply(Article article) {
    List<AnnotatedSentence> sentences = new ArrayList<>();
    for (int b = 0; b < article.blocks().size(); b++) {
      Block block = article.blocks().get(b);
      if (!block.kind().isArticle()) {
        continue;
      }
      Span lead = Lead.of(article.text(), block.span());
      if (Lead.isLabel(article.text(), lead)) {
        annotate(article, b, lead, sentences);
      }
      annotate(article, b, new Span(lead.end(), block.span().end()), sentences);
    }
    return new AnnotatedArticle(article, sentences, List.of());
  }

  private void annotate(Article article, int block, Span span, List<AnnotatedSentence> sentences) {
    for (SyntaxTree parsed : english.analyse(article.text(), span)) {
      SyntaxTree tree = subjects.apply(outcomes.apply(arguments.apply(speech.apply(repair.apply(parsed)))));
      sentences.add(new AnnotatedSentence(tree, spot(tree, article.text()), block, article.blocks().get(block).kind()));
    }
  }

  /** A town in the name of its military council is no place. */
  private static boolean isPartOfName(Mention.OfPlace place, List<Mention> mentions) {
    return mentions.stream()
        .anyMatch(m -> m instanceof Mention.OfActor actor
            && actor.span().contains(place.span())
            && actor.span().length() > place.span().length());
  }

  /** "Jan." in "Jan. 1", "Iraqi" in "the Iraqi city of Mosul": words that mean a time or a people here. */
  private static boolean isNoName(Mention.OfPlace place, List<Mention> mentions) {
    return mentions.stream().anyMatch(m -> switch (m) {
      case Mention.OfTime time -> time.span().overlaps(place.span());
      case Mention.OfActor actor -> actor.form() == Mention.Form.DEMONYM && actor.surface().equals(place.name());
      default -> false;
    });
  }

  private List<Mention> spot(SyntaxTree tree, String text) {
    List<Mention> mentions = new ArrayList<>();
    for (Spotter spotter : spotters) {
      mentions.addAll(spotter.spot(tree, text));
    }
    mentions.removeIf(m -> m instanceof Mention.OfPlace place && isPartOfName(place, mentions));
    mentions.removeIf(m -> m instanceof Mention.OfPlace place && isNoName(place, mentions));
    mentions.sort(Comparator.comparing(Mention::span));
    return mentions;
  }
}
