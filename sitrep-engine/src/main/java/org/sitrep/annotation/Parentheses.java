package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/** Joins a name and its abbreviation in parentheses: "the Syrian Arab Army (SAA)" is one mention. */
final class Parentheses {

  private Parentheses() {}

  static List<Mention.OfActor> join(List<Mention.OfActor> mentions, SyntaxTree tree, String text) {
    List<Mention.OfActor> joined = new ArrayList<>();
    for (Mention.OfActor mention : mentions) {
      Mention.OfActor before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && isAbbreviation(before, mention, tree)) {
        joined.set(joined.size() - 1, cover(before, mention, tree, text));
      } else {
        joined.add(mention);
      }
    }
    return joined;
  }

  private static boolean isAbbreviation(Mention.OfActor name, Mention.OfActor next, SyntaxTree tree) {
    boolean enclosed =
        next.first() == name.last() + 2
            && tree.form(name.last() + 1).equals("(")
            && next.last() + 1 < tree.size()
            && tree.form(next.last() + 1).equals(")");
    return enclosed
        && name.form() != Mention.Form.DEMONYM
        && (next.ids().stream().anyMatch(name.ids()::contains) || name.ids().isEmpty());
  }

  private static Mention.OfActor cover(Mention.OfActor name, Mention.OfActor next, SyntaxTree tree, String text) {
    int last = next.last() + 1;
    Span span = tree.span(name.first()).cover(tree.span(last));
    List<String> ids =
        name.ids().isEmpty() ? next.ids() : name.ids().stream().filter(next.ids()::contains).toList();
    int head = Anchors.head(tree, name.first(), last, name.head());
    return new Mention.OfActor(span, name.first(), last, head, span.of(text), ids, name.form());
  }
}
