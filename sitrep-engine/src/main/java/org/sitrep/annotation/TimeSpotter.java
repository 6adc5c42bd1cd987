package org.sitrep.annotation;

import java.util.List;
import org.sitrep.knowledge.Times;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;

/**
 * Finds times. A mention's head is the word that carries the time (month, weekday, unit), or what it
 * depends on within the mention.
 */
final class TimeSpotter implements Spotter {

  private final Times times;

  TimeSpotter(Times times) {
    this.times = times;
  }

  @Override
  public List<Mention.OfTime> spot(SyntaxTree tree, String text) {
    return times.list(text, tree.span()).stream().map(f -> mention(tree, f)).toList();
  }

  private static Mention.OfTime mention(SyntaxTree tree, Times.Found found) {
    int first = Anchors.first(tree, found.span());
    int last = Anchors.last(tree, found.span());
    int head = Anchors.head(tree, first, last, Anchors.first(tree, found.anchor()));
    return new Mention.OfTime(found.span(), first, last, head, found.expression());
  }
}
