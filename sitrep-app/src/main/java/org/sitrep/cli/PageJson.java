package org.sitrep.cli;

import java.util.stream.Collectors;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Block;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page taken apart, as {@code sitrep pages --json} prints it. */
final class PageJson {

  private PageJson() {}

  static ObjectNode of(Page page) {
    ObjectNode out = Exchange.object().put("doc", page.capture().doc());
    out.put("headline", page.headline().orElse(null));
    page.imprint().author().ifPresent(a -> out.put("author", a));
    page.article().publisher().ifPresent(p -> out.put("publisher", p));
    page.article().published().ifPresent(d -> out.put("published", d.toString()));
    page.imprint().modified().ifPresent(m -> out.put("modified", m.toString()));
    page.imprint().language().ifPresent(l -> out.put("language", l));
    out.put("text", text(page));
    ArrayNode comments = out.putArray("comments");
    for (Comment comment : page.comments()) {
      ObjectNode one = comments.addObject();
      one.put("author", comment.author().orElse(null));
      one.put("time", comment.time().orElse(null));
      comment.votes().ifPresent(v -> one.put("votes", v));
      one.put("text", comment.text());
      one.put("start", comment.firstLine()).put("end", comment.lastLine());
      one.put("parent_start", comment.parent().map(p -> page.comments().get(p).firstLine()).orElse(null));
      one.put("parent_known", comment.parentKnown()).put("depth", comment.depth());
    }
    ArrayNode segments = out.putArray("segments");
    for (Block block : page.blocks()) {
      segments
          .addObject()
          .put("start", block.firstLine())
          .put("end", block.lastLine())
          .put("kind", Exchange.name(block.kind()));
    }
    return out;
  }

  /** The article without its headline and byline. */
  static String text(Page page) {
    return page.article().blocks().stream()
        .filter(b -> b.kind().isArticle() && b.kind() != Block.Kind.HEADLINE)
        .map(b -> b.span().of(page.text()))
        .collect(Collectors.joining("\n\n"));
  }
}
